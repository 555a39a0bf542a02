/** A quote opens where no letter or digit goes before, and closes where none follows: so `don't` and `leads'` open nothing. */
const QUOTED = /(?<![\p{L}\p{N}])'(.+?)'(?![\p{L}\p{N}])/gu;

/** Fewer words than this may be anybody's, and are often the name of a thing. */
const FEWEST_WORDS = 3;

/** Any run of blanks and line ends as one blank, since a quote may be broken elsewhere than the text. */
export const inOneRun = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** The passages of three words or more that a text has in single quotes, each in one run. Answers what a reason claims was said. */
export const quotedPassages = (text: string): readonly string[] =>
  [...inOneRun(text).matchAll(QUOTED)].flatMap(([, passage = '']) => (passage.split(' ').length >= FEWEST_WORDS ? [passage] : []));
