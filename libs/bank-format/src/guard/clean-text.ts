/** A text as it may be stored, and what had to be taken out of it. */
export interface CleanedText {
  readonly text: string;
  readonly removed: 'nothing' | 'controls' | 'direction marks';
}

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Characters that reorder what is shown: a text must read as it is stored. */
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** NFC, line ends LF, no control characters but tab and line end, no direction marks, no byte order mark, no halves of characters. */
export function cleanText(raw: string): CleanedText {
  const lines = raw
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .replace(LONE_SURROGATE, '');
  const controlled = lines.replace(CONTROLS, '');
  const text = controlled.replace(DIRECTION_MARKS, '');
  const removed = text !== controlled ? 'direction marks' : controlled !== lines ? 'controls' : 'nothing';
  return { text: text.normalize('NFC'), removed };
}
