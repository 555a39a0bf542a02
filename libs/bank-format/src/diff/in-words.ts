import type { BankQuestion } from '../bank-file';
import type { QuestionChange } from './compare-questions';

/** A change as a sentence without its texts: `Criterion c1, anchor for level 3: rewritten.` */
export function changeInWords(change: QuestionChange, question: Pick<BankQuestion, 'rubric'>): string {
  const { path, before, after } = change;
  const what = placeInWords(path, question);
  if (before === null) return `${what}: added.`;
  if (after === null) return `${what}: removed.`;
  return isShort(change) ? `${what}: ${before} → ${after.replace(/\.$/, '')}.` : `${what}: rewritten.`;
}

const SHORT = 60;

/** Whether the sentence says both texts whole. */
export const isShort = ({ before, after }: QuestionChange): boolean =>
  [before, after].every((text) => text !== null && text.length <= SHORT && !text.includes('\n'));

const NAMES: Readonly<Record<string, string>> = {
  notMeasured: 'what is not measured',
  advanceNotice: 'notice in advance',
  evidenceOnRequest: 'evidence',
  scriptNotes: 'script notes',
  ifNoSuchCase: 'way out',
  hintPolicy: 'rule for hints',
  failureCards: 'failure card',
  rolePlayKey: 'role play',
  authenticityChecks: 'checks of authenticity',
  followUps: 'follow-up',
  followUpKey: 'key of the follow-ups',
  noteDown: 'what to write down',
  scoringNotes: 'scoring notes',
  groundTruth: 'ground truth',
  arithmeticCheck: 'arithmetic check',
  numbersKey: 'key of the numbers',
  modelAnswer: 'model answer',
  acceptAlso: 'what is accepted, too',
  plausibleWrongAnswers: 'plausible wrong answer',
  parallelRecipe: 'recipe for variants',
  leakHalfLife: 'half-life after a leak',
  reviewedFacts: 'reviewed fact',
  biasCheck: 'bias check',
  askLike: 'what to ask for',
  evidenceFor: 'criteria it is evidence for',
  lookFor: 'what to listen for',
  strongSignals: 'strong signal',
  weakSignals: 'weak signal',
  redFlags: 'red flag',
  mustReach: 'level to reach',
  whyAttractive: 'why it is attractive',
  whyWrong: 'why it is wrong',
  probes: 'probe',
  hints: 'hint',
  exhibits: 'exhibit',
  criteria: 'criterion',
  references: 'reference',
  relations: 'relation',
  technologies: 'technology',
  caps: 'price',
};

/** Members that only hold others. */
const SILENT = new Set(['rubric', 'variants', 'plot']);

function placeInWords(path: readonly string[], { rubric }: Pick<BankQuestion, 'rubric'>): string {
  const words: string[] = [];
  for (let index = 0; index < path.length; index += 1) {
    const step = path[index] ?? '';
    const next = path[index + 1];
    if (SILENT.has(step) && next !== undefined) continue;
    if (step === 'anchors' && next !== undefined) {
      words.push(`anchor for level ${next}`);
      index += 1;
    } else if (isList(step) && next !== undefined) {
      const title = step === 'criteria' ? rubric.criteria.find(({ id }) => id === next)?.title : undefined;
      words.push(`${NAMES[step] ?? step} ${next}${title === undefined ? '' : ` (${title})`}`);
      index += 1;
    } else words.push(NAMES[step] ?? step);
  }
  const text = words.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const LISTS = new Set(
  'exhibits evidenceOnRequest probes hints failureCards followUps noteDown criteria strongSignals weakSignals redFlags relations acceptAlso plausibleWrongAnswers references reviewedFacts external technologies choices wordings lookFor'.split(
    ' ',
  ),
);
const isList = (name: string): boolean => LISTS.has(name);
