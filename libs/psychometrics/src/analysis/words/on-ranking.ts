import type { RankedCandidate } from '../../ranking/rank-candidates';
import type { AdjustedScore } from '../../mixed-model/severity-adjusted-scores';
import type { PanelAnalysis } from '../panel-analysis';
import type { RankingChapter, SeverityChapter } from '../severity-chapter';
import { whyMissing } from '../why-missing';
import { enoughForRanking } from './enough';
import type { Finding, Tone } from './finding';
import { inInterviewWords, listed, perCent, plural, points } from './wording';

const told = (tone: Tone, headline: string, says: string): readonly Finding[] => [{ topic: 'RANKING', tone, headline, says }];

/** Corrected scores closer than this are one score. */
const SAME = 1e-6;

const BY_LUCK = 'Whoever decides by these scores alone decides by luck.';

/** Who is ahead, as far as these scores can tell: a verdict only where chances, places and ranges all say the same. */
export function onRanking({ ranking, severity, counts }: PanelAnalysis): readonly Finding[] {
  if (counts.candidates < 2) {
    return told(
      'PLAIN',
      'There is one candidate, and nobody to compare with',
      'The score can be read against the scale and against your cut-off, not against other people.',
    );
  }
  const [first, second] = ranking?.order ?? [];
  if (ranking === null || severity === null || first === undefined || second === undefined) return withoutOrder(severity);
  const all = ranking.order.length;
  if ((first.estimate.value ?? 0) - (ranking.order.at(-1)?.estimate.value ?? 0) < SAME) return notApart(severity);
  if (!enoughForRanking(counts)) {
    return told(
      'CARE',
      `${first.candidate} has the highest score; who is better cannot be told yet`,
      `${plural(counts.ratings, 'score')} of ${plural(counts.candidates, 'candidate')} are too few to rely on the figures about chance below. ${BY_LUCK}`,
    );
  }
  const top = ranking.groups[0] ?? [];
  if (top.length === all) {
    return told(
      'CARE',
      `None of the ${plural(all, 'candidate')} can be told apart`,
      `${first.candidate} has the highest score, but the differences are smaller than their uncertainty. ${BY_LUCK}`,
    );
  }
  if (top.length === 1) return alone(ranking, first, second);
  const rest = all - top.length;
  return told(
    'CARE',
    `${listed(top)} cannot be told apart at the top`,
    `${first.candidate} has the highest score, but the lead over the others of this group is smaller than its uncertainty. To choose among them, use something other than these scores; ${rest === 1 ? 'the remaining candidate is' : `each of the remaining ${rest} is`} behind ${first.candidate} with a chance of ${perCent(ranking.certainty)} or more.`,
  );
}

/** One who is told apart from each other candidate: by how much, depends on how many others there are. */
function alone(ranking: RankingChapter, first: RankedCandidate, second: RankedCandidate): readonly Finding[] {
  const chance = ranking.probabilityAbove?.[0]?.[1] ?? null;
  const sure =
    chance === null ? '' : ` The chance that ${first.candidate} is truly above ${second.candidate}, who comes next, is ${perCent(chance)}.`;
  if ((first.rank.interval?.upper ?? 2) > 1) {
    return told(
      'PLAIN',
      `${first.candidate} is probably the best, but not for sure`,
      `Taken one by one, every other candidate is behind with a chance of ${perCent(ranking.certainty)} or more; that none of them is ahead is less sure than that.${sure}`,
    );
  }
  const overlap = ranking.order
    .slice(1)
    .some(({ estimate }) => (estimate.interval?.upper ?? Infinity) >= (first.estimate.interval?.lower ?? -Infinity));
  const ranges = overlap
    ? ' The ranges of the scores overlap all the same: a part of each comes from who happened to be on the panel and what was asked, is the same for all candidates, and cancels when two are compared.'
    : '';
  return told(
    overlap ? 'PLAIN' : 'GOOD',
    overlap ? `${first.candidate} is ahead of all others` : `${first.candidate} stands apart at the top`,
    `No other candidate comes close enough to be mistaken for the best.${sure}${ranges}`,
  );
}

function notApart({ candidates }: SeverityChapter): readonly Finding[] {
  const averages = candidates.flatMap(({ raw: { value } }) => (value === null ? [] : [value]));
  const [least, greatest] = averages.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  return told(
    'STOP',
    'These scores cannot tell the candidates apart',
    `Their averages run from ${points(least)} to ${points(greatest)}, no farther apart than interviewers, questions and chance would put them. It does not mean that they are equally good. ${BY_LUCK}`,
  );
}

/** Where there are no corrected scores, or no errors of them. */
function withoutOrder(severity: SeverityChapter | null): readonly Finding[] {
  if (severity === null || severity.status === 'DISCONNECTED') return [];
  const best = severity.candidates.reduce<AdjustedScore | null>(
    (most, one) => (one.adjusted.value !== null && one.adjusted.value > (most?.adjusted.value ?? -Infinity) ? one : most),
    null,
  );
  return best === null
    ? told('STOP', 'These scores do not put the candidates in an order', inInterviewWords(severity.reason ?? whyMissing(severity.status)))
    : told(
        'CARE',
        `${best.candidate} has the highest score; how sure that is cannot be said`,
        'Candidates, interviewers and questions explain every score exactly, so that nothing shows how much chance there is in one.',
      );
}
