import { inInterviewWords, inPlainWords, type PanelAnalysis } from '@touchstone/psychometrics';
import { agreementSection } from './agreement-section';
import { candidatesSection } from './candidates-section';
import { competenciesSection } from './competencies-section';
import { dependabilitySection } from './dependability-section';
import { discussionSection } from './discussion-section';
import { fairnessSection } from './fairness-section';
import { plural } from './figures';
import { interviewersSection } from './interviewers-section';
import { questionsSection } from './questions-section';
import type { Report, Section } from './report';

export interface ReportOn {
  readonly name: string;
  readonly understood: readonly string[];
  readonly weighted: boolean;
}

/** The report on a panel: what it says in words first, then the figures, each section with the question it answers. */
export function writeReport(analysis: PanelAnalysis, { name, understood, weighted }: ReportOn): Report {
  const { counts } = analysis;
  const sections = [
    candidatesSection(analysis, weighted),
    competenciesSection(analysis),
    discussionSection(analysis),
    interviewersSection(analysis),
    agreementSection(analysis),
    dependabilitySection(analysis),
    questionsSection(analysis),
    fairnessSection(analysis),
  ];
  return {
    title: 'What the scores are worth',
    subtitle: `${name}: ${plural(counts.ratings, 'rating')} of ${plural(counts.candidates, 'candidate')} by ${plural(counts.raters, 'interviewer')} on ${plural(counts.items, 'question')}`,
    understood,
    sections: [whatThisSays(analysis), ...sections.filter((section) => section !== null)],
    closing: closingOf(analysis),
  };
}

const whatThisSays = (analysis: PanelAnalysis): Section => ({
  id: 'findings',
  title: 'What this says',
  lead: '',
  blocks: [{ kind: 'statements', statements: inPlainWords(analysis) }],
});

const closingOf = ({ seed, leftOut }: PanelAnalysis): readonly string[] => [
  ...leftOut.map(({ reason }) => `Left out: ${inInterviewWords(reason)}`),
  'Corrected scores: mixed model by restricted maximum likelihood, score ~ candidate + interviewer + question + candidate by interviewer, each where the ratings can tell it. ' +
    'Severity, difficulty and fit: many-facet Rasch model, maximum a posteriori with weak priors. Dependability: generalizability theory. ' +
    'Every figure with its method, errors and standing is in the output of --json.',
  `Simulated intervals use the seed ${seed}: the same file gives the same report, always.`,
];
