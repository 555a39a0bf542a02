import type { CalibrationAnswer } from '@touchstone/bank-format';
import type { Material } from './material';

/** A hint that was given, and the highest level that it leaves to a criterion. */
export interface Cap {
  readonly hint: string;
  readonly criterion: string;
  readonly level: number;
}

/** What the hints given in an answer cost it. */
export const capsOf = ({ hints }: CalibrationAnswer, question: Material['question']): readonly Cap[] =>
  question.hints
    .filter(({ id }) => hints.includes(id))
    .flatMap(({ id, caps }) => Object.entries(caps).map(([criterion, level]) => ({ hint: id, criterion, level })));
