import { whyMissing } from '../why-missing';
import type { AdjustedScore } from '../../mixed-model/severity-adjusted-scores';
import type { PanelAnalysis } from '../panel-analysis';
import type { SeverityChapter } from '../severity-chapter';
import type { Finding } from './finding';
import { inInterviewWords, listed, perCent, plural, points } from './wording';

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

/** Who is ahead, as far as these scores can tell. */
export function onRanking({ ranking, severity, counts }: PanelAnalysis): readonly Finding[] {
  if (counts.candidates < 2) {
    return [
      {
        topic: 'RANKING',
        tone: 'PLAIN',
        headline: 'There is one candidate, and nobody to compare with',
        says: 'The score can be read against the scale and against your cut-off, not against other people.',
      },
    ];
  }
  if (ranking === null || severity === null || ranking.order.length < 2) return withoutOrder(severity);
  const [first, second] = ranking.order;
  const top = ranking.groups[0] ?? [];
  const all = ranking.order.length;
  const apart = (first?.estimate.value ?? 0) - (ranking.order.at(-1)?.estimate.value ?? 0);
  if (apart < SAME) {
    return [
      {
        topic: 'RANKING',
        tone: 'STOP',
        headline: 'These scores do not tell the candidates apart',
        says: 'The candidates differ by no more than interviewers, questions and chance would have them differ. Whoever decides by these scores alone decides by luck.',
      },
    ];
  }
  if (top.length === all) {
    return [
      {
        topic: 'RANKING',
        tone: 'CARE',
        headline: `None of the ${plural(all, 'candidate')} can be told apart`,
        says: `${first?.candidate} has the highest score, but the differences are smaller than their uncertainty. Whoever decides by these scores alone decides by luck.`,
      },
    ];
  }
  if (top.length === 1) {
    const chance = ranking.probabilityAbove?.[0]?.[1];
    const sure =
      chance === null || chance === undefined
        ? ''
        : ` The chance that ${first?.candidate} is truly above ${second?.candidate}, who comes next, is ${perCent(chance)}.`;
    return [
      {
        topic: 'RANKING',
        tone: 'GOOD',
        headline: `${first?.candidate} stands apart at the top`,
        says: `No other candidate comes close enough to be mistaken for the best.${sure}`,
      },
    ];
  }
  return [
    {
      topic: 'RANKING',
      tone: 'CARE',
      headline: `${listed(top)} cannot be told apart at the top`,
      says: `${first?.candidate} has the highest score, but the lead over the others of this group is smaller than its uncertainty. To choose among them, use something other than these scores; ${all - top.length === 1 ? 'the remaining candidate is' : `the remaining ${all - top.length} are`} behind ${first?.candidate} for sure enough.`,
    },
  ];
}

/** Corrected scores closer than this are one score. */
const SAME = 1e-6;

/** Where there are no corrected scores, or no errors of them. */
function withoutOrder(severity: SeverityChapter | null): readonly Finding[] {
  if (severity === null || severity.status === 'DISCONNECTED') return [];
  const best = severity.candidates.reduce<AdjustedScore | null>(
    (most, one) => (one.adjusted.value !== null && one.adjusted.value > (most?.adjusted.value ?? -Infinity) ? one : most),
    null,
  );
  const reason = inInterviewWords(severity.reason ?? whyMissing(severity.status));
  if (best === null)
    return [{ topic: 'RANKING', tone: 'STOP', headline: 'These scores do not put the candidates in an order', says: reason }];
  return [
    { topic: 'RANKING', tone: 'CARE', headline: `${best.candidate} has the highest score; how sure that is cannot be said`, says: reason },
  ];
}

/** What the correction for strict and lenient interviewers does. */
export function onSeverity({ severity, counts, scores }: PanelAnalysis): readonly Finding[] {
  if (severity === null || severity.status !== 'OK' || counts.raters < 2) return [];
  const found: Finding[] = [];
  const known = severity.raters.flatMap(({ name, effect }) => (effect.value === null ? [] : [{ name, value: effect.value }]));
  const sorted = [...known].sort((a, b) => a.value - b.value);
  const [strict, lenient] = [sorted[0], sorted.at(-1)];
  if (strict !== undefined && lenient !== undefined) {
    const apart = lenient.value - strict.value;
    found.push(
      apart < 0.05
        ? {
            topic: 'SEVERITY',
            tone: counts.raters < 5 ? 'PLAIN' : 'GOOD',
            headline: 'No interviewer is clearly stricter than another',
            says: `The strictest and the most lenient are less than a tenth of a point apart.${counts.raters < 5 ? ` With ${plural(counts.raters, 'interviewer')} that is a rough figure, not a proof.` : ''}`,
          }
        : {
            topic: 'SEVERITY',
            tone: apart >= 0.5 ? 'CARE' : 'PLAIN',
            headline: `${strict.name} is the strictest, ${lenient.name} the most lenient`,
            says: `For the same answer ${strict.name} gives about ${points(apart)} points less than ${lenient.name}.`,
          },
    );
  }
  if (scores === null) return found;
  found.push(
    severity.agreement.mustAgree
      ? SAME_PANEL
      : movedBy(severity.candidates.map(({ candidate, raw, leastSquares }) => ({ candidate, raw: raw.value, fair: leastSquares.value }))),
  );
  return found;
}

const SAME_PANEL: Finding = {
  topic: 'SEVERITY',
  tone: 'GOOD',
  headline: 'Strict and lenient interviewers do no harm to the order here',
  says: 'Everybody was rated by the same people on the same questions, so a strict interviewer is strict to all alike. Plain averages and corrected scores put the candidates in the same order.',
};

function movedBy(scores: readonly { readonly candidate: string; readonly raw: number | null; readonly fair: number | null }[]): Finding {
  const moved = scores.flatMap(({ candidate, raw, fair }) =>
    raw === null || fair === null ? [] : [{ candidate, by: fair - raw, raw, fair }],
  );
  const most = moved.reduce<(typeof moved)[number] | null>(
    (best, one) => (best === null || Math.abs(one.by) > Math.abs(best.by) ? one : best),
    null,
  );
  const unlike = 'Not everybody met the same interviewers and questions, so a plain average also depends on who rated and what was asked.';
  if (most === null || Math.abs(most.by) < 0.05)
    return {
      topic: 'SEVERITY',
      tone: 'PLAIN',
      headline: 'The correction for interviewers changes next to nothing',
      says: `${unlike} Here it comes to less than a tenth of a point for everybody.`,
    };
  return {
    topic: 'SEVERITY',
    tone: 'CARE',
    headline: 'Read the corrected scores, not the plain averages',
    says: `${unlike} The largest correction: ${most.candidate}, from ${points(most.raw)} to ${points(most.fair)}, for having met ${most.by > 0 ? 'stricter interviewers or harder questions' : 'more lenient interviewers or easier questions'}.`,
  };
}
