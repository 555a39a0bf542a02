import type { KitBlueprint } from './blueprint';
import { fitsSlot } from './fits-slot';
import type { Term } from './linear-program';
import type { PoolQuestion } from './pool-question';
import type { ProgramDraft } from './program-draft';

/** One way to use a question: in a round, in one of its slots where it has any. `column` is 1 where it is used so. */
export interface Placement {
  readonly questionId: string;
  readonly round: number;
  readonly slot?: number;
  readonly column: number;
}

export interface KitDraftOptions {
  /** Begins every name and origin, so that several kits fit into one program. */
  readonly prefix: string;
  /** `objective`: what the kit is worth is added to the objective. `row`: it is only noted, in `worth`. */
  readonly paysInto: 'objective' | 'row';
  /** Whether a round may hold questions at all. */
  readonly mayHold: (round: number) => boolean;
}

/** One kit while its part of a program is being written. */
export class KitDraft {
  readonly placements: Placement[] = [];
  /** What the kit is worth, as terms. */
  readonly worth: Term[] = [];
  /** Columns and rows of this kit, in the order of writing: kits of one blueprint write the same ones. */
  readonly columns: number[] = [];
  readonly rows: number[] = [];
  private readonly placesOf: readonly (readonly Placement[])[];
  private readonly indexOf: ReadonlyMap<string, number>;

  constructor(
    private readonly program: ProgramDraft,
    readonly blueprint: KitBlueprint,
    /** In the order of their ids. */
    readonly questions: readonly PoolQuestion[],
    private readonly options: KitDraftOptions,
    worthOf: (question: PoolQuestion) => number,
  ) {
    this.indexOf = new Map(questions.map((question, index) => [question.id, index]));
    this.placesOf = questions.map((question) => this.place(question, worthOf(question)));
  }

  /** Adds a whole column that is worth `cost` a unit; returns its index. */
  addColumn(name: string, upper: number, cost: number, lower = 0): number {
    const isCost = this.options.paysInto === 'objective';
    const column = this.program.addColumn({ name: this.options.prefix + name, lower, upper, integer: true, cost: isCost ? cost : 0 });
    this.columns.push(column);
    if (cost !== 0) this.worth.push({ column, coefficient: cost });
    return column;
  }

  addRow(name: string, origin: string, lower: number, upper: number, terms: readonly Term[]): void {
    this.rows.push(this.program.addRow(this.options.prefix + name, this.options.prefix + origin, lower, upper, terms));
  }

  /** The placements of one question: in one round, or in all of them. */
  termsOf(questionIndex: number, coefficient = 1, round?: number): Term[] {
    const terms: Term[] = [];
    this.append(terms, questionIndex, coefficient, round);
    return terms;
  }

  /** The placements of the questions, each with its own coefficient; 0 leaves a question out. */
  termsWith(coefficient: (question: PoolQuestion) => number, round?: number): Term[] {
    const terms: Term[] = [];
    this.questions.forEach((question, index) => this.append(terms, index, coefficient(question), round));
    return terms;
  }

  termsOfIds(ids: readonly string[], round?: number): Term[] {
    const terms: Term[] = [];
    for (const id of ids) this.append(terms, this.indexOf.get(id) ?? -1, 1, round);
    return terms;
  }

  termsOfSlot(round: number, slot: number): Term[] {
    return this.placements
      .filter((place) => place.round === round && place.slot === slot)
      .map(({ column }) => ({ column, coefficient: 1 }));
  }

  /** The rules that hold for any kit: a question stands in one place, a slot holds one question. */
  writeStandingRules(): void {
    this.questions.forEach((question, index) => {
      const terms = this.termsOf(index);
      if (terms.length > 1) this.addRow(`once.${question.id}`, 'once', -Infinity, 1, terms);
    });
    this.blueprint.rounds.forEach(({ slots = [] }, round) =>
      slots.forEach((_, slot) => {
        const terms = this.termsOfSlot(round, slot);
        if (terms.length > 1) this.addRow(`full.round${round + 1}.slot${slot + 1}`, 'once', -Infinity, 1, terms);
      }),
    );
  }

  /** Rows have many thousands of terms: they are written in place. */
  private append(terms: Term[], questionIndex: number, coefficient: number, round: number | undefined): void {
    if (coefficient === 0) return;
    for (const place of this.placesOf[questionIndex] ?? []) {
      if (round === undefined || place.round === round) terms.push({ column: place.column, coefficient });
    }
  }

  private place(question: PoolQuestion, worth: number): Placement[] {
    const places = this.blueprint.rounds.flatMap(({ slots }, round): Placement[] => {
      const upper = this.options.mayHold(round) ? 1 : 0;
      const name = `x.${question.id}.round${round + 1}`;
      if (slots === undefined) return [{ questionId: question.id, round, column: this.addColumn(name, upper, worth) }];
      return slots.flatMap((wish, slot) =>
        fitsSlot(wish, question)
          ? [{ questionId: question.id, round, slot, column: this.addColumn(`${name}.slot${slot + 1}`, upper, worth) }]
          : [],
      );
    });
    this.placements.push(...places);
    return places;
  }
}
