/** A stretch of lines between blank ones: where it begins, and its text without a byte order mark. */
export interface GiftBlock {
  readonly line: number;
  readonly text: string;
}

/** Questions of GIFT are apart by blank lines; one that is wrong then does not take the others with it. */
export function giftBlocks(text: string): readonly GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let lines: string[] = [];
  let start = 1;
  const close = (): void => {
    if (lines.length > 0) blocks.push({ line: start, text: lines.join('\n') });
    lines = [];
  };
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .forEach((line, index) => {
      if (line.trim() === '') {
        close();
        return;
      }
      if (lines.length === 0) start = index + 1;
      lines.push(line);
    });
  close();
  return blocks;
}

/** Multiple choice of another tool that looks a little like GIFT: lettered lines, then the letter that is right. */
export const looksLikeAiken = (text: string): boolean => /^[A-Z][).]\s+\S.*$/m.test(text) && /^ANSWER:\s*[A-Z]\s*$/m.test(text);
