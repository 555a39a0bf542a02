import type { PanelCounts } from '../count-panel';
import type { PanelAnalysis } from '../panel-analysis';
import type { SeverityChapter } from '../severity-chapter';
import { enoughForSeverity } from './enough';
import type { Finding } from './finding';
import { inInterviewWords, listed, plural, points } from './wording';

/** Whether the candidates can be compared at all. */
export function onComparing({ linking, counts }: PanelAnalysis): readonly Finding[] {
  if (linking === null || counts.candidates < 2) return [];
  const groups = linking.comparable.candidates;
  const [link] = linking.missing;
  if (groups.length > 1) {
    return [
      {
        topic: 'LINKING',
        tone: 'STOP',
        headline: `These candidates fall into ${groups.length} groups that cannot be compared`,
        says: `${inInterviewWords(`${link?.message ?? ''} ${link?.advice ?? ''}`)} Until then compare only within a group: the first is ${listed(groups[0] ?? [])}.`,
      },
    ];
  }
  if (linking.connected) return [];
  return [
    {
      topic: 'LINKING',
      tone: 'PLAIN',
      headline: 'Candidates can be compared; interviewers or questions not altogether',
      says: inInterviewWords(link?.message ?? ''),
    },
  ];
}

/** What the correction for strict and lenient interviewers does, and whether there is anything to correct. */
export function onSeverity({ severity, counts, scores }: PanelAnalysis): readonly Finding[] {
  if (severity === null || severity.status !== 'OK' || counts.raters < 2) return [];
  const found = onStrictness(severity, counts);
  if (scores === null || counts.candidates < 2) return found;
  if (severity.agreement.mustAgree) return [...found, SAME_PANEL];
  // Where neither interviewers nor questions can be told to differ, nothing is corrected, and there is nothing to say of it.
  const corrects = (['rater', 'item'] as const).some((term) => (severity.components[term]?.value ?? 0) > 0);
  if (!corrects) return found;
  const moves = severity.candidates.map(({ candidate, raw, leastSquares, adjusted }) => ({
    candidate,
    raw: raw.value,
    fair: leastSquares.value,
    told: adjusted.value,
  }));
  return [...found, movedBy(moves)];
}

/** A difference within this many points is small, one below is next to nothing. */
const SMALL = 0.25;
const NEXT_TO_NOTHING = 0.05;

function onStrictness({ spread, raters, agreement }: SeverityChapter, counts: PanelCounts): readonly Finding[] {
  if (spread === null) return [];
  const { strictest, mostLenient, difference } = spread;
  const told = (tone: Finding['tone'], headline: string, says: string): readonly Finding[] => [{ topic: 'SEVERITY', tone, headline, says }];
  const by = difference.value ?? 0;
  if (difference.interval === null) {
    const sorted = [...raters].sort((a, b) => a.average - b.average);
    const [low, high] = [sorted[0], sorted.at(-1)];
    if (low === undefined || high === undefined) return [];
    return told(
      'PLAIN',
      'Whether some interviewers are stricter than others cannot be told',
      `${averagesOf(low, high)} With ${plural(raters.length, 'interviewer')}, these scores cannot tell whether that is strictness${agreement.mustAgree ? ' or chance' : ', chance, or whom they met'}, and nothing is corrected for it.`,
    );
  }
  const { lower, upper } = difference.interval;
  const between = `anything between ${points(lower)} and ${points(upper)} fits these scores`;
  const seem = `${strictest} seems the strictest and ${mostLenient} the most lenient, about ${points(by)} points apart for the same answer`;
  if (!enoughForSeverity(counts))
    return told(
      'PLAIN',
      'Who is strict and who is lenient cannot be told yet',
      `${seem}; but ${plural(counts.ratings, 'score')} by ${plural(counts.raters, 'interviewer')} are too few to rely on that.`,
    );
  if (lower > 0)
    return told(
      by >= 0.5 ? 'CARE' : 'PLAIN',
      `${strictest} is stricter than ${mostLenient}`,
      `They are the strictest and the most lenient: for the same answer ${strictest} gives about ${points(by)} points less; ${between}.`,
    );
  if (upper < SMALL)
    return told(
      'GOOD',
      'No interviewer is much stricter than another',
      `The strictest and the most lenient are less than a quarter of a point apart: ${between}.`,
    );
  return told('PLAIN', 'Who is strict and who is lenient cannot be told yet', `${seem}; but ${between}.`);
}

const SAME_PANEL: Finding = {
  topic: 'SEVERITY',
  tone: 'PLAIN',
  headline: 'Strict and lenient interviewers do no harm to the order here',
  says: 'Everybody was rated by the same people on the same questions, so a strict interviewer is strict to all alike, and correcting for it does not change the order.',
};

interface Move {
  readonly candidate: string;
  /** The average, what is left of it once severity is taken out, and the corrected score that is told. */
  readonly raw: number | null;
  readonly fair: number | null;
  readonly told: number | null;
}

function movedBy(scores: readonly Move[]): Finding {
  const moved = scores.flatMap(({ candidate, raw, fair, told }) =>
    raw === null || fair === null ? [] : [{ candidate, by: fair - raw, raw, fair, told: told ?? fair }],
  );
  const most = moved.reduce<(typeof moved)[number] | null>(
    (best, one) => (best === null || Math.abs(one.by) > Math.abs(best.by) ? one : best),
    null,
  );
  const unlike = 'Not everybody met the same interviewers and questions, so an average also depends on who rated and what was asked.';
  if (most === null || Math.abs(most.by) < NEXT_TO_NOTHING)
    return {
      topic: 'SEVERITY',
      tone: 'PLAIN',
      headline: 'The correction for interviewers changes next to nothing',
      says: `${unlike} Here it comes to less than a tenth of a point for everybody.`,
    };
  return {
    topic: 'SEVERITY',
    tone: 'CARE',
    headline: 'Read the corrected scores, not the averages',
    says: `${unlike} The largest correction: ${most.candidate}, from ${points(most.raw)} to ${points(most.fair)}, for having met ${most.by > 0 ? 'stricter interviewers or harder questions' : 'more lenient interviewers or easier questions'}.${drawnIn(most)}`,
  };
}

/** Why the corrected score of the table is another number again; nothing where it is the same. */
const drawnIn = ({ fair, told }: { readonly fair: number; readonly told: number }): string =>
  Math.abs(told - fair) < NEXT_TO_NOTHING
    ? ''
    : ` The corrected score is ${points(told)}: corrected scores also lie nearer to the middle, because part of every difference is luck.`;

type Average = Pick<SeverityChapter['raters'][number], 'name' | 'average'>;

const averagesOf = (low: Average, high: Average): string =>
  points(low.average) === points(high.average)
    ? `Their plain averages are all ${points(low.average)}.`
    : `Their plain averages run from ${points(low.average)} (${low.name}) to ${points(high.average)} (${high.name}).`;
