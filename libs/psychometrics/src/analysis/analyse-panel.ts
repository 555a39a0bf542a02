import { candidateScores } from '../aggregation/candidate-scores';
import { competencyScores } from '../aggregation/competency-scores';
import { adverseImpact } from '../fairness/adverse-impact';
import { itemDisagreement } from '../items/disagreement';
import { itemStatistics } from '../items/item-statistics';
import { linkage } from '../linking/linkage';
import type { SeverityAdjustedScores } from '../mixed-model/severity-adjusted-scores';
import type { RatingTable } from '../ratings/rating-table';
import { agreementChapter } from './agreement-chapter';
import { countPanel } from './count-panel';
import { dependabilityChapter } from './dependability-chapter';
import { diagnosisChapter } from './diagnosis-chapter';
import { LIMITS } from './limits';
import { type ChapterName, CHAPTERS, type LeftOut, type PanelAnalysis, type PanelOptions } from './panel-analysis';
import { reliabilityChapter } from './reliability-chapter';
import { rankingChapter, severityChapter } from './severity-chapter';
import { tooLarge } from './too-large';
import { whatToDiscuss } from './what-to-discuss';

/**
 * What are these scores worth? The whole library asked at once, in the order in which the answers are best read.
 *
 * Linking first: whether the candidates can be compared at all. Then what each was given, whether the raters agree and order candidates
 * alike, where differences come from and which panel would be dependable enough, the scores with severity taken out, who can be told apart, how
 * raters and questions behave, and which disagreement to talk about first; adverse impact where groups are given. Every chapter is that of
 * the function it is named after, with the same numbers: nothing is computed here but `whatToDiscuss`.
 *
 * The answer is plain data: `JSON.parse(JSON.stringify(answer))` equals it. Every figure is an `Estimate`; what cannot be had says so by its status, for which
 * `whyMissing` has a sentence, and `inPlainWords` puts the whole into some. The same table and seed give the same answer, on every machine.
 *
 * Nothing hangs: where a chapter would take too long (`LIMITS`), it is left out, or goes the quicker way it names, and `leftOut` says so. The ratings
 * have been checked when the table was made (`tabulate`); options that cannot be throw RangeError.
 *
 * Cost: that of the chapters. 105 ratings take some tens of milliseconds, most of them for simulated intervals; a million ratings of 3,000 candidates by 200 raters under a minute.
 *
 * Source: those of the chapters.
 */
export function analysePanel(table: RatingTable, options: PanelOptions = {}): PanelAnalysis {
  const { seed = 1, chapters = CHAPTERS, onProgress, weights, competencies, groups, places = 1, cutOff } = options;
  if (!Number.isSafeInteger(seed)) throw new RangeError('a seed is a whole number');
  const counts = countPanel(table);
  const leftOut: LeftOut[] = [];
  const wanted = CHAPTERS.filter((chapter) => chapters.includes(chapter) && (chapter !== 'FAIRNESS' || groups !== undefined));
  const chapter = <T>(name: ChapterName, compute: () => T): T | null => {
    if (!wanted.includes(name)) return null;
    onProgress?.({ chapter: name, step: wanted.indexOf(name) + 1, of: wanted.length });
    const reason = tooLarge(name, counts);
    if (reason !== null) leftOut.push({ chapter: name, reason });
    return reason === null ? compute() : null;
  };
  const adjusted: { scores: SeverityAdjustedScores | null } = { scores: null };
  const analysis = {
    seed,
    counts,
    linking: chapter('LINKING', () => linkage(table)),
    scores: chapter('SCORES', () => candidateScores(table, { weights })),
    competencies: competencies === undefined || !wanted.includes('SCORES') ? null : competencyScores(table, competencies),
    agreement: chapter('AGREEMENT', () => agreementChapter(table, seed)),
    reliability: chapter('RELIABILITY', () => reliabilityChapter(table, seed)),
    dependability: chapter('DEPENDABILITY', () => dependabilityChapter(table, seed, options)),
    severity: chapter('SEVERITY', () => {
      const [plain, scores] = severityChapter(table, weights);
      adjusted.scores = scores;
      return plain;
    }),
    ranking: chapter('RANKING', () => {
      const { scores } = adjusted;
      const reason =
        scores === null
          ? 'Candidates are ranked by their adjusted scores, and those were left out.'
          : scores.status === 'OK'
            ? null
            : (scores.reason ?? 'There are no adjusted scores to rank by.');
      if (reason !== null) leftOut.push({ chapter: 'RANKING', reason });
      return reason === null && scores !== null ? rankingChapter(scores, places, seed) : null;
    }),
    diagnosis: chapter('DIAGNOSIS', () => diagnosisChapter(table)),
    items: chapter('ITEMS', () => ({ statistics: itemStatistics(table), disagreement: itemDisagreement(table) })),
    discussion: chapter('DISCUSSION', () =>
      whatToDiscuss(table, adjusted.scores?.candidates ?? null, { weights, places, cutOff, most: LIMITS.discussions }),
    ),
    fairness: chapter('FAIRNESS', () => adverseImpact(groups ?? [], { smallestGroup: options.smallestGroup })),
  };
  return { ...analysis, leftOut: [...leftOut, ...quickerWays(analysis)] };
}

/** Parts that were left out, or done the quicker way, inside of chapters that are there. */
function quickerWays({ counts, agreement, dependability, ranking }: Omit<PanelAnalysis, 'leftOut'>): readonly LeftOut[] {
  const found: LeftOut[] = [];
  if (agreement !== null && agreement.pairs === null) {
    const reason = `With ${counts.raters} interviewers there is no table of who agrees with whom; it is made for up to ${LIMITS.ratersInPairs}.`;
    found.push({ chapter: 'AGREEMENT', reason });
  }
  if (dependability?.study.method === 'ANALOGOUS_ANOVA') {
    const reason =
      'The ratings are so many that sources of differences were found by the quicker analogous analysis of variance, without intervals.';
    found.push({ chapter: 'DEPENDABILITY', reason });
  }
  if (ranking !== null && ranking.probabilityAbove === null) {
    const reason = `The chance of each candidate against each other is listed for up to ${LIMITS.candidatesInPairs} candidates.`;
    found.push({ chapter: 'RANKING', reason });
  }
  return found;
}
