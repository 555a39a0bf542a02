import { type RatingTable, tabulate } from '@touchstone/psychometrics';
import type { OracleInput } from './section';

/** The ratings of a case as a table. Throws where they are none, which shows as a fault of the section. */
export function tableOf({ ratings = [], scale }: OracleInput): RatingTable {
  const table = tabulate(ratings, { scale });
  if (!table.ok) throw new Error(table.error.map(({ message }) => message).join(' '));
  return table.value;
}
