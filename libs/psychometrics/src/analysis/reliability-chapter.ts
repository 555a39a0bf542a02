import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import type { RatingTable } from '../ratings/rating-table';
import type { CronbachAlpha } from '../reliability/cronbach-alpha';
import { cronbachAlpha } from '../reliability/cronbach-alpha';
import { intraclassCorrelations } from '../reliability/intraclass-correlations';
import { type IntraclassFromComponents, intraclassFromComponents } from '../reliability/intraclass-from-components';
import { LIMITS } from './limits';

export interface ReliabilityChapter {
  /** Of each rater's mean over the items, one unit a candidate. */
  readonly ofCandidates: IntraclassSummary;
  /** One unit an answer. */
  readonly ofAnswers: IntraclassSummary;
  /** From variance components, where not everybody rated everybody; null where the complete units say all, or where it would take too long. */
  readonly fromComponents: IntraclassFromComponents | null;
  readonly alpha: CronbachAlpha;
}

export interface IntraclassSummary {
  /** Units that every rater rated, and those left out because one did not. */
  readonly units: number;
  readonly excluded: number;
  readonly forms: { readonly [form in '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k']: Estimate };
  readonly mcGrawWongInterval: { readonly lower: number; readonly upper: number; readonly level: number } | null;
  readonly status: EstimateStatus;
}

/** Do the raters order the candidates alike, and do the items measure one thing? */
export function reliabilityChapter(table: RatingTable, seed: number): ReliabilityChapter {
  const ofCandidates = summaryOf(table, 'CANDIDATE');
  const ofAnswers = summaryOf(table, 'CANDIDATE_ITEM');
  const small = table.raters.length <= LIMITS.levelsOfComponents && table.score.length <= LIMITS.ratingsOfComponents;
  const needed = ofAnswers.excluded > 0;
  return {
    ofCandidates,
    ofAnswers,
    fromComponents: needed && small ? intraclassFromComponents(table, { unit: 'CANDIDATE_ITEM', seed }) : null,
    alpha: cronbachAlpha(table),
  };
}

function summaryOf(table: RatingTable, unit: 'CANDIDATE' | 'CANDIDATE_ITEM'): IntraclassSummary {
  const { units, excluded, forms, mcGrawWongInterval } = intraclassCorrelations(table, { unit });
  return {
    units,
    excluded,
    forms: {
      '1,1': forms['1,1'].estimate,
      '2,1': forms['2,1'].estimate,
      '3,1': forms['3,1'].estimate,
      '1,k': forms['1,k'].estimate,
      '2,k': forms['2,k'].estimate,
      '3,k': forms['3,k'].estimate,
    },
    mcGrawWongInterval,
    status: forms['2,1'].estimate.status,
  };
}
