import type { FaultPath } from '../bank-fault';
import type { Complaint, LintFix } from './rule';
import type { PlacedText } from './texts';

/** Words to look for. `unless`: what is meant in another sense; `to`: the word that takes its place without a thought. */
export interface ListedWord {
  readonly form: RegExp;
  readonly unless?: RegExp;
  readonly to?: string;
}

/** A word of the list as it was found. */
export interface FoundWord {
  readonly path: FaultPath;
  readonly written: string;
  readonly word: ListedWord;
}

/** Every word of the list in the texts, once for each text. */
export function findWords(texts: readonly PlacedText[], list: readonly ListedWord[]): readonly FoundWord[] {
  const any = anyOf(list);
  return texts
    .filter(({ text }) => any.test(text))
    .flatMap(({ path, text }) =>
      list.flatMap((word) => {
        const seen = word.unless === undefined ? text : text.replace(word.unless, (match) => ' '.repeat(match.length));
        const match = word.form.exec(seen);
        return match === null ? [] : [{ path, written: match[0], word }];
      }),
    );
}

const unions = new WeakMap<readonly ListedWord[], RegExp>();

/** One expression for all words of a list: most texts have none of them, and are asked once. */
function anyOf(list: readonly ListedWord[]): RegExp {
  const known = unions.get(list) ?? new RegExp(list.map(({ form }) => `(?:${form.source})`).join('|'), 'i');
  unions.set(list, known);
  return known;
}

/** The repair of a word, in the case of what was written. */
export function repairOf({ path, written, word }: FoundWord): LintFix | undefined {
  if (word.to === undefined) return undefined;
  const capital = /^\p{Lu}/u.test(written);
  return { path, from: written, to: capital ? word.to.charAt(0).toUpperCase() + word.to.slice(1) : word.to };
}

export const complaintAbout = (found: FoundWord, message: string): Complaint => {
  const fix = repairOf(found);
  return { path: found.path, message, ...(fix === undefined ? {} : { fix }) };
};
