import type { QuestionForm, QuestionKind } from '../question-words';
import type { Complaint, QuestionRule } from './rule';

type Range = readonly [least: number, most: number];

/** Minutes in all, by kind and, where it has one, form. */
const RANGES: Readonly<Record<QuestionKind, Range | Readonly<Record<QuestionForm, Range>>>> = {
  behavioural: [15, 20],
  situational: [15, 25],
  'technical-depth': [10, 15],
  'debugging-evidence': { short: [12, 15], long: [25, 30] },
  'code-review': [18, 22],
  'work-sample': [20, 30],
  case: { short: [12, 20], long: [25, 35] },
  'system-design': [45, 55],
};

export const minutesRule: QuestionRule = {
  id: 'L02',
  severity: 'ERROR',
  asks: 'Do the parts of the time add up, and does the whole suit the kind?',
  why: 'Rounds are planned by these minutes; a question that takes longer than it says takes them from another.',
  check: ({ minutes, kind, form }) => {
    const { target, preparation, answer, probes } = minutes;
    const complaints: Complaint[] = [];
    if (preparation === undefined || answer === undefined || probes === undefined) {
      complaints.push({ path: ['minutes'], message: 'State preparation, answer and probes; they add up to the target.' });
    } else if (preparation + answer + probes !== target) {
      const sum = preparation + answer + probes;
      const message = `Preparation, answer and probes take ${sum} minutes, the target says ${target}.`;
      complaints.push({ path: ['minutes', 'target'], message, fix: { path: ['minutes', 'target'], to: sum } });
    }
    const ranges = RANGES[kind];
    const range = 'short' in ranges ? (form === undefined ? undefined : ranges[form]) : ranges;
    if (range === undefined)
      complaints.push({ path: ['kind'], message: 'Say in "form" whether it is the short or the long one; both have their own time.' });
    else if (target < range[0] || target > range[1])
      complaints.push({
        path: ['minutes', 'target'],
        message: `This kind takes ${range[0]} to ${range[1]} minutes; this one takes ${target}.`,
      });
    if (form !== undefined && !('short' in ranges))
      complaints.push({ path: ['form'], message: 'Only debugging questions and cases come in two lengths. Remove "form".' });
    return complaints;
  },
};
