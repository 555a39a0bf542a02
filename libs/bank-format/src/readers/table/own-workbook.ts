import type { IncomingCriterion, IncomingQuestion, IncomingRubric } from '../../doors/incoming';
import { RUBRIC_HEAD } from '../../doors/rubric-sheet';
import { cellAt, isBlankRow } from './table-row';
import type { WorkbookSheet } from './read-workbook';

/** Whether the sheet holds the rubrics that our export writes beside the questions. */
export const isOwnWorkbook = ({ rows }: WorkbookSheet): boolean =>
  rows[0] !== undefined && RUBRIC_HEAD.every((head, index) => rows[0]?.cells[index] === head);

/** Rubrics by the id of their question. */
export function rubricsOfSheet(sheet: WorkbookSheet): ReadonlyMap<string, IncomingRubric> {
  const rubrics = new Map<string, { readonly row: number; readonly criteria: Map<string, IncomingCriterion> }>();
  for (const row of sheet.rows.slice(1)) {
    if (isBlankRow(row)) continue;
    const [question, id, title, competency, weight, level, label, anchor] = RUBRIC_HEAD.map((_, index) => cellAt(row, index).trim());
    const rubric = rubrics.get(question ?? '') ?? { row: row.number, criteria: new Map() };
    rubrics.set(question ?? '', rubric);
    const before = rubric.criteria.get(id ?? '');
    const added =
      anchor === ''
        ? []
        : [{ points: level === '' ? null : Number(level), label: label === '' ? null : (label ?? null), text: anchor ?? '' }];
    rubric.criteria.set(id ?? '', {
      sourceId: id,
      title: title ?? '',
      ...(competency !== '' && { competency }),
      ...(weight !== '' && { weight: Number(weight) }),
      levels: [...(before?.levels ?? []), ...added],
    });
  }
  return new Map(
    [...rubrics].map(([question, { row, criteria }]) => [
      question,
      { place: { sheet: sheet.name, row }, sourceId: null, title: null, criteria: [...criteria.values()] },
    ]),
  );
}

export const withRubrics = (
  questions: readonly IncomingQuestion[],
  rubrics: ReadonlyMap<string, IncomingRubric>,
): readonly IncomingQuestion[] =>
  questions.map((question) => ({ ...question, rubric: rubrics.get(question.own?.id ?? question.sourceId ?? '') ?? question.rubric }));
