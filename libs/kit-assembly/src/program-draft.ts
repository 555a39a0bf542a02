import type { Column, Row, Term } from './linear-program';

/** A program while it is being written. */
export class ProgramDraft {
  readonly columns: Column[] = [];
  readonly rows: Row[] = [];

  /** Returns the index of the new column. */
  addColumn(column: Column): number {
    return this.columns.push(column) - 1;
  }

  /** Returns the index of the new row. */
  addRow(name: string, origin: string, lower: number, upper: number, terms: readonly Term[]): number {
    return this.rows.push({ name, origin, lower, upper, terms }) - 1;
  }
}
