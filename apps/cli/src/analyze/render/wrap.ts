/** So many columns a text takes on a terminal: signs without a width of their own count nothing, wide ones of East Asia two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (/\p{Mark}|\p{Cf}/u.test(sign)) continue;
    width += WIDE.test(sign) ? 2 : 1;
  }
  return width;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Lines of at most so many columns, broken between words; a word that is longer stands alone and sticks out. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** The text at exactly so many columns, cut with “…” where it is longer. */
export function fit(text: string, width: number, align: 'left' | 'right'): string {
  let shown = text;
  if (widthOf(shown) > width) {
    shown = '';
    for (const sign of text) {
      if (widthOf(shown) + widthOf(sign) > width - 1) break;
      shown += sign;
    }
    shown += '…';
  }
  const blanks = ' '.repeat(Math.max(0, width - widthOf(shown)));
  return align === 'left' ? shown + blanks : blanks + shown;
}
