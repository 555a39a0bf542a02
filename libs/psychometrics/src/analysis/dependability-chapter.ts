import type { Arrangement } from '../generalizability/dependability';
import { cheapestPanel } from '../generalizability/cheapest-panel';
import { decisionStudy, type PanelProjection } from '../generalizability/decision-study';
import type { GeneralizabilityDesign } from '../generalizability/generalizability-design';
import { generalizabilityByReml } from '../generalizability/generalizability-by-reml';
import { type GeneralizabilityStudy, generalizabilityStudy } from '../generalizability/generalizability-study';
import { observedDesign } from '../generalizability/observed-design';
import type { CostOfTime } from '../generalizability/panel-cost';
import { levelsOf } from '../mixed-model/levels';
import type { RatingTable } from '../ratings/rating-table';
import { LIMITS } from './limits';

export interface DependabilityOptions {
  /** What dependability is wanted; 0.8 unless said. */
  readonly target?: number | undefined;
  /** Ten minutes a question, fifteen around each interview, and a cost of 1 an hour (so that costs are interviewer-hours) unless said. */
  readonly cost?: CostOfTime | undefined;
}

export interface DependabilityChapter {
  readonly study: GeneralizabilityStudy;
  readonly arrangement: Arrangement;
  readonly target: number;
  /** A panel like this one: its mean number of interviewers and of questions. */
  readonly present: PanelProjection | null;
  /** 1 to 8 interviewers by 1 to 20 questions. */
  readonly panels: readonly PanelProjection[];
  /** The cheapest of them that reaches the target; null where none does. */
  readonly cheapest: PanelProjection | null;
  /** The same asked of the lower end of the interval. */
  readonly cheapestForSure: PanelProjection | null;
}

/** How long it takes to hear answers, where nobody has said. */
export const USUAL_COST: CostOfTime = { minutesPerQuestion: 10, minutesPerInterview: 15, hourlyCost: 1 };

/**
 * Where do the differences come from, and which panel would be dependable enough?
 *
 * Balanced ratings by analysis of variance, all others by restricted maximum likelihood, beyond `LIMITS` by the analogous analysis of variance,
 * which is quicker and has no errors. `study.method` says which.
 */
export function dependabilityChapter(table: RatingTable, seed: number, options: DependabilityOptions = {}): DependabilityChapter {
  const { target = 0.8, cost = USUAL_COST } = options;
  const study = studyOf(table);
  const present = presentPanel(table, study.design);
  const panels = decisionStudy(study, { arrangement: present.arrangement, cost, seed });
  const [asNow] = decisionStudy(study, {
    interviewers: [present.interviewers],
    questions: [present.questions],
    arrangement: present.arrangement,
    cost,
    seed,
  });
  return {
    study,
    arrangement: present.arrangement,
    target,
    present: asNow ?? null,
    panels,
    cheapest: cheapestPanel(panels, { atLeast: target }),
    cheapestForSure: cheapestPanel(panels, { atLeast: target, surely: true }),
  };
}

function studyOf(table: RatingTable): GeneralizabilityStudy {
  const levels = table.raters.length + table.items.length + levelsOf(table, 'rater:item').count;
  const large = levels > LIMITS.levelsOfComponents || table.score.length > LIMITS.ratingsOfComponents;
  return observedDesign(table).balanced || large ? generalizabilityStudy(table) : generalizabilityByReml(table);
}

/**
 * The panel that candidates met, on average. Where answers were rated by several: the questions of a candidate, and the raters of an answer. Where each was rated by one
 * alone, as in separate interviews: the interviewers of a candidate, and the questions of each.
 */
function presentPanel(
  table: RatingTable,
  design: GeneralizabilityDesign | null,
): { interviewers: number; questions: number; arrangement: Arrangement } {
  const ratings = table.score.length;
  const answers = levelsOf(table, 'candidate:item').count;
  const meetings = levelsOf(table, 'candidate:rater').count;
  const candidates = table.candidates.length;
  if (design === 'p×i') return { interviewers: 1, questions: answers / candidates, arrangement: 'TOGETHER' };
  if (answers === ratings && table.raters.length > 1) {
    return { interviewers: meetings / candidates, questions: ratings / meetings, arrangement: 'SEPARATELY' };
  }
  return { interviewers: ratings / answers, questions: answers / candidates, arrangement: 'TOGETHER' };
}
