import type { TableField } from '../readers/table/guess-columns';
import { exhibitsText } from '../doors/exhibits-as-text';
import type { Placed } from './outgoing';
import { categoryNames } from './outgoing';
import { columnOf, isTextSection, SCRIPT_ORDER, type ScriptSection } from '../doors/script-sections';
import { levelLabels, sectionText } from './script-text';

type Cell = (placed: Placed) => string;

const joined = (words: readonly string[]): string => words.join('; ');

/** Points begin with a star here: a cell that begins with "-" would have to be kept from being run as a formula. */
const starred = (points: string): string => points.replace(/^( *)- /gm, '$1* ');

/** A section of the script without its heading. */
const section =
  (name: ScriptSection): Cell =>
  ({ file, question }) => {
    const text = sectionText(name, question, levelLabels(file));
    return isTextSection(name) ? text : starred(text);
  };

/** What each column holds, in the order of the columns. */
export const TABLE_CELLS: readonly (readonly [TableField, Cell])[] = [
  ['id', ({ question }) => question.id],
  ['version', ({ question }) => String(question.record?.version ?? 1)],
  [
    'category',
    (placed) =>
      categoryNames(placed)
        .map((name) => name.replace(/\s+\/\s+/g, '/'))
        .join(' / '),
  ],
  ['title', ({ question }) => question.title],
  ['kind', ({ question }) => question.kind],
  ['prompt', ({ question }) => question.prompt],
  ['context', ({ question }) => question.context ?? ''],
  ['exhibits', ({ question }) => exhibitsText(question.exhibits)],
  ['seniority', ({ question }) => joined(question.seniority)],
  ['roles', ({ question }) => joined(question.roles)],
  ['difficulty', ({ question }) => String(question.difficulty)],
  ['minutes', ({ question }) => String(question.minutes.target)],
  ['competencies', ({ question }) => joined(question.competencies)],
  ['tags', ({ question }) => joined(question.tags)],
  [
    'wordings',
    ({ question }) =>
      (question.variants.wordings ?? [])
        .map(({ style, prompt }) => `* ${style === undefined ? '' : `*${style}:* `}${prompt.replace(/\n(?!\n)/g, '\n  ')}`)
        .join('\n'),
  ],
  ['response', ({ question }) => responseText(question.response)],
  [
    'choices',
    ({ question }) =>
      (question.response?.choices ?? [])
        .map(({ text, correct }) => `* [${correct === true ? 'x' : ' '}] ${text.replace(/\n(?!\n)/g, '\n  ')}`)
        .join('\n'),
  ],
  ...SCRIPT_ORDER.map((name): readonly [TableField, Cell] => [columnOf(name) as TableField, section(name)]),
  ['language', ({ question }) => question.language],
  ['license', ({ question }) => question.license],
  ['authors', ({ question }) => joined(question.record?.authors ?? [])],
];

function responseText(response: Placed['question']['response']): string {
  if (response === undefined) return '';
  const { mode, minWords, maxWords, maxSeconds } = response;
  const words = minWords === undefined && maxWords === undefined ? '' : `, ${minWords ?? ''}–${maxWords ?? ''} words`;
  return `${mode}${words}${maxSeconds === undefined ? '' : `, ${maxSeconds} s`}`;
}
