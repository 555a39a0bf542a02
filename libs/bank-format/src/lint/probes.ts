import { isTelling, stemOf } from './common-words';
import { type QuestionRule, when } from './rule';
import { candidateTexts, joined, probeTexts, spokenTexts } from './texts';
import { findWords } from './word-list';
import { wordsOf } from './words';

/** The stems of all words of a text, hyphens opened. */
function stemsOf(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of new Set(wordsOf(text))) {
    stems.add(stemOf(word));
    if (/[-.]/.test(word)) for (const part of word.split(/[-.]/)) stems.add(stemOf(part));
  }
  return stems;
}

export const probesRule: QuestionRule = {
  id: 'L06',
  severity: 'ERROR',
  asks: 'Are there four to seven probes, and does none say what only the key says?',
  why: 'A probe that names the answer teaches it. Fewer than four leave criteria unasked, more than seven are a second exam.',
  check: (question) => {
    const { title, probes, groundTruth = '', modelAnswer = '', plot, construct = '', technologies } = question;
    const open = stemsOf([title, construct, joined(candidateTexts(question)), ...technologies.map(({ name }) => name)].join('\n'));
    const secret = stemsOf([groundTruth, modelAnswer, plot?.cause ?? ''].join('\n'));
    const count = probes.length;
    return [
      ...(count >= 4 && count <= 7
        ? []
        : [{ path: ['probes'], message: `Use four to seven probes; there are ${count}.`, severity: 'WARNING' as const }]),
      ...probeTexts(question).flatMap(({ path, text }) => {
        const telling = wordsOf(text).filter((word) => {
          const stem = stemOf(word);
          return isTelling(word.toLowerCase()) && secret.has(stem) && !open.has(stem);
        });
        return when(
          telling.length > 0,
          path,
          `"${[...new Set(telling)].join('", "')}" stands in the key and nowhere on the page. Ask without it.`,
        );
      }),
    ];
  },
};

const LEADING = [
  /\bof course\b/i,
  /\bobviously\b/i,
  /\bsurely\b/i,
  /\bbest[- ]practices?\b/i,
  /\b(?:don|doesn|didn|isn|aren|wasn|weren|wouldn|shouldn|couldn|haven|hasn|won)['’]t (?:you|it|we|they|that|this)\b/i,
  /(?:^|[.!?;,]\s+|\bso )(?:would|should|could|do|did|is|are) (?:you|it|we|they) not\b/i,
].map((form) => ({ form }));

export const leadingRule: QuestionRule = {
  id: 'L27',
  severity: 'ERROR',
  asks: 'Are prompt, probes and hints free of words that expect an answer?',
  why: 'A question that says what it wants to hear measures agreement. It should sound natural to a candidate of the opposite view.',
  check: (question) =>
    findWords([{ path: ['prompt'], text: question.prompt, prose: true }, ...spokenTexts(question)], LEADING).map(({ path, written }) => ({
      path,
      message: `"${written}" expects an answer. Ask neutrally.`,
    })),
};
