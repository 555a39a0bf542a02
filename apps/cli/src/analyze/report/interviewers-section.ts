import { inInterviewWords, type PanelAnalysis } from '@touchstone/psychometrics';
import { severityRuler } from '../plots/severity-ruler';
import { fixed, NONE, notesOn, plural, signed, span } from './figures';
import { type Block, type Section, tableOf, text } from './report';

const MOST = 60;
/** Scores of one interviewer below which nothing is said of fit and habits. */
const FEWEST = 10;

export function interviewersSection({ counts, diagnosis, linking, severity }: PanelAnalysis): Section | null {
  if (diagnosis === null) return null;
  const { rasch, halo, centralTendency } = diagnosis;
  const effects = new Map((severity?.raters ?? []).map(({ name, effect }) => [name, effect]));
  const haloOf = new Map(halo.map(({ rater, flagged }) => [rater, flagged]));
  const middleOf = new Map(centralTendency.map(({ rater, flagged }) => [rater, flagged]));
  const habits = (name: string, infit: number | null, scores: number): string => {
    const found = [
      ...(haloOf.get(name) === true ? ['one impression'] : []),
      ...(middleOf.get(name) === 'CENTRAL' ? ['middle only'] : middleOf.get(name) === 'EXTREME' ? ['ends only'] : []),
      ...(infit !== null && infit > 1.5 && scores >= FEWEST ? ['erratic'] : []),
    ];
    return found.length > 0 ? found.join(', ') : infit === null || scores < FEWEST ? NONE : 'none seen';
  };
  // An effect of exactly 0 for everybody is not known to be none.
  const spread = severity?.spread ?? null;
  const isKnown = spread === null || spread.difference.interval !== null;
  const sorted = [...rasch.raters].sort((a, b) => (b.measure.value ?? 0) - (a.measure.value ?? 0));
  const measured = sorted.some(({ measure }) => measure.value !== null);
  const blocks: Block[] = [];
  if (measured) {
    blocks.push({
      kind: 'plot',
      title: 'Candidates, interviewers and questions on one ruler',
      reading:
        'The higher a candidate, the stronger; the higher an interviewer, the stricter; the higher a question, the harder: a candidate level with a question, before an average interviewer, can expect a score in the middle of the scale; the thin grey bar on the right of each column is as tall as a place on it is uncertain, usually.',
      draw: (width) => severityRuler(rasch, width),
    });
  }
  blocks.push(
    tableOf(
      'Interviewers, the strictest first',
      sorted.slice(0, MOST),
      [
        { title: 'Interviewer', align: 'left', show: ({ name }) => name },
        { title: 'Ratings', align: 'right', show: ({ count }) => String(count) },
        { title: 'Average', align: 'right', spare: 1, show: ({ score, count }) => fixed(score / count) },
        { title: 'Points off', align: 'right', show: ({ name }) => (isKnown ? signed(effects.get(name)?.value) : NONE) },
        {
          title: '95 % range',
          align: 'right',
          spare: 3,
          show: ({ name }) => (effects.has(name) ? span(effects.get(name) ?? { interval: null }) : NONE),
        },
        { title: 'Severity', align: 'right', show: ({ measure }) => signed(measure.value) },
        { title: 'Fit', align: 'right', spare: 2, show: ({ fit, count }) => (count < FEWEST ? NONE : fixed(fit.infit)) },
        { title: 'Habits', align: 'left', show: ({ name, fit, count }) => habits(name, fit.infit, count) },
      ],
      [
        'Points off: how much more (or, with a minus, less) than the average interviewer gives for the same answer. Severity: the same in logits, positive is strict.',
        ...(isKnown ? [] : [`${NONE}  These scores cannot tell strictness from chance. It does not mean that nobody is strict.`]),
        { column: 'Fit', says: `Fit: 1 is usual, above 1.5 the scores jump about; told from ${FEWEST} scores on, as habits are.` },
        'Habits: one impression colours all scores of a candidate; middle only, or ends only, of the scale; erratic, where fit is above 1.5.',
        ...notesOn(sorted.map(({ measure }) => measure)),
        ...(sorted.length > MOST ? [`The first ${MOST} of ${plural(sorted.length, 'interviewer')}.`] : []),
      ],
    ),
  );
  if (rasch.status === 'DISCONNECTED') {
    const apart = (linking?.comparable.candidates.length ?? 1) > 1;
    blocks.push(
      text(
        apart
          ? 'The parts of this panel have nothing in common: figures across parts rest on the assumption that interviewers are alike on average.'
          : 'Some interviewers keep to questions of their own, so that a strict interviewer and a hard question look the same: how the two share it rests on the assumption that both are alike on average. Candidates can be compared all the same.',
      ),
    );
  }
  if (severity !== null && severity.raters.length === 0 && counts.raters > 1) {
    const why = severity.replicated.find(({ term }) => term === 'rater')?.reason ?? null;
    blocks.push(text(inInterviewWords(`Points off cannot be had. ${why ?? severity.reason ?? ''}`.trim())));
  }
  return {
    id: 'interviewers',
    title: 'The interviewers',
    lead: 'Who is strict, who is lenient, and does somebody rate by habit?',
    blocks,
  };
}
