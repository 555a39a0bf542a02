export type Separator = ',' | ';' | '\t';

const SEPARATORS: readonly Separator[] = ['\t', ';', ','];
/** Rows of the sample that are compared with the header. */
const ROWS = 50;

/**
 * Which of tab, semicolon and comma separates the fields of this text? The one that gives every row as many fields as the header, more than one; of
 * several, the one with most. Failing that, the one that gives the header most fields. A comma between digits is thus left to be a decimal comma where
 * semicolons or tabs hold the rows together.
 */
export function guessSeparator(text: string): Separator {
  let best: Separator = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const counts = fieldCounts(text, separator);
    const fields = counts[0] ?? 1;
    const even = fields > 1 && counts.every((count) => count === fields);
    const worth = fields <= 1 ? 0 : fields + (even ? 1e6 : 0);
    if (worth > most) [best, most] = [separator, worth];
  }
  return best;
}

/** Fields of the first rows; quotes hold separators and line ends together. A last row without a line end may be cut off, and counts only where it is alone. */
function fieldCounts(text: string, separator: Separator): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let isBlank = true;
  for (let at = 0; at < text.length && counts.length < ROWS; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === '\n' || character === '\r')) {
      if (!isBlank) counts.push(fields);
      fields = 1;
      isBlank = true;
      continue;
    }
    if (!quoted && character === separator) fields += 1;
    isBlank = false;
  }
  if (counts.length === 0) counts.push(fields);
  return counts;
}
