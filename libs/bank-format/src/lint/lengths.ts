import { type QuestionRule, when } from './rule';
import { exhibitTexts } from './texts';
import { countWords, gradeOf, sentencesOf } from './words';

const PROMPT_WORDS = 120;
const CONTEXT_WORDS = 150;
const LONGEST_SENTENCE = 35;
const MEAN_SENTENCE = 20;

export const lengthsRule: QuestionRule = {
  id: 'L10',
  severity: 'WARNING',
  asks: 'Can title, prompt and context be taken in at one reading?',
  why: 'What is longer measures reading. An interviewer who would paraphrase a sentence breaks the equal conditions.',
  check: ({ title, prompt, context = '' }) =>
    [
      { name: 'prompt', text: prompt, most: PROMPT_WORDS },
      { name: 'context', text: context, most: CONTEXT_WORDS },
    ]
      .flatMap(({ name, text, most }) => {
        const sentences = sentencesOf(text).map((sentence) => countWords(sentence));
        const words = countWords(text);
        const longest = Math.max(0, ...sentences);
        const mean = sentences.length === 0 ? 0 : sentences.reduce((sum, length) => sum + length, 0) / sentences.length;
        return [
          ...when(words > most, [name], `At most ${most} words; there are ${words}.`),
          ...when(longest > LONGEST_SENTENCE, [name], `The longest sentence has ${longest} words; at most ${LONGEST_SENTENCE}.`),
          ...when(mean > MEAN_SENTENCE, [name], `Sentences have ${mean.toFixed(1)} words on average; at most ${MEAN_SENTENCE}.`),
        ];
      })
      .concat(when(title.length > 60, ['title'], `A title has at most 60 characters; this one has ${title.length}.`)),
};

const EXHIBITS = 4;
const LINES = 35;
const COLUMNS = 120;
const TOOL_COLUMNS = 140;
/** What a tool prints is shown as it is. */
const TOOL_OUTPUT: ReadonlySet<string | undefined> = new Set(['text', 'table', 'log']);

export const exhibitsRule: QuestionRule = {
  id: 'L15',
  severity: 'WARNING',
  asks: 'Do the exhibits fit on a page, and are they at most four?',
  why: 'A line that wraps cannot be read as a table, and a screen reader loses the columns.',
  check: ({ exhibits, evidenceOnRequest }) => [
    ...when(exhibits.length > EXHIBITS, ['exhibits'], `At most ${EXHIBITS} exhibits at the start; there are ${exhibits.length}.`),
    ...[
      ...exhibits.map((exhibit, index) => ({ ...exhibit, path: ['exhibits', index, 'content'] })),
      ...evidenceOnRequest.map((evidence, index) => ({ ...evidence, path: ['evidenceOnRequest', index, 'content'] })),
    ].flatMap(({ path, content, format = 'text' }) => {
      const lines = content.split('\n');
      const widest = Math.max(...lines.map((line) => [...line].length));
      const most = TOOL_OUTPUT.has(format) ? TOOL_COLUMNS : COLUMNS;
      return [
        ...when(lines.length > LINES, path, `At most ${LINES} lines; there are ${lines.length}.`),
        ...when(widest > most, path, `At most ${most} columns; the widest line has ${widest}.`),
      ];
    }),
  ],
};

const HIGHEST_GRADE = 10;

export const readabilityRule: QuestionRule = {
  id: 'R01',
  severity: 'WARNING',
  asks: 'Can somebody who works in English as a third language read prompt and context?',
  why: 'The aim is grade 9; above 10, sentences are split and long words replaced. Names, figures and terms are not counted.',
  check: ({ prompt, context }) => {
    const grade = gradeOf([context ?? '', prompt].join('\n\n'));
    return when(
      grade !== null && grade > HIGHEST_GRADE,
      ['prompt'],
      `Context and prompt need ${(grade ?? 0).toFixed(1)} years of school (Flesch-Kincaid); at most ${HIGHEST_GRADE}.`,
    );
  },
};

/** Lines of the exhibits that are shown from the start, for statistics. */
export const exhibitLines = (question: Parameters<typeof exhibitTexts>[0]): number =>
  question.exhibits.reduce((sum, { content }) => sum + content.split('\n').length, 0);
