import type { ColumnUse } from '../../doors/incoming';
import { refuseFile } from '../../guard/refusal';
import { columnOf, SCRIPT_ORDER, type ScriptSection } from '../../doors/script-sections';
import { isBlankRow, type TableRow } from './table-row';

/** Columns that hold a section of the script, written as `sectionText` writes it. */
const SECTION_COLUMNS = SCRIPT_ORDER.map(columnOf) as readonly SectionColumn[];
type Snake<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `_${Lowercase<Letter>}`}${Snake<Rest>}`
  : Name;
type SectionColumn = Snake<ScriptSection>;

/** What a column of a bank in a table can hold; the names are those of our own export. */
export const TABLE_FIELDS = [
  'id',
  'version',
  'status',
  'category',
  'title',
  'kind',
  'prompt',
  'context',
  'exhibits',
  'seniority',
  'roles',
  'difficulty',
  'minutes',
  'seconds',
  'competencies',
  'tags',
  'wordings',
  'response',
  'choices',
  'correct',
  'language',
  'license',
  'authors',
  ...SECTION_COLUMNS,
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** Words that people write over columns, in several languages, without accents and blanks. */
const WORDS: Readonly<Partial<Record<TableField, readonly string[]>>> = {
  id: ['questionid', 'qid', 'nr', 'no', 'number', 'nummer', 'key', 'code', 'identifier', 'номер'],
  category: [
    'area',
    'topic',
    'subject',
    'section',
    'kategorie',
    'bereich',
    'thema',
    'categorie',
    'categoria',
    'domain',
    'skillarea',
    'group',
    'категория',
    'тема',
    'раздел',
  ],
  title: ['name', 'titel', 'titre', 'titulo', 'headline', 'название', 'заголовок'],
  prompt: [
    'question',
    'questions',
    'questiontext',
    'interviewquestion',
    'interviewquestions',
    'text',
    'frage',
    'fragen',
    'fragetext',
    'pregunta',
    'domanda',
    'вопрос',
    'вопросы',
    '问题',
  ],
  context: ['scenario', 'situation', 'background', 'kontext', 'контекст'],
  seniority: ['level', 'experience', 'experiencelevel', 'stufe', 'niveau', 'nivel', 'уровень', 'grade'],
  roles: ['role', 'position', 'job', 'jobtitle', 'rolle', 'роль', 'должность'],
  kind: ['type', 'questiontype', 'typ', 'art', 'tipo', 'тип'],
  difficulty: ['hardness', 'complexity', 'schwierigkeit', 'schwierigkeitsgrad', 'difficulte', 'dificultad', 'сложность'],
  minutes: ['duration', 'time', 'timeminutes', 'dauer', 'minuten', 'estimatedminutes', 'время', 'минуты'],
  seconds: ['timeseconds', 'timelimit', 'timeinseconds', 'sekunden'],
  competencies: ['competency', 'skill', 'skills', 'kompetenz', 'kompetenzen', 'competence', 'навыки', 'компетенция', 'компетенции'],
  tags: ['tag', 'keywords', 'labels', 'schlagworte', 'stichworte', 'теги', 'метки'],
  probes: ['followup', 'followups', 'followupquestions', 'probe', 'nachfragen'],
  model_answer: [
    'answer',
    'answers',
    'modelanswer',
    'expectedanswer',
    'sampleanswer',
    'solution',
    'antwort',
    'musterantwort',
    'respuesta',
    'reponse',
    'ответ',
    'ответы',
  ],
  rubric: ['scoring', 'scoringguide', 'bewertung', 'criteria', 'kriterien', 'критерии'],
  scoring_notes: ['notes', 'comment', 'comments', 'remarks', 'notizen', 'заметки', 'whattolookfor', 'lookfor'],
  language: ['locale', 'lang', 'sprache', 'язык'],
  license: ['licence', 'lizenz', 'лицензия'],
  authors: ['author', 'autor', 'autoren', 'автор'],
  sources: ['source', 'link', 'links', 'url', 'reference', 'references', 'quelle', 'источник'],
  correct: ['correctanswer', 'correctanswers', 'rightanswer', 'key', 'richtig', 'loesung'],
};

const folded = (head: string): string =>
  head
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Which field a head means; null where it means none that is known. */
export function fieldOf(head: string): TableField | null {
  const word = folded(head);
  if (word === '') return null;
  const own = TABLE_FIELDS.find((field) => folded(field) === word);
  return own ?? TABLE_FIELDS.find((field) => WORDS[field]?.some((known) => known === word) ?? false) ?? null;
}

/** How a table is read: which row is the head, which column is what, and the columns of choices by their number. */
export interface TablePlan {
  readonly head: TableRow;
  readonly columns: ReadonlyMap<TableField, number>;
  readonly choices: readonly { readonly text: number; readonly score: number | null }[];
  readonly uses: readonly ColumnUse[];
}

const ROWS_BEFORE_HEAD = 10;

/** Finds the head among the first rows (a title may stand above it) and takes each column for a field, as told or by its words. */
export function guessColumns(first: readonly TableRow[], told: Readonly<Record<string, string>> = {}): TablePlan | null {
  const rows = first.slice(0, ROWS_BEFORE_HEAD).filter((row) => !isBlankRow(row));
  const toldHeads = Object.values(told).filter((head) => head !== '');
  const known = (row: TableRow): number =>
    row.cells.filter((cell) => fieldOf(cell) !== null || toldHeads.some((head) => folded(head) === folded(cell))).length;
  const head = rows.find((row) => row.cells.some((cell) => fieldOf(cell) === 'prompt')) ?? rows.find((row) => known(row) > 0);
  if (head === undefined) return null;
  const columns = new Map<TableField, number>();
  for (const [field, wanted] of Object.entries(told)) {
    const name = TABLE_FIELDS.find((one) => one === field);
    if (name === undefined)
      refuseFile('COLUMN_NOT_FOUND', `"${field}" is no field of a question.`, `The fields are ${TABLE_FIELDS.join(', ')}.`);
    else if (wanted !== '') columns.set(name, columnNamed(head, wanted));
  }
  head.cells.forEach((cell, index) => {
    const field = fieldOf(cell);
    const taken = [...columns.values()].includes(index);
    if (field !== null && !taken && !columns.has(field) && told[field] === undefined) columns.set(field, index);
  });
  const titleAlone = columns.get('title');
  if (!columns.has('prompt') && titleAlone !== undefined && told['title'] === undefined) {
    columns.delete('title');
    columns.set('prompt', titleAlone);
  }
  const names = new Map([...columns].map(([field, index]) => [index, field as string]));
  const choices = choiceColumns(head);
  choices.forEach(({ text, score }, index) => {
    names.set(text, `choice ${index + 1}`);
    if (score !== null) names.set(score, `score of choice ${index + 1}`);
  });
  return { head, columns, choices, uses: head.cells.map((cell, column) => ({ column, head: cell, use: names.get(column) ?? null })) };
}

function columnNamed(head: TableRow, wanted: string): number {
  const byHead = head.cells.findIndex((cell) => folded(cell) === folded(wanted));
  const byNumber = /^\d+$/.test(wanted) ? Number(wanted) - 1 : -1;
  const found = byHead === -1 ? byNumber : byHead;
  if (found >= 0 && found < head.cells.length) return found;
  return refuseFile(
    'COLUMN_NOT_FOUND',
    `There is no column "${wanted}".`,
    `The columns are ${head.cells.map((cell) => `"${cell}"`).join(', ')}.`,
  );
}

/** Columns such as `Answer1`, `choice_2`, `Option C`, each with the column of its score where there is one. */
function choiceColumns({ cells }: TableRow): TablePlan['choices'] {
  const heads = cells.map((cell) => cell.trim().toLowerCase());
  return heads.flatMap((head, text) => {
    if (!/^(answer|choice|option|antwort)[ _-]?(\d{1,2}|[a-h])$/.test(head)) return [];
    const score = heads.findIndex((other) => other === `${head}_score` || other === `${head} score`);
    return [{ text, score: score === -1 ? null : score }];
  });
}
