import type { Estimate } from '@touchstone/kernel';
import type { PanelAnalysis } from '@touchstone/psychometrics';
import { agreementMap } from '../plots/agreement-map';
import { coefficientSpan, figure, NONE, notesOn, share, shareSpan } from './figures';
import { type Block, type Section, tableOf } from './report';

interface Coefficient {
  readonly name: string;
  readonly question: string;
  readonly estimate: Estimate;
  readonly asShare?: boolean;
  /** It counts levels: what is not a whole level of a known scale cannot be counted. */
  readonly ofLevels?: boolean;
}

const NO_LEVELS = `${NONE}  Figures that count levels need whole levels of a known scale; give its ends with --scale.`;

export function agreementSection({ agreement, reliability, counts }: PanelAnalysis): Section | null {
  if (agreement === null) return null;
  const blocks: Block[] = [];
  const { pairs } = agreement;
  if (pairs !== null && pairs.length > 0 && counts.raters > 2) {
    blocks.push({
      kind: 'plot',
      title: 'Who agrees with whom?',
      reading:
        'Each square shows how far two interviewers agree on the answers both have rated (1 is perfect, 0 no better than chance, empty: nothing in common); look for a row of low numbers from end to end: that interviewer reads the anchors differently.',
      draw: (width) => agreementMap(pairs, width),
    });
  }
  const icc = reliability?.fromComponents ?? reliability?.ofAnswers ?? null;
  const coefficients: readonly Coefficient[] = [
    { name: 'Equal scores', question: 'How often do two give the same score?', estimate: agreement.equal, asShare: true },
    { name: 'At most one point apart', question: 'How often do two nearly agree?', estimate: agreement.withinOne, asShare: true },
    {
      name: 'Krippendorff’s alpha, ordinal',
      question: 'Are levels used alike, beyond chance?',
      estimate: agreement.alphaOrdinal,
      ofLevels: true,
    },
    { name: 'Krippendorff’s alpha, interval', question: 'The same, with equal steps', estimate: agreement.alphaInterval },
    { name: '… of each one’s average', question: 'Do they agree on people?', estimate: agreement.alphaOfAverages },
    { name: 'Gwet’s AC2, quadratic', question: 'The same, if most are alike', estimate: agreement.gwet, ofLevels: true },
    { name: 'Fleiss’ kappa', question: 'Counting exact agreement only', estimate: agreement.fleiss, ofLevels: true },
    ...(icc === null
      ? []
      : [
          { name: 'ICC(2,1)', question: 'What is one interviewer’s score worth?', estimate: icc.forms['2,1'] },
          { name: 'ICC(2,k)', question: 'And the average of all?', estimate: icc.forms['2,k'] },
        ]),
    ...(reliability === null
      ? []
      : [{ name: 'Cronbach’s alpha', question: 'Do the questions hang together?', estimate: reliability.alpha.estimate }]),
  ];
  const lacksLevels = agreement.equal.value !== null && agreement.gwet.status === 'INSUFFICIENT_DATA';
  blocks.push(
    tableOf(
      'Coefficients',
      coefficients,
      [
        { title: 'Coefficient', align: 'left', show: ({ name }) => name },
        { title: 'What it answers', align: 'left', spare: 1, show: ({ question }) => question },
        { title: 'Value', align: 'right', show: ({ estimate, asShare }) => (asShare === true ? share(estimate.value) : figure(estimate)) },
        {
          title: '95 % range',
          align: 'right',
          show: ({ estimate, asShare }) => (asShare === true ? shareSpan(estimate) : coefficientSpan(estimate)),
        },
      ],
      [
        '1 is perfect, 0 no better than chance; 0.8 is asked of scores to rely on, 0.67 for tentative conclusions.',
        ...(lacksLevels ? [NO_LEVELS] : []),
        ...notesOn(coefficients.filter((one) => !(lacksLevels && one.ofLevels === true)).map(({ estimate }) => estimate)),
      ],
    ),
  );
  return { id: 'agreement', title: 'Agreement', lead: 'Do interviewers who hear the same answer give it the same score?', blocks };
}
