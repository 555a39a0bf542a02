import type { Probe, QuestionDocument } from '@touchstone/bank-format';
import type { CompetencyTitle } from '../guide';
import { blocksOfMarkup, lineOfMarkup } from '../sheet/blocks-of-markup';
import { type Block, bold, type Line, plain, prose } from '../sheet/sheet';
import { candidateBlocks, exhibitBlocks } from './candidate-blocks';
import type { NumberedItem } from './numbered-items';
import { texts } from './texts';

/** One question as it is asked: what it is for, what is read aloud, what is given when, probes and hints. */
export function questionScript({ number, question, plannedMinutes }: NumberedItem, titleOf: CompetencyTitle): readonly Block[] {
  const { advanceNotice, construct, notMeasured, scriptNotes, ifNoSuchCase, evidenceOnRequest } = question;
  return [
    { kind: 'heading', level: 2, text: texts.questionTitle(number, question.title) },
    { kind: 'facts', line: plain([question.kind.replaceAll('-', ' '), ...question.competencies.map(titleOf)].join(' · ')) },
    { kind: 'facts', line: plain(texts.time(timeOf(question, plannedMinutes))) },
    ...said(texts.construct, construct),
    ...said(texts.notMeasured, notMeasured),
    ...(advanceNotice === undefined ? [] : [boxed('spoken', texts.advance, advanceNotice)]),
    { kind: 'spoken', label: texts.prompt, blocks: candidateBlocks(question) },
    ...(ifNoSuchCase === undefined ? [] : [boxed('spoken', texts.noCase, ifNoSuchCase)]),
    ...(scriptNotes === undefined ? [] : [boxed('aside', texts.script, scriptNotes)]),
    ...evidenceOnRequest.map(({ id, askLike, title, format, content }): Block => ({
      kind: 'aside',
      label: texts.onRequestWhen(id, askLike),
      blocks: exhibitBlocks({ id, title: title ?? '', format: format ?? 'text', content }),
    })),
    ...listed(texts.probes, 'box', question.probes.flatMap(probeLines)),
    ...(question.hintPolicy === undefined && question.hints.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: texts.hints } as const,
          ...blocksOfMarkup(question.hintPolicy ?? ''),
          { kind: 'list', marker: 'box', items: question.hints.map((hint) => hintLine(hint, question)) } as const,
        ]),
    ...listed(texts.cards, 'box', (question.failureCards ?? []).map(lineOfMarkup)),
    ...(question.rolePlayKey === undefined ? [] : [boxed('aside', texts.rolePlay, question.rolePlayKey)]),
    ...listed(
      texts.followUps,
      'bullet',
      question.followUps.map(({ levels, ask }) => [bold(texts.followUpLevels(levels)), ...lineOfMarkup(ask)]),
    ),
    ...listed(texts.noteDown, 'bullet', (question.noteDown ?? []).map(lineOfMarkup)),
  ];
}

/** Minutes as planned, with their parts where the author gave them. */
function timeOf({ minutes }: QuestionDocument, planned: number): string {
  const parts = [
    minutes.preparation === undefined ? [] : [`${texts.preparation} ${minutes.preparation}`],
    minutes.answer === undefined ? [] : [`${texts.answer} ${minutes.answer}`],
    minutes.probes === undefined ? [] : [`${texts.probesTime} ${minutes.probes}`],
    minutes.max === undefined ? [] : [texts.atMost(minutes.max)],
  ].flat();
  return parts.length === 0 ? `${planned} min` : `${planned} min (${parts.join(', ')})`;
}

const probeLines = (probe: Probe): Line[] => [
  probeLine(probe),
  ...(probe.probes ?? []).map((next): Line => [{ text: '– ' }, ...probeLine(next)]),
];

const probeLine = ({ ask, when }: { readonly ask: string; readonly when?: string }): Line => [
  ...lineOfMarkup(ask),
  ...(when === undefined ? [] : [{ text: texts.onlyIf(when), italic: true }]),
];

function hintLine({ text, when, caps }: QuestionDocument['hints'][number], { rubric }: QuestionDocument): Line {
  const prices = Object.entries(caps).map(([criterion, level]) =>
    texts.hintCaps(rubric.criteria.find(({ id }) => id === criterion)?.title ?? criterion, level),
  );
  return [
    ...(when === undefined ? [] : [{ text: texts.hintWhen(when), italic: true }]),
    ...lineOfMarkup(text),
    { text: ` (${prices.length === 0 ? texts.hintFree : prices.join('; ')})`, italic: true },
  ];
}

const boxed = (kind: 'spoken' | 'aside', label: string, text: string): Block => ({ kind, label, blocks: blocksOfMarkup(text) });

const said = (label: string, text: string | undefined): readonly Block[] =>
  text === undefined ? [] : [prose(bold(`${label}: `), ...lineOfMarkup(text))];

export function listed(title: string, marker: 'box' | 'bullet', items: readonly Line[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 3, text: title },
        { kind: 'list', marker, items },
      ];
}
