import type { Estimate } from '@touchstone/kernel';
import type { PanelProjection } from '../../generalizability/decision-study';
import type { PanelAnalysis } from '../panel-analysis';
import { whyMissing } from '../why-missing';
import { enoughForAgreement, enoughForDependability, enoughForRanking } from './enough';
import type { Finding, Tone } from './finding';
import { inInterviewWords, listed, ofPairs, perCent, plural, points, scoreGiven } from './wording';

/** Whether the raters say the same of the same answer. */
export function onAgreement({ agreement, counts }: PanelAnalysis): readonly Finding[] {
  if (agreement === null) return [];
  const { equal, withinOne, alphaInterval, alphaOrdinal } = agreement;
  if (equal.value === null || withinOne.value === null) {
    return [
      {
        topic: 'AGREEMENT',
        tone: 'CARE',
        headline: 'Whether interviewers agree cannot be known',
        says: 'No answer was rated by two people. Let two interviewers rate the same answers from time to time, apart from one another.',
      },
    ];
  }
  const pairs = `Of ${plural(counts.pairs, 'pair')} of scores for the same answer, ${ofPairs(equal.value, counts.pairs)} are equal, and ${ofPairs(withinOne.value, counts.pairs)} are at most one point apart.`;
  const alpha = alphaOrdinal.value === null ? alphaInterval : alphaOrdinal;
  if (alpha.value === null)
    return [{ topic: 'AGREEMENT', tone: 'PLAIN', headline: 'All scores are the same', says: `${pairs} ${whyMissing('CONSTANT')}` }];
  const [tone, headline] = enoughForAgreement(counts) ? wordsForAlpha(alpha) : CANNOT_TELL;
  // Without any spread among the resamples a range would claim a certainty.
  const range =
    alpha.interval === null || alpha.interval.lower === alpha.interval.upper
      ? ''
      : ` (somewhere between ${points(alpha.interval.lower)} and ${points(alpha.interval.upper)})`;
  const told = `Krippendorff’s alpha is ${points(alpha.value)}${range}; 1 is perfect, 0 is no better than chance, and 0.8 is asked of scores to rely on.`;
  const few = enoughForAgreement(counts)
    ? ''
    : ` ${plural(counts.answersRatedTwice, 'answer')} that two have rated ${counts.answersRatedTwice === 1 ? 'is' : 'are'} too few for a verdict.`;
  return [{ topic: 'AGREEMENT', tone, headline, says: `${pairs} ${told}${few}` }];
}

const CANNOT_TELL: readonly [Tone, string] = ['CARE', 'How far interviewers agree cannot be told yet'];

/** A verdict where the whole range lies on one side of a mark. */
function wordsForAlpha({ value, interval }: Estimate): readonly [Tone, string] {
  // Without any spread among the resamples there is perfect agreement, or nothing that could be said.
  const { lower, upper } = interval ?? (value === 1 ? { lower: 1, upper: 1 } : { lower: -1, upper: 1 });
  if (lower >= 0.8) return ['GOOD', 'Interviewers agree'];
  if (lower >= 0.667) return ['PLAIN', 'Interviewers agree fairly well'];
  if (upper < 0.1) return ['STOP', 'Interviewers agree no better than chance'];
  if (upper < 0.4) return ['CARE', 'Interviewers agree little'];
  if (upper < 0.667) return ['CARE', 'Interviewers agree in part at best'];
  return CANNOT_TELL;
}

