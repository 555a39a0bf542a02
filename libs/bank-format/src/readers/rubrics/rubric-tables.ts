import type { IncomingCriterion, IncomingLevel, IncomingRubric } from '../../doors/incoming';
import type { Found } from '../../doors/reading';
import { readCsvRows } from '../table/read-csv-rows';
import { isBlankRow, type TableRow } from '../table/table-row';

const CANVAS_HEAD = ['rubric name', 'criteria name', 'criteria description', 'criteria enable range'];
const LEADING = CANVAS_HEAD.length;

export const isCanvasRubric = (text: string): boolean => /^\ufeff?"?rubric name"?[,;\t]"?criteria name"?[,;\t]/i.test(text);
export const isMatrixRubric = (text: string): boolean => /^\ufeff?"?(point value|points?|score)"?[,;\t]\s*"?-?\d/i.test(text);

/** Rubrics as Canvas reads and writes them: a criterion a row, then name, description and points of each rating, best first. */
export async function canvasRubricCsv(text: string): Promise<Found> {
  const rubrics = new Map<string, { row: number; criteria: IncomingCriterion[] }>();
  await readCsvRows(text, (row) => {
    if (isBlankRow(row) || row.cells[0]?.trim().toLowerCase() === CANVAS_HEAD[0]) return;
    const [name = '', title = '', description = ''] = row.cells.map((cell) => cell.trim());
    const rubric = rubrics.get(name) ?? { row: row.number, criteria: [] };
    rubrics.set(name, rubric);
    rubric.criteria.push(withWeight({ title, levels: ratingsOf(row) }, description));
  });
  return {
    rubrics: [...rubrics].map(([title, { row, criteria }]) => ({ place: { row }, sourceId: null, title, criteria: asWritten(criteria) })),
  };
}

function ratingsOf({ cells }: TableRow): readonly IncomingLevel[] {
  const levels: IncomingLevel[] = [];
  for (let at = LEADING; at < cells.length; at += 3) {
    const [label = '', text = '', points = ''] = cells.slice(at, at + 3).map((cell) => cell.trim());
    if (label === '' && text === '' && points === '') continue;
    const number = Number(points.replace(',', '.'));
    levels.push({
      label: label === '' ? null : label,
      text: text.replace(/ \/ /g, '\n'),
      points: points === '' || !Number.isFinite(number) ? null : number,
    });
  }
  return levels;
}

/** Our export says the weight in the description, because points there are level times weight. */
function withWeight(criterion: IncomingCriterion, description: string): IncomingCriterion {
  const weight = /^Weight (\d+(?:\.\d+)?)$/.exec(description);
  if (weight !== null) return { ...criterion, weight: Number(weight[1]) };
  return { ...criterion, ...(description !== '' && { description }) };
}

/** Points of our own export become levels again: points divided by the weight. */
const asWritten = (criteria: readonly IncomingCriterion[]): readonly IncomingCriterion[] =>
  criteria.map((criterion) => {
    const { weight } = criterion;
    if (weight === undefined) return criterion;
    return {
      ...criterion,
      levels: criterion.levels.map((level) => ({ ...level, points: level.points === null ? null : rounded(level.points / weight) })),
    };
  });

const rounded = (number: number): number => Math.round(number * 1e6) / 1e6;

/** A matrix: points in the first row, names of levels in the second, then a criterion a row. It has no title; the file has a name. */
export async function matrixRubricCsv(text: string, title: string): Promise<Found> {
  const rows: TableRow[] = [];
  await readCsvRows(text, (row) => void (isBlankRow(row) || rows.push(row)));
  const [points, ...rest] = rows;
  const named = rest[0] !== undefined && /^(rating|level|grade|scale|criteria|criterion)?s?$/i.test(rest[0].cells[0]?.trim() ?? '');
  const names = named ? rest[0] : undefined;
  const criteria = rest.slice(named ? 1 : 0).map(({ cells }): IncomingCriterion => ({
    title: cells[0]?.trim() ?? '',
    levels: (points?.cells ?? []).slice(1).flatMap((number, index): IncomingLevel[] => {
      const anchor = cells[index + 1]?.trim() ?? '';
      const label = names?.cells[index + 1]?.trim() ?? '';
      return number.trim() === '' ? [] : [{ points: Number(number), label: label === '' ? null : label, text: anchor }];
    }),
  }));
  const rubric: IncomingRubric = { place: { row: 1 }, sourceId: null, title, criteria };
  return { rubrics: criteria.length === 0 ? [] : [rubric] };
}
