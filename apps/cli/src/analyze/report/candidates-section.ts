import type { Estimate } from '@touchstone/kernel';
import { inInterviewWords, type PanelAnalysis, whyMissing } from '@touchstone/psychometrics';
import { forestPlot } from '../plots/forest-plot';
import { figure, letter, NONE, notesOn, plural, share, span } from './figures';
import { type Block, type ColumnOf, type Note, type Section, type Table, tableOf, text } from './report';

/** One candidate as the report tells them, best first. */
export interface ToldCandidate {
  readonly candidate: string;
  readonly adjusted: Estimate | null;
  readonly raw: Estimate;
  readonly weighted: Estimate | null;
  readonly shareRated: number | null;
  readonly rank: Estimate | null;
  readonly groups: readonly number[];
  /** Candidates of one part can be compared with each other, and with nobody else; from 0. */
  readonly part: number;
}

/** More rows than this are for the JSON. */
const MOST = 60;

export function candidatesSection(analysis: PanelAnalysis, weighted: boolean): Section | null {
  if (analysis.scores === null) return null;
  const told = toldCandidates(analysis);
  const shown = told.slice(0, MOST);
  const hasFair = told.some(({ adjusted }) => adjusted !== null && adjusted.value !== null);
  const groups = analysis.ranking?.groups ?? [];
  const agreement = analysis.severity?.agreement;
  const alike = areAlike(told);
  const isDrawnIn = agreement?.mustAgree === true && (agreement.shrinkage ?? 1) < 1;
  const drawnIn = isDrawnIn ? ' They only lie nearer to the middle, because part of every difference is luck.' : '';
  const average = weighted ? 'weighted average' : 'plain average';
  const reason = alike ? ALIKE : `${inInterviewWords(agreement?.reason ?? '')}${drawnIn}`;
  const words: Block[] = hasFair && agreement !== undefined ? [text(reason)] : [];
  const plot: Block = {
    kind: 'plot',
    title: 'How sure is each score?',
    reading: hasFair
      ? `Each filled dot is a corrected score and its bar the range in which the true score lies 19 times in 20; the hollow dot on the thin grey bar is the ${average} with its own. Part of each bar is common to all candidates, so bars of two who can be told apart may overlap: brackets on the right join those who cannot.`
      : `Each hollow dot is a ${average} and its thin grey bar the range in which the true score lies 19 times in 20, as far as that can be said.`,
    draw: (width) => forestPlot(weighted ? shown.map(byWeight) : shown, groups, analysis.counts.scale, width),
  };
  const { scale } = analysis.counts;
  const beyond = scale !== null && shown.some((one) => reachesBeyond((hasFair ? one.adjusted : null) ?? one.raw, scale));
  const more = [
    ...(beyond ? ['A range that goes far beyond the scale: scores so few, or so far apart, settle next to nothing.'] : []),
    ...(told.length > MOST ? [`The first ${MOST} of ${plural(told.length, 'candidate')}; all are in the output of --json.`] : []),
  ];
  return {
    id: 'candidates',
    title: 'The candidates',
    lead: 'Who is ahead, by how much, and how sure is that?',
    blocks: [plot, hasFair ? fairTable(shown, weighted, alike, more) : plainTable(shown, weighted, whyNone(analysis), more), ...words],
  };
}

/** What stands in the drawing for the average is the one that is ranked by. */
const byWeight = (one: ToldCandidate): ToldCandidate => (one.weighted === null ? one : { ...one, raw: one.weighted });

type Columns = readonly ColumnOf<ToldCandidate>[];

const NAME: Columns = [{ title: 'Candidate', align: 'left', show: ({ candidate }) => candidate }];
const RATED: Columns = [
  { title: 'Rated', align: 'right', spare: 2, show: ({ shareRated }) => share(shareRated) },
  { title: 'Ratings', align: 'right', spare: 1, show: ({ raw }) => String(raw.n) },
];
/** Goes with its column. */
const rated: readonly Note[] = [
  { column: 'Rated', says: 'Rated: the part of the questions, or of their weight, that the candidate has a score for.' },
];
const weightedColumn = (weighted: boolean): Columns =>
  weighted ? [{ title: 'Weighted', align: 'right', show: (one) => (one.weighted === null ? NONE : figure(one.weighted)) }] : [];