/** What the mean of such a panel is worth, and what a better one would look like. */
export function onDependability({ dependability, counts, linking }: PanelAnalysis): readonly Finding[] {
  if (dependability === null) return [];
  const { study, present, target, cheapest, panels, arrangement } = dependability;
  const told = (tone: Tone, headline: string, says: string): readonly Finding[] => [{ topic: 'DEPENDABILITY', tone, headline, says }];
  const value = present?.phi.value ?? null;
  if (present === null || value === null)
    return told('CARE', 'How dependable such a panel is cannot be said', inInterviewWords(study.reason ?? whyMissing(study.status)));
  const off = present.standardErrorOfMeasurement;
  const error = off === null ? '' : ` An average score is typically off by ${points(off)} points.`;
  const now = `Dependability runs from 0 (luck) to 1 (certain); this panel of about ${sizeOf(present)} has ${points(value)}${spanOf(present)}, and ${points(target)} is the target.${error}`;
  const best = panels.reduce<PanelProjection | null>((most, one) => ((one.phi.value ?? -1) > (most?.phi.value ?? -1) ? one : most), null);
  const plan =
    value >= target
      ? ''
      : cheapest !== null
        ? ` The cheapest panel that would reach it, as far as these scores can tell: ${sizeOf(cheapest)}${arrangement === 'SEPARATELY' ? ' each' : ''}.`
        : ` None of the panels considered would reach it, as far as these scores can tell; the largest would come to ${points(best?.phi.value ?? 0)}. Better anchors and training may help more here than more people.`;
  const { interval } = present.phi;
  if (interval === null && value > 0 && value < 1)
    return told(
      value >= target ? 'PLAIN' : 'CARE',
      `A panel like this one seems ${value >= target ? '' : 'not '}dependable enough`,
      `${now} How sure that is cannot be said.${plan}`,
    );
  if (interval === null || !enoughForDependability(counts) || (interval.lower < target && interval.upper >= target)) {
    const why =
      value === 0
        ? ' These scores cannot tell the candidates apart, and with that not what a panel is worth.'
        : value === 1
          ? ' Interviewers never differed, so that nothing shows how much chance there is in a score.'
          : '';
    return told('CARE', 'Whether a panel like this one is dependable enough cannot be told yet', `${now}${why}${value > 0 ? plan : ''}`);
  }
  // Where candidates cannot be compared, nobody should rely on the whole.
  const apart = (linking?.comparable.candidates.length ?? 1) > 1;
  if (interval.lower >= target) return told(apart ? 'PLAIN' : 'GOOD', 'A panel like this one is dependable enough', now);
  return told('STOP', 'A panel like this one is not dependable enough to decide on', `${now}${plan}`);
}

const sizeOf = ({ interviewers, questions }: PanelProjection): string =>
  `${plural(Math.round(interviewers * 10) / 10, 'interviewer')} and ${plural(Math.round(questions * 10) / 10, 'question')}`;

const spanOf = ({ phi: { interval } }: PanelProjection): string =>
  interval === null ? '' : ` (somewhere between ${points(Math.max(0, interval.lower))} and ${points(interval.upper)})`;

/** Raters whose ratings show a habit, and single ratings that nothing explains. */
export function onHabits({ diagnosis, counts }: PanelAnalysis): readonly Finding[] {
  if (diagnosis === null) return [];
  const found: Finding[] = [];
  const haloed = diagnosis.halo.filter(({ flagged }) => flagged === true).map(({ rater }) => rater);
  const central = diagnosis.centralTendency.filter(({ flagged }) => flagged === 'CENTRAL').map(({ rater }) => rater);
  if (haloed.length > 0) {
    found.push({
      topic: 'DIAGNOSIS',
      tone: 'CARE',
      headline: `One impression seems to colour all scores of ${listed(haloed)}`,
      says: 'Their scores for one candidate rise and fall together more than the answers explain. It may be a general impression, or something that only they have seen: ask.',
    });
  }
  if (central.length > 0) {
    found.push({
      topic: 'DIAGNOSIS',
      tone: 'CARE',
      headline: `${listed(central)} ${central.length === 1 ? 'keeps' : 'keep'} to the middle of the scale`,
      says: 'Where the others see a clear difference between candidates, these scores hardly move. Go through the anchors of the highest and lowest level together.',
    });
  }
  const [odd] = diagnosis.unexpected;
  if (odd !== undefined && odd.kind === 'STRIKING') {
    found.push({
      topic: 'DIAGNOSIS',
      tone: 'PLAIN',
      headline: 'One score stands out: check it',
      says: `${odd.rater} gave ${odd.candidate} ${scoreGiven(odd.observed)}${counts.items > 1 ? ` on “${odd.item}”` : ''}, where everything else leads to expect about ${points(odd.expected, 1)}. A slip, or something worth hearing.`,
    });
  }
  return found;
}

