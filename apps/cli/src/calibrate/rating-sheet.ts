import { csvRows } from '@touchstone/bank-format';
import { answerOrder } from './answer-order';
import type { Material } from './material';

/** The columns of ratings in a file; `rater` only where several rate. */
export const COLUMNS = ['answer', 'criterion', 'level'] as const;

/** The table to fill: a row for each answer and criterion, the answers in the order of the form, the level left empty. */
export const ratingSheet = ({ set, question }: Material, seed: number): Promise<string> =>
  csvRows([
    COLUMNS,
    ...answerOrder(set.answers, seed).flatMap(({ id }) => question.rubric.criteria.map((criterion) => [id, criterion.id, ''])),
  ]);
