import type { BankFile } from '../bank-file';
import { printBankJson } from '../print-bank';
import { exhibitsText } from '../doors/exhibits-as-text';
import { categoryNames, type ExportOptions, type Outgoing, placedQuestions, type Placed } from './outgoing';
import { levelLabels, scriptText } from './script-text';

/**
 * A bank as a page to read: front matter, a heading for each question, its short fields in a comment, what is read aloud as a quotation,
 * then the script. With a sidecar, each question also carries itself in a comment.
 */
export function writeMarkdown(outgoing: Outgoing, { sidecar }: ExportOptions): string {
  const [first] = outgoing.files;
  const placed = placedQuestions(outgoing);
  const categories = [...new Set(placed.map((one) => JSON.stringify(categoryNames(one))))];
  const only = categories.length === 1 && placed[0] !== undefined ? categoryNames(placed[0]) : null;
  const front = [
    '---',
    'format: interview-bank/1',
    `bank: ${first?.bank.id ?? 'bank'}`,
    ...(only === null ? [] : [`category: ${JSON.stringify(only)}`]),
    ...(first?.bank.license === undefined ? [] : [`license: ${JSON.stringify(first.bank.license)}`]),
    '---',
  ].join('\n');
  const title = `# ${oneLine(only?.at(-1) ?? first?.bank.title ?? 'Bank')}`;
  return `${[front, title, ...placed.map((one) => questionText(one, only === null, sidecar))].join('\n\n')}\n`;
}

function questionText(placed: Placed, withCategory: boolean, sidecar: boolean): string {
  const { file, question } = placed;
  return [
    `## ${oneLine(question.title)}`,
    shortFields(placed, withCategory),
    question.context ?? '',
    exhibitsText(question.exhibits),
    question.prompt
      .split('\n')
      .map((line) => (line === '' ? '>' : `> ${line}`))
      .join('\n'),
    choicesText(placed),
    scriptText(question, levelLabels(file)),
    sidecar ? sidecarComment({ ...file, questions: [question] }) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function shortFields(placed: Placed, withCategory: boolean): string {
  const { question } = placed;
  const fields: readonly (readonly [string, string])[] = [
    ['id', question.id],
    ['version', String(question.record?.version ?? 1)],
    ['kind', question.kind],
    [
      'category',
      withCategory
        ? categoryNames(placed)
            .map((name) => name.replace(/\s+\/\s+/g, '/'))
            .join(' / ')
        : '',
    ],
    ['minutes', String(question.minutes.target)],
    ['difficulty', String(question.difficulty)],
    ['seniority', question.seniority.join(', ')],
    ['roles', question.roles.join(', ')],
    ['tags', question.tags.join(', ')],
    ['competencies', question.competencies.join(', ')],
    ['response', question.response?.mode ?? ''],
    ['language', question.language],
    ['license', question.license],
    ['authors', (question.record?.authors ?? []).join(', ')],
  ];
  return `<!--\n${fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${withoutArrow(oneLine(value))}`)
    .join('\n')}\n-->`;
}

const choicesText = ({ question }: Placed): string =>
  (question.response?.choices ?? [])
    .map(({ text, correct }) => `- [${correct === true ? 'x' : ' '}] ${text.replace(/\n(?!\n)/g, '\n  ')}`)
    .join('\n');

/** A comment ends with an arrow, which JSON can write otherwise. */
const sidecarComment = (file: BankFile): string =>
  `<!-- interview-bank/1 ${JSON.stringify(JSON.parse(printBankJson(file))).replace(/>/g, '\\u003e')} -->`;

const withoutArrow = (text: string): string => text.replace(/-->/g, '->');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