/** Questions that separate nobody, or divide the panel. */
export function onQuestions({ items, counts }: PanelAnalysis): readonly Finding[] {
  if (items === null || counts.items < 3 || counts.candidates < 5) return [];
  const against = items.statistics.items
    .filter(({ itemRest: { interval } }) => interval !== null && interval.upper < 0)
    .map(({ item }) => `“${item}”`);
  const { constantItems } = items.statistics;
  const found: Finding[] = [];
  if (against.length > 0) {
    found.push({
      topic: 'ITEMS',
      tone: 'CARE',
      headline: `${listed(against)} ${against.length === 1 ? 'runs' : 'run'} against the other questions`,
      says: 'Who does well there tends to do worse elsewhere. Look at the anchors before asking again.',
    });
  }
  if (constantItems.length > 0) {
    found.push({
      topic: 'ITEMS',
      tone: 'PLAIN',
      headline: `${listed(constantItems.map((item) => `“${item}”`))} told nobody apart`,
      says: 'Every candidate got the same there. It cost minutes and says nothing about the order.',
    });
  }
  return found;
}

/** Where to look for adverse impact. */
export function onFairness({ fairness }: PanelAnalysis): readonly Finding[] {
  if (fairness === null) return [];
  const below = fairness.comparisons.filter(({ violatesFourFifths }) => violatesFourFifths === true);
  if (fairness.referenceGroup === null)
    return [
      {
        topic: 'FAIRNESS',
        tone: 'PLAIN',
        headline: 'The groups are too small to be compared',
        says: 'Figures about a few people would give those people away.',
      },
    ];
  if (below.length === 0) {
    const clear = fairness.comparisons.every(({ ratio }) => (ratio.interval?.lower ?? 0) >= 0.8);
    const few = 'With so few people, a true ratio below four fifths would fit these numbers, too.';
    return [
      {
        topic: 'FAIRNESS',
        tone: clear ? 'GOOD' : 'PLAIN',
        headline: 'No group is selected at less than four fifths of the highest rate',
        says: `That is the usual rule of thumb. ${clear ? 'It proves nothing by itself.' : few}`,
      },
    ];
  }
  const [worst] = [...below].sort((a, b) => (a.ratio.value ?? 0) - (b.ratio.value ?? 0));
  const p = worst?.tests?.fisher.twoSided;
  const chance =
    p === undefined || p === null ? '' : ` Chance alone would make such a difference, or a larger one, in ${perCent(p)} of cases.`;
  return [
    {
      topic: 'FAIRNESS',
      tone: 'CARE',
      headline: `${listed(below.map(({ group }) => group))}: selected at less than four fifths of the rate of ${fairness.referenceGroup}`,
      says: `The lowest ratio is ${points(worst?.ratio.value ?? 0)}.${chance} It says where to look, not that anybody discriminated.`,
    },
  ];
}

/** The disagreement to talk about first. */
export function onDiscussion({ discussion, counts }: PanelAnalysis): readonly Finding[] {
  const [first] = discussion ?? [];
  if (first === undefined) return [];
  const chance =
    first.chanceItDecides === null || !enoughForRanking(counts)
      ? ''
      : ` The chance that settling it decides who is taken: ${perCent(first.chanceItDecides)}.`;
  return [
    {
      topic: 'DISCUSSION',
      tone: 'PLAIN',
      headline: `Talk first about ${first.candidate}${counts.items > 1 ? ` on “${first.item}”` : ''}`,
      says: `${listed(first.lowest.raters, 3)} gave ${scoreGiven(first.lowest.score)}, ${listed(first.highest.raters, 3)} gave ${scoreGiven(first.highest.score)}; settling it moves the total by up to ${points(first.swing)} points.${chance}`,
    },
  ];
}
