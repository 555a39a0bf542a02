import { PANELIST_RECOMMENDATIONS } from '@touchstone/interviewing/scorecards';
import type { CompetencyTitle, GuideKit } from '../guide';
import { type Block, bold, plain, prose, type Sheet } from '../sheet/sheet';
import { languageOf } from './candidate-sheet';
import { type NumberedRound, numberedRounds } from './numbered-items';
import { levelsOf, questionScore } from './question-score';
import { questionScript } from './question-script';
import { texts } from './texts';

/** Everything that the person in the room needs to run the interview from paper. */
export function interviewerSheet(kit: GuideKit, titleOf: CompetencyTitle, only: number | null): Sheet {
  const rounds = numberedRounds(kit, only);
  return {
    title: texts.interviewer(kit.name),
    language: languageOf(kit),
    foot: texts.foot(kit.name, kit.contentHash),
    blocks: [...cover(kit, rounds, titleOf), ...rounds.flatMap((round) => roundBlocks(round, titleOf))],
  };
}

const cover = (kit: GuideKit, rounds: readonly NumberedRound[], titleOf: CompetencyTitle): readonly Block[] => [
  { kind: 'heading', level: 1, text: kit.name },
  prose({ text: texts.forRole(kit.role) }),
  prose({ text: texts.sameForAll }),
  kit.contentHash === null
    ? prose(bold(texts.draft))
    : { kind: 'facts', line: [{ text: `${texts.hash}: ` }, { text: kit.contentHash, code: true }] },
  { kind: 'heading', level: 2, text: texts.overview },
  {
    kind: 'table',
    columns: [
      { title: texts.question, share: 0.44 },
      { title: texts.kind, share: 0.18 },
      { title: texts.measures, share: 0.27 },
      { title: texts.minutes, share: 0.11 },
    ],
    rows: rounds.flatMap(({ position, name, minutes, items }) => [
      [[bold(texts.roundTitle(position, name))], [], [], [bold(String(minutes))]],
      ...items.map(({ number, question, plannedMinutes }) => [
        plain(texts.questionTitle(number, question.title)),
        plain(question.kind.replaceAll('-', ' ')),
        plain(question.competencies.slice(0, 1).map(titleOf).join('')),
        plain(String(plannedMinutes)),
      ]),
    ]),
  },
];

function roundBlocks(round: NumberedRound, titleOf: CompetencyTitle): readonly Block[] {
  const planned = round.items.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0);
  return [
    { kind: 'page' },
    { kind: 'heading', level: 1, text: texts.roundTitle(round.position, round.name) },
    { kind: 'facts', line: plain(texts.roundTime(planned, round.minutes)) },
    { kind: 'spoken', label: texts.opening, blocks: texts.openingWords.map((text) => prose({ text })) },
    ...(round.items.length === 0 ? [prose({ text: texts.noQuestions })] : []),
    ...round.items.flatMap((item, index) => [
      ...(index === 0 ? [] : [{ kind: 'page' } as const]),
      ...questionScript(item, titleOf),
      ...questionScore(item.question, titleOf),
    ]),
    { kind: 'spoken', label: texts.closing, blocks: texts.closingWords.map((text) => prose({ text })) },
    ...scoringSheet(round),
  ];
}

/** One page to be handed in: every criterion, its rating, and room for the evidence. */
const scoringSheet = ({ position, name, items }: NumberedRound): readonly Block[] => [
  { kind: 'page' },
  { kind: 'heading', level: 1, text: texts.sheetTitle(texts.roundTitle(position, name)) },
  ...texts.sheetHead.map((label): Block => ({ kind: 'ruled', label, lines: 1 })),
  {
    kind: 'table',
    columns: [
      { title: texts.criterion, share: 0.38 },
      { title: texts.rating, share: 0.24 },
      { title: texts.evidence, share: 0.38 },
    ],
    rows: items.flatMap(({ number, question }) => [
      [[bold(texts.questionTitle(number, question.title))], [], []],
      ...question.rubric.criteria.map(({ title, weight }) => [
        plain(`${title} (${texts.weight(weight)})`),
        plain([...levelsOf(question), texts.notObserved].map((level) => `☐ ${level}`).join('  ')),
        [],
      ]),
    ]),
  },
  { kind: 'heading', level: 3, text: texts.recommendation },
  {
    kind: 'list',
    marker: 'box',
    items: PANELIST_RECOMMENDATIONS.map((word) => plain(word.toLowerCase().replaceAll('_', ' '))),
  },
  { kind: 'ruled', label: texts.summary, lines: 3 },
  { kind: 'ruled', label: texts.deviations, lines: 2 },
];
