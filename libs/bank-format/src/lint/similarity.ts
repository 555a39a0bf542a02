import { type BankComplaint, type BankRule, type KnownText } from './rule';
import { alikePrompts, MOST_SHARED, promptText, TWIN_RUN } from './alike-prompts';
import { sharedRuns } from './near-duplicates';
import { allTexts, candidateTexts, joined } from './texts';
import { runsOf } from './words';

const COPIED_WORDS = 12;

export const similarityRule: BankRule = {
  id: 'L20',
  severity: 'ERROR',
  asks: 'Is no question the twin of another, and is nothing copied?',
  why: 'Who has seen the twin knows the answer. Twelve equal words in a row were not written twice.',
  checkBank: (questions, { texts }) => {
    const twins = alikePrompts(questions.map(promptText)).flatMap(({ one, other, share }): BankComplaint[] => {
      const [earlier, later] = [questions[one], questions[other]];
      if (earlier === undefined || later === undefined || isVariant(earlier, later)) return [];
      const message = `Shares ${Math.round(share * 100)} % of its runs of ${TWIN_RUN} words with ${earlier.id}; at most ${MOST_SHARED * 100} %.`;
      return [{ question: other, path: ['prompt'], message }];
    });
    return [...twins, ...copies(questions, texts)];
  },
};

type Questions = Parameters<BankRule['checkBank']>[0];

/** Variants of one family are alike on purpose; they are kept out of one kit by their family. */
const isVariant = (one: Questions[number], other: Questions[number]): boolean =>
  one.variants.family !== undefined && one.variants.family === other.variants.family;

function copies(questions: Questions, texts: readonly KnownText[]): readonly BankComplaint[] {
  if (texts.length === 0) return [];
  const known = new Map<string, string>();
  for (const { name, text } of texts) for (const run of runsOf(text, COPIED_WORDS)) if (!known.has(run)) known.set(run, name);
  return questions.flatMap((question, index) =>
    allTexts(question).flatMap(({ path, text }): BankComplaint[] => {
      const copied = runsOf(text, COPIED_WORDS).find((run) => known.has(run));
      if (copied === undefined) return [];
      return [
        { question: index, path, message: `"${copied}" stands word for word in ${known.get(copied) ?? ''}. Write it anew from the fact.` },
      ];
    }),
  );
}

/** Share of the candidate's page that two questions may have in common before somebody should look. */
const MOST_ALIKE = 0.5;

export const twinPagesRule: BankRule = {
  id: 'B10',
  severity: 'WARNING',
  asks: 'Are the pages of two questions so alike that they are enemies?',
  why: 'Two questions with one page give each other away in one kit. Make them enemies, or a family of variants.',
  checkBank: (questions) => {
    const pages = questions.map((question) => joined(candidateTexts(question)));
    return sharedRuns(pages, MOST_ALIKE).flatMap(({ one, other, share }): BankComplaint[] => {
      const [earlier, later] = [questions[one], questions[other]];
      if (earlier === undefined || later === undefined || isVariant(earlier, later)) return [];
      if (earlier.enemies.includes(later.id) || later.enemies.includes(earlier.id)) return [];
      return [
        {
          question: other,
          path: ['id'],
          message: `The pages of this and of ${earlier.id} are alike by ${Math.round(share * 100)} %. Name it under "enemies".`,
        },
      ];
    });
  },
};
