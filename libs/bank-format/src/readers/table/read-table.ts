import type { IncomingChoice, IncomingQuestion } from '../../doors/incoming';
import { takeExhibits } from '../../doors/exhibits-as-text';
import { ownReference } from '../../doors/own-reference';
import type { Reading } from '../../doors/reading';
import type { DoorPlace } from '../../guard/door-fault';
import { ScriptCells } from './script-cells';
import type { TableField, TablePlan } from './guess-columns';
import { cellAt, isBlankRow, type TableRow } from './table-row';

/** Reads the rows below the head, one by one, as questions. */
export class TableReader {
  readonly questions: IncomingQuestion[] = [];
  private readonly scriptCells: ScriptCells;
  private readonly width: number;

  constructor(
    private readonly plan: TablePlan,
    private readonly reading: Reading,
    parse: ConstructorParameters<typeof ScriptCells>[0],
    private readonly sheet?: string,
  ) {
    this.scriptCells = new ScriptCells(parse);
    this.width = plan.head.cells.length;
  }

  take(row: TableRow): void {
    if (row.number <= this.plan.head.number || isBlankRow(row)) return;
    const place: DoorPlace = { row: row.number, ...(this.sheet !== undefined && { sheet: this.sheet }) };
    this.tellWidth(row, place);
    const question = this.questionOf(row, place);
    if (question === null) return;
    this.reading.countQuestion();
    this.questions.push(question);
  }

  private tellWidth(row: TableRow, place: DoorPlace): void {
    if (this.sheet !== undefined) return;
    const { notices } = this.reading;
    if (row.cells.length < this.width)
      notices.warn(
        'CSV_ROW_SHORT',
        `The row has ${row.cells.length} cells where the head has ${this.width}; the others count as empty.`,
        'Look whether a delimiter is missing.',
        place,
      );
    if (row.cells.length > this.width && row.cells.slice(this.width).some((cell) => cell.trim() !== ''))
      notices.warn(
        'CSV_ROW_LONG',
        `The row has ${row.cells.length} cells where the head has ${this.width}; the others are not read.`,
        'Look whether a text with a delimiter lacks its quotation marks.',
        place,
      );
  }

