import type { RaschAnalysis } from '../rasch/analysis';
import { type CentralTendency, centralTendency } from '../rasch/central-tendency';
import { type HaloEffect, haloEffects } from '../rasch/halo-effects';
import { raschMap } from '../rasch/rasch-map';
import { type Separation, separation } from '../rasch/separation';
import { type UnexpectedRating, unexpectedRatings } from '../rasch/unexpected-ratings';
import type { RatingTable } from '../ratings/rating-table';
import { LIMITS } from './limits';

export interface DiagnosisChapter {
  readonly rasch: RaschAnalysis;
  readonly separation: { readonly candidates: Separation | null; readonly raters: Separation | null; readonly items: Separation | null };
  /** Two standard deviations or more from what is expected; the most unexpected first, at most `LIMITS.unexpectedRatings` of them. */
  readonly unexpected: readonly UnexpectedRating[];
  readonly unexpectedInAll: number;
  readonly halo: readonly HaloEffect[];
  readonly centralTendency: readonly CentralTendency[];
}

/** How do raters, items and the scale behave? Severity, difficulty and ability on one ruler, and what does not fit. */
export function diagnosisChapter(table: RatingTable): DiagnosisChapter {
  const rasch = raschMap(table);
  const measured = rasch.candidates.some(({ measure }) => measure.value !== null);
  const unexpected = measured ? unexpectedRatings(table, rasch) : [];
  return {
    rasch,
    separation: { candidates: separation(rasch.candidates), raters: separation(rasch.raters), items: separation(rasch.items) },
    unexpected: unexpected.slice(0, LIMITS.unexpectedRatings),
    unexpectedInAll: unexpected.length,
    halo: haloEffects(table, rasch),
    centralTendency: centralTendency(table, rasch),
  };
}