const fairTable = (shown: readonly ToldCandidate[], weighted: boolean, alike: boolean, more: readonly string[]): Table =>
  tableOf(
    alike ? 'Candidates' : 'Candidates, best first',
    shown,
    [
      ...NAME,
      { title: 'Corrected', align: 'right', show: ({ adjusted }) => (adjusted === null ? NONE : figure(adjusted)) },
      { title: '95 % range', align: 'right', show: ({ adjusted }) => (adjusted === null ? NONE : span(adjusted)) },
      { title: 'Average', align: 'right', show: ({ raw }) => figure(raw) },
      ...weightedColumn(weighted),
      ...RATED,
      { title: 'Place', align: 'right', show: ({ rank }) => (alike ? NONE : placeOf(rank)) },
      { title: 'Group', align: 'left', show: ({ groups }) => groups.map(letter).join('') || NONE },
    ],
    [
      weighted
        ? 'Corrected: the weighted average, had everybody met the same interviewers and questions; places and groups go by it. Place: the range the true place is in, 19 times in 20.'
        : 'Corrected: the score on the scale that an average interviewer would give on an average question. Place: the range the true place is in, 19 times in 20.',
      ...rated,
      ...(shown.some(({ groups }) => groups.length > 0)
        ? ['Group: candidates who share a letter cannot be told apart by these scores.']
        : []),
      ...notesOn(shown.flatMap(({ adjusted }) => (adjusted === null ? [] : [adjusted]))),
      ...more,
    ],
  );

/** Without corrected scores; candidates who cannot be compared do not stand in one order. */
function plainTable(shown: readonly ToldCandidate[], weighted: boolean, why: string, more: readonly string[]): Table {
  const apart = shown.some(({ part }) => part > 0);
  return tableOf(
    `Candidates by their ${weighted ? 'weighted average' : 'average'}${apart ? ', part by part' : ''}`,
    shown,
    [
      ...NAME,
      ...(apart ? ([{ title: 'Part', align: 'right', show: (one: ToldCandidate) => String(one.part + 1) }] as const) : []),
      { title: 'Average', align: 'right', show: ({ raw }) => figure(raw) },
      { title: '95 % range', align: 'right', show: ({ raw }) => span(raw) },
      ...weightedColumn(weighted),
      ...RATED,
    ],
    [
      ...rated,
      ...(apart ? ['Part: candidates of different parts cannot be compared, since no interviewer has seen both.'] : []),
      ...(shown[0]?.adjusted ? [`Corrected scores cannot be had. ${why}`] : []),
      ...more,
    ],
  );
}

const whyNone = ({ severity, counts }: PanelAnalysis): string =>
  counts.candidates === 1
    ? 'They come from comparing candidates, and there is one only.'
    : whyMissing(severity?.status ?? 'INSUFFICIENT_DATA');

/** Corrected scores closer than this are one score, and nobody has a place of their own. */
const SAME = 1e-6;

const areAlike = (told: readonly ToldCandidate[]): boolean => {
  const values = told.flatMap(({ adjusted }) => adjusted?.value ?? []);
  return values.length > 1 && Math.max(...values) - Math.min(...values) < SAME;
};

const ALIKE =
  'All corrected scores are the same, because the candidates differ by no more than interviewers, questions and chance would have them differ. It does not mean that they are equally good.';

/** By more than the scale is long. */
const reachesBeyond = ({ interval }: Estimate, { min, max }: NonNullable<PanelAnalysis['counts']['scale']>): boolean =>
  interval !== null && (interval.lower < min - (max - min) || interval.upper > max + (max - min));

const placeOf = (rank: Estimate | null): string => {
  if (rank === null || rank.interval === null) return NONE;
  const [from, to] = [Math.round(rank.interval.lower), Math.round(rank.interval.upper)];
  return from === to ? String(from) : `${from} to ${to}`;
};

/** Best first, by the corrected score where there is one. */
export function toldCandidates({ linking, scores, severity, ranking }: PanelAnalysis): readonly ToldCandidate[] {
  const adjusted = new Map((severity?.candidates ?? []).map((one) => [one.candidate, one.adjusted]));
  const ranked = new Map((ranking?.order ?? []).map((one, place) => [one.candidate, { ...one, place }]));
  const partOf = new Map((linking?.comparable.candidates ?? []).flatMap((names, part) => names.map((name) => [name, part] as const)));
  const told = (scores ?? []).map((one) => ({
    candidate: one.candidate,
    adjusted: adjusted.get(one.candidate) ?? null,
    raw: one.mean,
    weighted: one.twoStageWeightedMean,
    shareRated: one.shareOfWeightRated,
    rank: ranked.get(one.candidate)?.rank ?? null,
    groups: ranked.get(one.candidate)?.groups ?? [],
    part: partOf.get(one.candidate) ?? 0,
  }));
  const height = ({ adjusted: fair, weighted: byWeights, raw }: ToldCandidate): number =>
    fair?.value ?? byWeights?.value ?? raw.value ?? -Infinity;
  return told.sort((a, b) => a.part - b.part || height(b) - height(a) || (a.candidate < b.candidate ? -1 : 1));
}
