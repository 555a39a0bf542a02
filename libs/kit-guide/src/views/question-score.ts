import type { Criterion, QuestionDocument } from '@touchstone/bank-format';
import type { CompetencyTitle } from '../guide';
import { blocksOfMarkup, lineOfMarkup } from '../sheet/blocks-of-markup';
import { type Block, bold, type Line, plain } from '../sheet/sheet';
import { listed } from './question-script';
import { texts } from './texts';

/** One question as it is scored: the anchors to tick, signals, and what an expert knows about it. */
export const questionScore = (question: QuestionDocument, titleOf: CompetencyTitle): readonly Block[] => [
  { kind: 'heading', level: 3, text: texts.rubric },
  ...question.rubric.criteria.flatMap((criterion) => criterionBlocks(criterion, levelsOf(question), titleOf)),
  ...(question.scoringNotes === undefined ? [] : blocksOfMarkup(question.scoringNotes)),
  ...listed(texts.strong, 'bullet', question.rubric.strongSignals.map(lineOfMarkup)),
  ...listed(texts.weak, 'bullet', question.rubric.weakSignals.map(lineOfMarkup)),
  ...listed(texts.redFlags, 'box', question.rubric.redFlags.map(lineOfMarkup)),
  ...known(texts.key, question.groundTruth),
  ...known(texts.numbers, question.numbersKey ?? question.arithmeticCheck),
  ...(question.plausibleWrongAnswers.length === 0
    ? []
    : [
        {
          kind: 'aside',
          label: texts.wrong,
          blocks: [
            {
              kind: 'list',
              marker: 'bullet',
              items: question.plausibleWrongAnswers.map(({ claim, whyAttractive, whyWrong }): Line => [
                ...lineOfMarkup(claim).map((span) => ({ ...span, bold: true })),
                ...plain(texts.wrongBecause(whyAttractive)),
                ...plain(texts.wrongRefuted(whyWrong)),
              ]),
            },
          ],
        } as const,
      ]),
  ...known(texts.model, question.modelAnswer),
  ...listed(texts.also, 'bullet', (question.acceptAlso ?? []).map(lineOfMarkup)),
];

/** The levels that are rated: those with an anchor somewhere, and at least 1 to 5 where nothing else is said. */
export function levelsOf({ rubric }: QuestionDocument): readonly number[] {
  const anchored = rubric.criteria.flatMap(({ anchors }) => Object.keys(anchors).map(Number));
  const highest = Math.max(rubric.scale === 'standard' ? 5 : 1, ...anchored);
  return Array.from({ length: highest }, (_, index) => index + 1);
}

const criterionBlocks = (
  { title, description, competency, weight, anchors }: Criterion,
  levels: readonly number[],
  titleOf: CompetencyTitle,
): readonly Block[] => [
  { kind: 'prose', line: [bold(title), { text: ` · ${titleOf(competency)} · ${texts.weight(weight)}` }] },
  ...(description === undefined ? [] : blocksOfMarkup(description)),
  {
    kind: 'list',
    marker: 'box',
    items: [
      ...levels.map((level): Line => [bold(`${level}  `), ...lineOfMarkup(anchors[level] ?? '')]),
      [bold(`${texts.notObserved}  `), { text: texts.notObservedWords }],
    ],
  },
  { kind: 'ruled', label: texts.evidence, lines: 3 },
];

const known = (label: string, text: string | undefined): readonly Block[] =>
  text === undefined ? [] : [{ kind: 'aside', label, blocks: blocksOfMarkup(text) }];
