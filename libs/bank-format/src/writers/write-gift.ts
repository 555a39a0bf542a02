import { exhibitsText } from '../doors/exhibits-as-text';
import { ownReferenceText } from '../doors/own-reference';
import { PART_MARK } from '../readers/parted';
import { tagsOfFields } from '../readers/short-tags';
import { categoryNames, type Outgoing, type Placed, placedQuestions } from './outgoing';

/** Questions in GIFT, which knows no rubric, probes or sources: it says so in its first line. */
export function writeGift(outgoing: Outgoing): string {
  const lines = ['// Rubrics, probes, answers, sources and lengths have no place in GIFT. The own format has everything.'];
  let category = '';
  for (const placed of placedQuestions(outgoing)) {
    const path = ['$course$', 'top', ...categoryNames(placed).map((name) => name.replace(/\//g, '//').replace(/\s+/g, ' '))].join('/');
    if (path !== category) lines.push('', `$CATEGORY: ${path}`);
    category = path;
    lines.push('', commentOf(placed), questionOf(placed));
  }
  return `${lines.join('\n')}\n`;
}

function commentOf({ file, question }: Placed): string {
  const tags = [...question.tags, ...tagsOfFields(question)].map((tag) => `[tag:${tag.replace(/[\][]/g, ' ')}]`);
  return `// [id:${ownReferenceText(file.bank.id, question.id, question.record?.version)}] ${tags.join(' ')}`;
}

function questionOf({ question }: Placed): string {
  const context = [question.context ?? '', exhibitsText(question.exhibits)].filter((part) => part !== '').join('\n\n');
  const text = context === '' ? question.prompt : `${context}${PART_MARK}${question.prompt}`;
  return `::${escaped(question.title)}::[markdown]${escaped(text)}${answersOf(question)}`;
}

function answersOf({ response }: Placed['question']): string {
  const choices = response?.choices ?? [];
  if (choices.length === 0) return ' {}';
  const right = choices.filter(({ correct }) => correct === true).length;
  const share = Number((100 / Math.max(1, right)).toFixed(5));
  const answers = choices.map(({ text, correct = false }) =>
    right === 1 ? `${correct ? '=' : '~'}${escaped(text)}` : `~%${correct ? share : -100}%${escaped(text)}`,
  );
  return ` {${answers.join(' ')}}`;
}

/** Marks of GIFT get a backslash, line ends are written as \n, because a blank line would end the question. */
const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/[~=#{}:]/g, '\\$&')
    .replace(/\n/g, '\\n');
