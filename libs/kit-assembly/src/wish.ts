/** What a wish counts. Rounds and slots are indexes from 0; without a round, the whole kit is meant. */
export type WishSubject =
  | { readonly of: 'minutes' | 'questions'; readonly round?: number }
  | { readonly of: 'competency' | 'category' | 'tag'; readonly slug: string; readonly round?: number }
  | { readonly of: 'kind'; readonly kind: string; readonly round?: number }
  | { readonly of: 'level'; readonly from: number; readonly to: number }
  | { readonly of: 'slot'; readonly round: number; readonly slot: number }
  | { readonly of: 'judged'; readonly round: number }
  | { readonly of: 'meanDifficulty' }
  | { readonly of: 'spread'; readonly around: number }
  | { readonly of: 'firstCompetency'; readonly slug: string }
  | { readonly of: 'raters'; readonly competency: string }
  | { readonly of: 'load' }
  | { readonly of: 'mustHave'; readonly questionId: string }
  | { readonly of: 'pin'; readonly questionId: string; readonly round: number }
  | { readonly of: 'excluded'; readonly questionId: string }
  | { readonly of: 'exposure'; readonly limit: number }
  | { readonly of: 'seniority'; readonly slug: string }
  | { readonly of: 'asked'; readonly questionIds: readonly string[] }
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
  /** In the unit of the subject: minutes, questions, levels of difficulty, members of the panel. */
  readonly required: number;
  /** Points lost per unit missed (difficulty: per hundredth, summed); absent where the wish is hard. */
  readonly softPrice?: number;
}

/** The round that a wish is about; undefined where it is about the kit. */
export const roundOf = ({ subject }: Wish): number | undefined => ('round' in subject ? subject.round : undefined);

/** Kinds of wishes that only keep questions out of a kit, or apart from each other. */
export const ONLY_BARS: ReadonlySet<WishSubject['of']> = new Set([
  'excluded',
  'exposure',
  'seniority',
  'asked',
  'judged',
  'firstCompetency',
  'enemies',
  'variantFamily',
]);
