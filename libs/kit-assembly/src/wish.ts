/** What a wish counts. Rounds are indexes from 0. */
export type WishSubject =
  | { readonly of: 'roundMinutes'; readonly round: number }
  | { readonly of: 'roundQuestions'; readonly round: number }
  | { readonly of: 'roundCompetency'; readonly round: number; readonly slug: string }
  | { readonly of: 'roundCategory'; readonly round: number; readonly slug: string }
  | { readonly of: 'roundKind'; readonly round: number; readonly kind: string }
  | { readonly of: 'meanDifficulty' }
  | { readonly of: 'mandatoryCategory'; readonly slug: string }
  | { readonly of: 'mustHave'; readonly questionId: string }
  | { readonly of: 'pin'; readonly questionId: string; readonly round: number }
  | { readonly of: 'excluded'; readonly questionId: string }
  | { readonly of: 'exposure'; readonly limit: number }
  | { readonly of: 'enemies'; readonly pair: readonly [string, string] }
  | { readonly of: 'variantFamily'; readonly family: string };

/** One side of one limit of a blueprint: the unit in which slack is reported and conflicts are told. */
export interface Wish {
  /** Machine name, unique in a blueprint: `round2.minutes.max`, `enemies.q1.q2`. Rounds are counted from 1 here. */
  readonly id: string;
  /** The wish in the blueprint's own words: `Round 'Design': at most 80 minutes`. */
  readonly label: string;
  readonly subject: WishSubject;
  readonly side: 'min' | 'max';
  /** In the unit of the subject: minutes, questions, levels of difficulty. */
  readonly required: number;
  /** Points lost per unit missed (difficulty: per hundredth, summed); absent where the wish is hard. */
  readonly softPrice?: number;
}
