import type { EstimateStatus } from '@touchstone/kernel';
import { displayFigure } from './display';
import type { PanelSummary } from './panel-report';
import type { PanelStudy, ReliabilityFigures } from './panel-worth';
import type { SeverityRuler } from './rater-figures';

/** Sentences for people who never heard of the figures that they stand beside. */

const WITHOUT: Readonly<Record<Exclude<EstimateStatus, 'OK'>, string>> = {
  INSUFFICIENT_DATA:
    'There are too few ratings for this: at least two raters and two candidates must have met in a way that tells them apart.',
  DISCONNECTED:
    'Some panels have nobody in common, so that strict raters and weak candidates look the same. Let raters of different panels rate a common candidate.',
  CONSTANT: 'All ratings are the same, so that nothing differs that could be told apart.',
  EXTREME: 'The figure lies beyond the ends of the scale.',
  NOT_CONVERGED:
    'The model found no stable answer for these ratings, so that nothing is said here rather than something wrong. More loops, or panels that mix more, will mend it.',
};

export const reportSentence = ({ loops, loopsUsed, otherScale, n, raters }: PanelSummary): string => {
  if (n === 0) return 'No open loop within this scope has a rating yet.';
  const all = `${loops === 1 ? '1 open loop' : `${loops} open loops`}, ${n} ratings by ${raters === 1 ? '1 rater' : `${raters} raters`}.`;
  const fewer =
    loopsUsed < loops - otherScale
      ? ` Figures on raters and panels are over the newest ${loopsUsed}; choose a role profile, an opening or a period for others.`
      : '';
  return `${all}${otherScale > 0 ? ` ${otherScale} on another scale are left out.` : ''}${fewer}`;
};

export function severitySentence(ruler: SeverityRuler | null): string {
  if (ruler === null) return WITHOUT.INSUFFICIENT_DATA;
  if (ruler.status !== 'OK') return WITHOUT[ruler.status];
  if (!ruler.severityTold) return WITHOUT.INSUFFICIENT_DATA;
  const values = ruler.raters.flatMap(({ severity: { value } }) => (value === null ? [] : [value]));
  const far = Math.max(...values) - Math.min(...values);
  return far < 0.005
    ? 'The raters differ by no more than chance would have them differ.'
    : `The strictest rater gives ${displayFigure(far)} levels less than the mildest for the same answer. The intervals say how sure that is.`;
}

export function reliabilitySentence(figures: ReliabilityFigures | null): string {
  if (figures === null) return WITHOUT.INSUFFICIENT_DATA;
  if (figures.status !== 'OK') return WITHOUT[figures.status];
  const { value } = figures.panel;
  if (value === null) return WITHOUT.INSUFFICIENT_DATA;
  const part = `About ${Math.round(Math.max(0, value) * 100)} % of what sets answers apart lies in the answers themselves, the rest in who rated them.`;
  if (value >= 0.8) return `${part} The panel can be relied upon.`;
  return value >= 0.6
    ? `${part} Read scores with their intervals.`
    : `${part} Such scores settle little: look at the anchors, and at the questions that divide raters.`;
}

export function studySentence(study: PanelStudy | null): string {
  if (study === null) return WITHOUT.INSUFFICIENT_DATA;
  if (study.status !== 'OK') return WITHOUT[study.status];
  const enough = study.panels.find(({ phi }) => (phi.value ?? 0) >= 0.8);
  return enough === undefined
    ? 'No panel of up to 8 interviewers and 20 questions would be dependable enough (0.8) by these ratings: better anchors help more than larger panels.'
    : `${enough.interviewers === 1 ? '1 interviewer' : `${enough.interviewers} interviewers`} with ${enough.questions === 1 ? '1 question' : `${enough.questions} questions`} would be dependable enough (0.8) by these ratings.`;
}
