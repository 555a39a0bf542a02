import { inInterviewWords, type PanelAnalysis } from '@touchstone/psychometrics';
import { decisionCurves } from '../plots/decision-curves';
import { fixed, notesOn, share, span } from './figures';
import { type Block, type Section, tableOf, text } from './report';

const SOURCES: Readonly<Record<string, string>> = {
  p: 'Candidates: what one wants to see',
  i: 'Questions: some are harder',
  r: 'Interviewers: some are stricter',
  'r:i': 'Interviewers of a question: some are stricter',
  'i:r': 'Questions of an interviewer: some are harder',
  pi: 'Candidates have strong and weak questions',
  pr: 'Interviewers disagree about whom they prefer',
  ir: 'Interviewers are strict on different questions',
  residual: 'Everything else, and chance',
};

export function dependabilitySection({ dependability }: PanelAnalysis): Section | null {
  if (dependability === null) return null;
  const { study, panels, present, cheapest, cheapestForSure, target, arrangement } = dependability;
  const blocks: Block[] = [];
  const drawn = panels.some(({ phi }) => phi.value !== null);
  if (drawn) {
    blocks.push({
      kind: 'plot',
      title: 'What would more interviewers or more questions buy?',
      reading:
        'Each line is a number of interviewers: follow it to the right for more questions; once it crosses the dashed target, an average score of such a panel is dependable enough, and where lines run flat or close together, more of the same buys nothing; the shaded range shows how much of a guess a line is.',
      draw: (width) => decisionCurves(dependability, width),
    });
  }
  if (study.components.length > 0) {
    blocks.push(
      tableOf(
        'Where differences between scores come from',
        study.components,
        [
          { title: 'Source', align: 'left', show: ({ component }) => SOURCES[component] ?? component },
          { title: 'Share', align: 'right', show: (one) => share(one.share) },
          { title: 'Variance', align: 'right', show: ({ estimate }) => fixed(estimate.value, 3) },
          { title: 'Error', align: 'right', spare: 1, show: ({ estimate }) => fixed(estimate.standardError, 3) },
        ],
        [
          {
            column: 'Error',
            says: 'Error: the standard error of the variance; where it is as large as the variance, next to nothing is known of it.',
          },
          ...(study.hasNegative ? ['A variance below 0 means that the data are too few to tell it from none; it counts as 0.'] : []),
          ...(study.inResidual.length > 0
            ? ['Some sources could not be told from chance, since no pair was rated twice; they are within the last row.']
            : []),
          ...(study.levels.raters < 5 && study.design !== 'p×i'
            ? [`With ${study.levels.raters} interviewers the figures on interviewers are rough: 0 does not mean that they are alike.`]
            : []),
          ...notesOn(study.components.map(({ estimate }) => estimate)),
        ],
      ),
    );
  }
  if (drawn && present !== null) {
    const rows = [
      { name: 'Like this one', panel: present },
      ...(cheapest === null ? [] : [{ name: `Cheapest for ${fixed(target)}`, panel: cheapest }]),
      ...(cheapestForSure === null ? [] : [{ name: 'Cheapest, to be sure', panel: cheapestForSure }]),
    ];
    const size = (value: number): string => (Number.isInteger(value) ? String(value) : fixed(value, 1));
    blocks.push(
      tableOf(
        'Panels',
        rows,
        [
          { title: 'Panel', align: 'left', show: ({ name }) => name },
          { title: 'Interviewers', align: 'right', show: ({ panel }) => size(panel.interviewers) },
          {
            title: arrangement === 'SEPARATELY' ? 'Questions each' : 'Questions',
            align: 'right',
            show: ({ panel }) => size(panel.questions),
          },
          { title: 'Dependability', align: 'right', show: ({ panel }) => fixed(panel.phi.value) },
          { title: '95 % range', align: 'right', show: ({ panel }) => span(panel.phi) },
          { title: 'Hours', align: 'right', spare: 1, show: ({ panel }) => fixed(panel.cost?.interviewerHours, 1) },
        ],
        [
          {
            column: 'Hours',
            says: 'Hours: interviewer-hours for one candidate, at ten minutes a question and fifteen around each interview.',
          },
          ...(cheapestForSure === null ? [] : ['To be sure: even the lower end of the range reaches the target.']),
          ...(cheapest === null
            ? [`No panel of up to 8 interviewers and 20 questions reaches ${fixed(target)}, as far as these scores can tell.`]
            : []),
        ],
      ),
    );
  }
  if (study.reason !== null) blocks.push(text(inInterviewWords(study.reason)));
  return {
    id: 'dependability',
    title: 'Is the panel large enough?',
    lead: 'Would another panel, with other people and other questions, come to the same score?',
    blocks,
  };
}
