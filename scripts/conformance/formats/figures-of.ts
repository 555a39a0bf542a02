import type { Incoming, IncomingQuestion, IncomingRubric } from '@touchstone/bank-format';

const answers = (questions: readonly IncomingQuestion[], ...kinds: readonly IncomingQuestion['answer'][]): number =>
  questions.filter(({ answer }) => kinds.includes(answer)).length;

/** Rubrics on their own, and those of questions. */
export const rubricsOf = ({ rubrics, questions }: Incoming): readonly IncomingRubric[] => [
  ...rubrics,
  ...questions.flatMap(({ rubric }) => rubric ?? []),
];

/** Whether what scorers are told arrives as a rubric: criteria, or a block that the file calls so. */
export const hasRubric = ({ rubric, rubricViews = [] }: IncomingQuestion): boolean =>
  rubric !== undefined || rubricViews.some((view) => view !== 'candidate');

const probesBelow = (probes: NonNullable<IncomingQuestion['script']>['probes']): number =>
  (probes ?? []).reduce((sum, probe) => sum + 1 + probesBelow(probe.probes), 0);

/** What a manifest can count, by its names. */
export const FIGURES: Readonly<Record<string, (incoming: Incoming) => number>> = {
  items: ({ questions, own }) => questions.length + (own?.questions.length ?? 0),
  open: ({ questions }) => answers(questions, 'open'),
  choice: ({ questions }) => answers(questions, 'choice', 'true-false'),
  trueFalse: ({ questions }) => answers(questions, 'true-false'),
  other: ({ questions }) => answers(questions, 'other'),
  withRubric: ({ questions }) => questions.filter(hasRubric).length,
  withGraderInfo: ({ questions }) =>
    questions.filter(({ script, title }) => script?.scoringNotes !== undefined && (title ?? '') !== '').length,
  probes: ({ questions }) => questions.reduce((sum, { script }) => sum + probesBelow(script?.probes), 0),
  plans: ({ plans }) => plans.length,
  rubrics: (incoming) => rubricsOf(incoming).length,
  criteria: (incoming) => rubricsOf(incoming).reduce((sum, { criteria }) => sum + criteria.length, 0),
  levels: (incoming) =>
    rubricsOf(incoming).reduce((sum, { criteria }) => sum + criteria.reduce((all, { levels }) => all + levels.length, 0), 0),
  indicators: (incoming) =>
    rubricsOf(incoming).reduce((sum, { criteria }) => sum + criteria.reduce((all, { indicators = [] }) => all + indicators.length, 0), 0),
  competencies: ({ competencies }) => competencies.length,
  associations: ({ associations }) => associations,
  roles: ({ roles }) => roles.length,
  scorecards: ({ scorecards }) => scorecards.length,
  fields: ({ scorecards }) => scorecards.reduce((sum, { fields }) => sum + fields.length, 0),
  attributes: ({ scorecards }) => scorecards.reduce((sum, { attributes }) => sum + attributes, 0),
  answers: ({ scorecards }) => scorecards.reduce((sum, { answers: given }) => sum + given, 0),
  attachments: ({ questions }) => questions.reduce((sum, { attachments = [] }) => sum + attachments.length, 0),
};
