import { type QuestionRule, when } from './rule';
import { sentencesOf } from './words';

export const yesNoRule: QuestionRule = {
  id: 'L25',
  severity: 'WARNING',
  asks: 'Does the prompt ask for more than yes or no?',
  why: 'A question that can be answered with one word is answered with one word by those who are nervous.',
  check: ({ prompt }) =>
    sentencesOf(prompt)
      .filter((sentence) => /^(?:["“]?)(?:is|are|do|does|did|can|have|has|would you)\b.*\?["”]?$/is.test(sentence))
      .map((sentence) => ({ path: ['prompt'], message: `"${shortened(sentence)}" can be answered with yes or no.` })),
};

const MOST_QUESTION_MARKS = 3;

export const doubleRule: QuestionRule = {
  id: 'L26',
  severity: 'WARNING',
  asks: 'Does the prompt ask for one thing, in at most three parts?',
  why: 'Nobody remembers the fourth part; what is not answered then says nothing.',
  check: ({ prompt }) => {
    const marks = prompt.match(/\?/g)?.length ?? 0;
    return [
      ...when(marks > MOST_QUESTION_MARKS, ['prompt'], `It has ${marks} question marks; at most ${MOST_QUESTION_MARKS}.`),
      ...when(/\band also\b/i.test(prompt), ['prompt'], '"and also" begins a second question. Split it, or list the parts.'),
    ];
  },
};

const TRIVIA = [
  /\bwhat(?: is|'s|’s| are) the defaults?\b/i,
  /(?:^|[.!?:]\s+|\n)define\b/i,
  /\blist all\b/i,
  /\bwhat does \S+(?: \S+){0,3} stand for\b/i,
  /(?:^|[.!?:]\s+|\n)name (?:\d+|two|three|four|five|six|seven|all|the)\b/i,
];

export const triviaRule: QuestionRule = {
  id: 'L28',
  severity: 'ERROR',
  asks: 'Does the prompt ask for judgement instead of what can be looked up?',
  why: 'Defaults and definitions are printed in manuals. Print them on the page and ask what follows.',
  check: ({ prompt }) =>
    TRIVIA.flatMap((form) => {
      const match = form.exec(prompt);
      return when(match !== null, ['prompt'], `"${(match?.[0] ?? '').replace(/^[.!?:\s]+/, '')}" asks for what can be looked up.`);
    }),
};

const LONGEST_QUOTE = 60;
const shortened = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
