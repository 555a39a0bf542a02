import { type QuestionRule, when } from './rule';
import { exhibitTexts, joined } from './texts';
import { countWords, numbersOf } from './words';

/** Words that begin a description of an act in the third person, a past act, or what somebody would do. */
const ACT = /^(?:would|will|cannot|can|does|did|is|has|had|lets?|makes?|puts?|sets?|cuts?|says?|(?:\p{L}+ly )?\p{L}+(?:s|ed|es))\b/iu;
/** Nouns that end like verbs. */
const NOUNS = /^(?:\p{L}+(?:ness|ss|ics|sis|us)|criticisms?|comments?|signs|words|answers? (?:that|without|with)|uses of|attempts)\b/iu;

export const signalsRule: QuestionRule = {
  id: 'L07',
  severity: 'ERROR',
  asks: 'Are there three to six strong and weak signals, three to five plausible wrong answers, and two to four red flags that are acts?',
  why: 'They are what an interviewer who is not an expert in the topic listens by. A red flag is an act, never an impression.',
  check: ({ rubric, plausibleWrongAnswers }) => {
    const counted = (name: 'strongSignals' | 'weakSignals' | 'redFlags', called: string, least: number, most: number) => {
      const { length } = rubric[name];
      return when(length < least || length > most, ['rubric', name], `Give ${least} to ${most} ${called}; there are ${length}.`);
    };
    const { length } = plausibleWrongAnswers;
    return [
      ...counted('strongSignals', 'strong signals', 3, 6),
      ...counted('weakSignals', 'weak signals', 3, 6),
      ...counted('redFlags', 'red flags', 2, 4),
      ...when(length < 3 || length > 5, ['plausibleWrongAnswers'], `Give 3 to 5 plausible wrong answers; there are ${length}.`),
      ...rubric.redFlags.flatMap((flag, index) =>
        ACT.test(flag) && !NOUNS.test(flag)
          ? []
          : [
              {
                path: ['rubric', 'redFlags', index],
                message: 'A red flag begins with what somebody does: "Deletes …", "Would publish …".',
                severity: 'WARNING' as const,
              },
            ],
      ),
    ];
  },
};

const SHARED_NUMBERS = 3;

export const modelAnswerRule: QuestionRule = {
  id: 'L08',
  severity: 'WARNING',
  asks: 'Has the model answer 120 to 500 words, and does it use the numbers of the exhibits?',
  why: 'A shorter one shows no reasoning, a longer one is an essay. One without numbers could belong to any page.',
  check: (question) => {
    const { modelAnswer, exhibits } = question;
    if (modelAnswer === undefined)
      return [{ path: ['modelAnswer'], message: 'Write the answer of level 4 to 5 as somebody would say it.' }];
    const words = countWords(modelAnswer);
    const shown = new Set(numbersOf(joined(exhibitTexts(question))));
    const shared = new Set(numbersOf(modelAnswer).filter((number) => shown.has(number))).size;
    return [
      ...when(words < 120 || words > 500, ['modelAnswer'], `A model answer has 120 to 500 words; this one has ${words}.`),
      ...when(
        exhibits.length > 0 && shared < SHARED_NUMBERS,
        ['modelAnswer'],
        `It shares ${shared} numbers with the exhibits; a reader expects at least ${SHARED_NUMBERS}.`,
      ),
    ];
  },
};