  private questionOf(row: TableRow, place: DoorPlace): IncomingQuestion | null {
    const cell = (field: TableField): string => cellAt(row, this.plan.columns.get(field)).replace(/\r\n?/g, '\n').trim();
    const text = (field: TableField): string | undefined => nonEmpty(this.reading.fromMaybeHtml(cell(field), place));
    const words = (field: TableField): readonly string[] => splitCell(cell(field));
    const prompt = this.reading.fromMaybeHtml(cellAt(row, this.plan.columns.get('prompt')).replace(/\r\n?/g, '\n').trimEnd(), place);
    const isOwnDraft = this.plan.columns.has('version') && cell('id') !== '' && cell('title') !== '';
    if (prompt.trim() === '' && !isOwnDraft) {
      this.reading.notices.warn(
        'ROW_EMPTY_TEXT',
        'The row has no text of a question and is left out.',
        'Write the question, or remove the row.',
        place,
      );
      return null;
    }
    const choices = this.choicesOf(row, cell('correct'), place) ?? this.scriptCells.choices(cell('choices'));
    if (this.plan.choices.length > 0 && /\[[^\][]+\](?!\()/.test(prompt))
      this.reading.notices.warn(
        'ATTACHMENT_MISSING',
        'The text names an image in brackets that the table does not hold.',
        'Attach it to the question.',
        place,
      );
    const version = Number(cell('version'));
    const own = ownReference(cell('id'));
    return {
      place,
      sourceId: nonEmpty(cell('id')) ?? null,
      own: own ?? (Number.isSafeInteger(version) && version > 0 && cell('id') !== '' ? { bank: '', id: cell('id'), version } : null),
      title: text('title') ?? null,
      prompt,
      context: text('context'),
      exhibits: takeExhibits(cell('exhibits')).exhibits,
      answer: choices === null ? 'open' : 'choice',
      choices: choices ?? undefined,
      ...this.scriptCells.response(cell('response')),
      categoryPath: cell('category')
        .split(/\s+\/\s+|\s*>\s*|::/)
        .map((step) => step.trim())
        .filter((step) => step !== ''),
      tags: words('tags'),
      competencies: words('competencies'),
      roles: words('roles'),
      seniority: words('seniority'),
      kind: nonEmpty(cell('kind')),
      difficulty: difficultyOf(cell('difficulty')),
      minutes: this.minutesOf(cell('minutes'), cell('seconds')),
      language: nonEmpty(cell('language')),
      license: nonEmpty(cell('license')),
      authors: words('authors'),
      wordings: this.scriptCells.wordings(cell('wordings')),
      script: this.scriptCells.script((field) => text(field)),
      rubric: this.scriptCells.rubric(cell('rubric'), place) ?? undefined,
      foreign: this.foreignOf(row),
    };
  }

  /** Minutes; a column called "Time" beside choices counts seconds, as quiz tools do. */
  private minutesOf(minutes: string, seconds: string): number | undefined {
    const whole = numberOf(minutes.replace(/\s*(min(utes?)?\.?|Minuten|мин\.?)$/i, ''));
    const inSeconds = numberOf(seconds) ?? (this.plan.choices.length > 0 ? whole : undefined);
    return inSeconds === undefined ? whole : Math.ceil(inSeconds / 30) / 2;
  }

  private choicesOf(row: TableRow, correct: string, place: DoorPlace): readonly IncomingChoice[] | null {
    if (this.plan.choices.length === 0) return null;
    const right = new Set(
      correct
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((name) => name.replace(/^(answer|choice|option|antwort)[ _-]?/, '')),
    );
    const choices = this.plan.choices.flatMap((columns, index): IncomingChoice[] => {
      const text = this.reading.fromMaybeHtml(cellAt(row, columns.text).trim(), place);
      const score = columns.score === null ? undefined : numberOf(cellAt(row, columns.score).trim());
      const letter = String.fromCharCode(97 + index);
      const isRight = right.has(String(index + 1)) || right.has(letter) || right.has(text.toLowerCase());
      return text === '' ? [] : [{ text, correct: isRight, ...(score !== undefined && { score }) }];
    });
    return choices.length === 0 ? null : choices;
  }

  /** Columns that say themselves that they are data about the question. */
  private foreignOf(row: TableRow): IncomingQuestion['foreign'] {
    const fields = this.plan.uses.flatMap(({ column, head, use }): [string, string][] => {
      const value = cellAt(row, column).trim();
      return use === null && /^(metadata|custom|x)[_-]/i.test(head.trim()) && value !== '' ? [[head.trim(), value]] : [];
    });
    return fields.length === 0 ? undefined : { format: 'csv', fields: Object.fromEntries(fields) };
  }
}

const DIFFICULTY_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(very easy|trivial|sehr leicht|beginner)$/i, 1],
  [/^(easy|low|simple|leicht|einfach|basic|facile|fácil|лёгкий|легкий)$/i, 2],
  [/^(medium|mid|middle|moderate|intermediate|normal|mittel|moyen|media|средний)$/i, 3],
  [/^(hard|high|difficult|schwer|schwierig|advanced|difficile|difícil|сложный)$/i, 4],
  [/^(very hard|very difficult|expert|sehr schwer|extreme)$/i, 5],
];

/** A number, or a word for one. */
const difficultyOf = (text: string): number | undefined => numberOf(text) ?? DIFFICULTY_WORDS.find(([words]) => words.test(text))?.[1];

const nonEmpty = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

const numberOf = (text: string): number | undefined => {
  const number = Number(text.replace(',', '.'));
  return text === '' || !Number.isFinite(number) ? undefined : number;
};

/** `a; b`, `a, b`, or a list as programming languages write it: `['a', 'b']`. */
function splitCell(cell: string): readonly string[] {
  const list = /^\s*[[(](.*)[\])]\s*$/s.exec(cell);
  const isLiteral = list !== null && /^\s*["']/.test(list[1] as string);
  const inside = isLiteral ? (list[1] as string) : cell;
  const mark = inside.includes(';') ? /;/ : /[,\n]/;
  return inside
    .split(isLiteral ? /,/ : mark)
    .map((part) => (isLiteral ? part.trim().replace(/^["']|["']$/g, '') : part.trim()))
    .filter((part) => part !== '');
}
