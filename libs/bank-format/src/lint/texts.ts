import type { FaultPath } from '../bank-fault';
import type { BankQuestion } from '../bank-file';

/** A text of a question and where it stands. `prose`: sentences of a person, not the output of a tool or code. */
export interface PlacedText {
  readonly path: FaultPath;
  readonly text: string;
  readonly prose: boolean;
}

const prose = (path: FaultPath, text: string | undefined): PlacedText[] => (text === undefined ? [] : [{ path, text, prose: true }]);
const listed = (path: FaultPath, texts: readonly string[] | undefined): PlacedText[] =>
  (texts ?? []).flatMap((text, index) => prose([...path, index], text));

const PROSE_FORMATS: ReadonlySet<string | undefined> = new Set(['text', 'markdown', 'table', undefined]);

/** What candidates may come to see, evidence on request included. */
export const candidateTexts = (question: BankQuestion): readonly PlacedText[] => [
  ...prose(['advanceNotice'], question.advanceNotice),
  ...prose(['context'], question.context),
  ...prose(['prompt'], question.prompt),
  ...(question.variants.wordings ?? []).flatMap(({ prompt }, index) => prose(['variants', 'wordings', index, 'prompt'], prompt)),
  ...exhibitTexts(question),
  ...question.evidenceOnRequest.flatMap(({ title, format, content }, index) => [
    ...prose(['evidenceOnRequest', index, 'title'], title),
    { path: ['evidenceOnRequest', index, 'content'], text: content, prose: PROSE_FORMATS.has(format) },
  ]),
  ...(question.response?.choices ?? []).flatMap(({ text }, index) => prose(['response', 'choices', index, 'text'], text)),
  ...prose(['ifNoSuchCase'], question.ifNoSuchCase),
];

/** The exhibits that are shown from the start. */
export const exhibitTexts = (question: BankQuestion): readonly PlacedText[] =>
  question.exhibits.flatMap(({ title, format, content, alt }, index) => [
    ...prose(['exhibits', index, 'title'], title),
    { path: ['exhibits', index, 'content'], text: content, prose: PROSE_FORMATS.has(format) },
    ...prose(['exhibits', index, 'alt'], alt),
  ]);

/** What the interviewer says besides the prompt. */
export const spokenTexts = (question: BankQuestion): readonly PlacedText[] => [
  ...probeTexts(question),
  ...question.hints.flatMap(({ text }, index) => prose(['hints', index, 'text'], text)),
  ...question.followUps.flatMap(({ ask }, index) => prose(['followUps', index, 'ask'], ask)),
  ...listed(['failureCards'], question.failureCards),
];

export const probeTexts = (question: BankQuestion): readonly PlacedText[] =>
  question.probes.flatMap(({ ask, probes = [] }, index) => [
    ...prose(['probes', index, 'ask'], ask),
    ...probes.flatMap((probe, inner) => prose(['probes', index, 'probes', inner, 'ask'], probe.ask)),
  ]);

/** Anchors with their criterion and level. */
export interface PlacedAnchor extends PlacedText {
  readonly level: number;
  readonly criterion: string;
}

export const anchorTexts = (question: BankQuestion): readonly PlacedAnchor[] =>
  question.rubric.criteria.flatMap(({ id, anchors }, index) =>
    Object.entries(anchors).map(([level, text]) => ({
      path: ['rubric', 'criteria', index, 'anchors', level],
      text,
      prose: true,
      level: Number(level),
      criterion: id,
    })),
  );

/** What scorers read. Not the notes on fairness: they name what they keep away. */
export const scorerTexts = (question: BankQuestion): readonly PlacedText[] => [
  ...prose(['title'], question.title),
  ...prose(['construct'], question.construct),
  ...prose(['scriptNotes'], question.scriptNotes),
  ...prose(['hintPolicy'], question.hintPolicy),
  ...prose(['rolePlayKey'], question.rolePlayKey),
  ...prose(['authenticityChecks'], question.authenticityChecks),
  ...prose(['followUpKey'], question.followUpKey),
  ...listed(['noteDown'], question.noteDown),
  ...question.rubric.criteria.flatMap(({ title, description }, index) => [
    ...prose(['rubric', 'criteria', index, 'title'], title),
    ...prose(['rubric', 'criteria', index, 'description'], description),
  ]),
  ...anchorTexts(question),
  ...signalTexts(question),
  ...prose(['groundTruth'], question.groundTruth),
  ...prose(['modelAnswer'], question.modelAnswer),
  ...listed(['acceptAlso'], question.acceptAlso),
  ...question.plausibleWrongAnswers.flatMap(({ claim, whyAttractive, whyWrong }, index) => [
    ...prose(['plausibleWrongAnswers', index, 'claim'], claim),
    ...prose(['plausibleWrongAnswers', index, 'whyAttractive'], whyAttractive),
    ...prose(['plausibleWrongAnswers', index, 'whyWrong'], whyWrong),
  ]),
];

export const signalTexts = ({ rubric }: BankQuestion): readonly PlacedText[] => [
  ...listed(['rubric', 'strongSignals'], rubric.strongSignals),
  ...listed(['rubric', 'weakSignals'], rubric.weakSignals),
  ...listed(['rubric', 'redFlags'], rubric.redFlags),
];

/** Everything that a person reads or hears. */
export const allTexts = (question: BankQuestion): readonly PlacedText[] => [
  ...candidateTexts(question),
  ...spokenTexts(question),
  ...scorerTexts(question),
];

export const joined = (texts: readonly PlacedText[]): string => texts.map(({ text }) => text).join('\n');
