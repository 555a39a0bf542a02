import type { PoolQuestion } from './blueprint';
import type { Column, Row, Term } from './linear-program';

/** A program while it is being written: columns and rows, and the placements of questions in rounds by question. */
export class ProgramDraft {
  readonly columns: Column[] = [];
  readonly rows: Row[] = [];
  private readonly indexOf: ReadonlyMap<string, number>;

  constructor(
    readonly questions: readonly PoolQuestion[],
    private readonly rounds: number,
  ) {
    this.indexOf = new Map(questions.map((question, index) => [question.id, index]));
  }

  /** Returns the index of the new column. */
  addColumn(column: Column): number {
    return this.columns.push(column) - 1;
  }

  addRow(name: string, origin: string, lower: number, upper: number, terms: readonly Term[]): void {
    this.rows.push({ name, origin, lower, upper, terms });
  }

  /** The placements of one question: in one round, or in all of them. */
  termsOf(questionIndex: number, coefficient = 1, round?: number): Term[] {
    if (coefficient === 0) return [];
    const first = questionIndex * this.rounds;
    if (round !== undefined) return [{ column: first + round, coefficient }];
    return Array.from({ length: this.rounds }, (_, offset) => ({ column: first + offset, coefficient }));
  }

  /** The placements of the questions that pass, each with its own coefficient. */
  termsWhere(passes: (question: PoolQuestion) => boolean, coefficient: (question: PoolQuestion) => number, round?: number): Term[] {
    return this.questions.flatMap((question, index) => (passes(question) ? this.termsOf(index, coefficient(question), round) : []));
  }

  termsOfIds(ids: readonly string[], round?: number): Term[] {
    return ids.flatMap((id) => {
      const index = this.indexOf.get(id);
      return index === undefined ? [] : this.termsOf(index, 1, round);
    });
  }
}
