import type { BankScale } from '../bank-file';
import type { QuestionDocument } from '../question-document';
import { PART_ID, SLUG } from '../text-pattern';
import type { IncomingCriterion, IncomingRubric } from './incoming';
import { type RubricScale, scaleOfRubric, weightsOf } from './scale-of-rubric';
import { Names, slugOf } from './slug';

type Rubric = QuestionDocument['rubric'];

/** A rubric in our words, the scale it needs besides `standard`, and what of it has no place but in the notes for scorers. */
export interface MappedRubric {
  readonly rubric: Pick<Rubric, 'scale' | 'criteria'> & Pick<Partial<Rubric>, 'pass'>;
  readonly scale: BankScale | null;
  readonly notes: readonly string[];
}

/** For a criterion that names no competency of a question that has none. */
export const NO_COMPETENCY = 'unassigned';
const STANDARD_LEVELS = 5;

/** Levels from points, weights that sum to 1, ids where there are none. `isOwn`: our own export, whose points are levels. */
export function rubricOfIncoming(incoming: IncomingRubric, competencies: readonly string[], isOwn: boolean): MappedRubric {
  const described = incoming.description ?? '';
  const scale = scaleOfRubric(incoming, isOwn);
  if (scale === null || incoming.criteria.length === 0)
    return {
      rubric: { scale: 'standard', criteria: [] },
      scale: null,
      notes: [described, ...incoming.criteria.map(inWords)].filter((text) => text !== ''),
    };
  const names = new Names();
  const weights = weightsOf(incoming.criteria);
  const bankScale = scaleBeside(scale);
  return {
    rubric: {
      scale: bankScale?.id ?? 'standard',
      ...(incoming.pass !== undefined && incoming.pass >= 1 && incoming.pass <= scale.levels && { pass: incoming.pass }),
      criteria: incoming.criteria.map((criterion, index) => ({
        id: names.unique(PART_ID.form.test(criterion.sourceId ?? '') && isOwn ? (criterion.sourceId as string) : `c${index + 1}`),
        title: criterion.title.replace(/\s+/g, ' ').trim() || `Criterion ${index + 1}`,
        ...(criterion.description !== undefined && { description: criterion.description }),
        competency: competencyOf(criterion, competencies),
        weight: weights[index] ?? 1,
        ...(criterion.mustReach !== undefined && { mustReach: criterion.mustReach }),
        anchors: anchorsOf(criterion, scale),
      })),
    },
    scale: bankScale,
    notes: incoming.criteria.filter(({ indicators = [] }) => indicators.length > 0).map(inWords),
  };
}

function competencyOf({ competency }: IncomingCriterion, competencies: readonly string[]): string {
  const named = competency === undefined ? '' : SLUG.form.test(competency) ? competency : slugOf(competency);
  return named !== '' ? named : (competencies[0] ?? NO_COMPETENCY);
}

/** A level without words is known by its name. */
function anchorsOf(criterion: IncomingCriterion, scale: RubricScale): Readonly<Record<string, string>> {
  const anchors = criterion.levels.flatMap(({ text, label }, index): [string, string][] => {
    const anchor = text.trim() === '' ? (label ?? '') : text;
    return anchor.trim() === '' ? [] : [[String(scale.levelOf(criterion, index)), anchor]];
  });
  return Object.fromEntries(anchors);
}

/** The standard scale has five levels and its own names; any other is written down, named by its size and words. */
function scaleBeside({ levels, labels }: RubricScale): BankScale | null {
  if (levels === STANDARD_LEVELS && labels.every((label) => label === '')) return null;
  const names = labels.map((label, index) => (label === '' ? `Level ${index + 1}` : label.slice(0, 300)));
  const words = slugOf(labels.filter((label) => label !== '').join('-'))
    .slice(0, 40)
    .replace(/[^a-z0-9]+$/, '');
  return {
    id: words === '' ? `levels-${levels}` : `levels-${levels}-${words}`,
    levels: names.map((label, index) => ({ value: index + 1, label })),
  };
}

function inWords({ title, description, levels, indicators = [] }: IncomingCriterion): string {
  const points = [
    ...(description === undefined ? [] : [description]),
    ...indicators,
    ...levels.map(({ points: number, label, text }) =>
      [number === null ? '' : String(number), label ?? '', text].filter((part) => part !== '').join(' '),
    ),
  ];
  return [`**${title}**`, '', ...points.map((point) => `- ${point.replace(/\n/g, '\n  ')}`)].join('\n');
}
