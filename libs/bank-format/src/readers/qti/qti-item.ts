import type { IncomingChoice, IncomingQuestion } from '../../doors/incoming';
import type { MarkdownParser } from '../../doors/markdown-tree';
import { ownReference } from '../../doors/own-reference';
import type { Reading } from '../../doors/reading';
import type { DoorPlace } from '../../guard/door-fault';
import { allText, descendantsOf, type XmlElement } from '../../guard/xml-element';
import { shownApart } from '../parted';
import { readScript } from '../read-script';
import { qtiHtml } from './qti-html';
import { qtiAttribute, qtiChildren, qtiDescendants, qtiName, qtiVersion } from './qti-names';

const LONGEST_ORIGINAL = 40_000;

/** A question of an item of QTI 2 or 3, and the addresses of the images that it shows. `source` is the text of the item. */
export function qtiItem(
  item: XmlElement,
  source: string,
  place: DoorPlace,
  reading: Reading,
  parse: MarkdownParser,
): { readonly question: IncomingQuestion; readonly images: readonly string[] } {
  const images: string[] = [];
  const markdown = (html: string): string => {
    const read = reading.fromHtml(html, place);
    images.push(...read.images);
    return read.markdown;
  };
  const body = qtiChildren(item, 'itemBody')[0];
  const blocks = body === undefined ? [] : qtiDescendants(body, 'rubricBlock');
  const interactions = body === undefined ? [] : descendantsOf(body, (element) => qtiName(element).endsWith('Interaction'));
  const prompts = interactions
    .flatMap((interaction) => qtiChildren(interaction, 'prompt'))
    .map((prompt) => markdown(qtiHtml(prompt.children)));
  const shown = [
    ...blocks.filter((block) => viewsOf(block).includes('candidate')).map((block) => markdown(qtiHtml(block.children))),
    body === undefined ? '' : markdown(qtiHtml(body.children)),
  ].filter((text) => text !== '');
  const [prompt, ...further] = prompts.filter((text) => text !== '');
  const own = ownReference(item.attributes.get('label'));
  const kind = kindOf(interactions);
  if (kind.answer === 'other')
    reading.notices.warn(
      'TYPE_NOT_REPRESENTABLE',
      `An interview has no place for the kind "${kind.foreignType ?? ''}"; its text and its file are kept.`,
      '',
      place,
    );
  const scorers = blocks.filter((block) => !viewsOf(block).includes('candidate'));
  const script = readScript(scorers.map((block) => markdown(qtiHtml(block.children))).join('\n\n'), parse);
  const pass = passOf(item);
  const scoringNotes = [script.script.scoringNotes ?? '', script.before].filter((text) => text !== '').join('\n\n');
  const question: IncomingQuestion = {
    place,
    sourceId: item.attributes.get('identifier') ?? null,
    own,
    title: item.attributes.get('title')?.trim() || null,
    prompt: [prompt ?? shown.join('\n\n'), ...further].join('\n\n'),
    ...(prompt !== undefined && shown.length > 0 && (own === null ? { context: shown.join('\n\n') } : shownApart(shown.join('\n\n')))),
    ...kind,
    ...(kind.answer === 'choice' && { choices: choicesOf(item, interactions, markdown) }),
    categoryPath: [],
    ...(item.attributes.has('xml:lang') && { language: item.attributes.get('xml:lang') }),
    script: { ...script.script, ...(scoringNotes !== '' && { scoringNotes }) },
    ...(script.rubric !== null && { rubric: { ...script.rubric, ...(pass !== null && { pass }) } }),
    rubricViews: [...new Set(blocks.flatMap(viewsOf))],
    foreign: {
      format: 'qti',
      fields: { version: qtiVersion(item), ...(kind.answer === 'other' && source.length <= LONGEST_ORIGINAL && { item: source }) },
    },
  };
  return { question, images };
}

/** Who may see a rubric block. One that does not say so is taken for scorers alone. */
function viewsOf(block: XmlElement): readonly string[] {
  const views = (qtiAttribute(block, 'view') ?? '').split(/\s+/).filter((view) => view !== '');
  return views.length === 0 ? ['scorer'] : views;
}

function kindOf(interactions: readonly XmlElement[]): Pick<IncomingQuestion, 'answer' | 'foreignType' | 'mode' | 'response'> {
  const names = interactions.map(qtiName);
  const [first] = interactions;
  if (names.length === 0 || first === undefined) return { answer: 'open' };
  if (names.every((name) => name === 'choiceInteraction')) {
    const most = Number(qtiAttribute(first, 'maxChoices') ?? '1');
    return {
      answer: 'choice',
      mode: most === 1 ? 'single-choice' : 'multiple-choice',
      response: { shuffle: qtiAttribute(first, 'shuffle') === 'true' },
    };
  }
  if (names.every((name) => name === 'extendedTextInteraction')) return { answer: 'open', mode: 'text' };
  if (names.every((name) => name === 'uploadInteraction')) return { answer: 'open', mode: 'file' };
  return { answer: 'other', foreignType: new Set(names).size > 1 ? 'composite' : (names[0] ?? '') };
}

/** The choices of the first interaction, and what the declaration says about which are right. */
function choicesOf(item: XmlElement, interactions: readonly XmlElement[], markdown: (html: string) => string): readonly IncomingChoice[] {
  const [interaction] = interactions;
  if (interaction === undefined) return [];
  const wanted = qtiAttribute(interaction, 'responseIdentifier');
  const declaration = qtiChildren(item, 'responseDeclaration').find(({ attributes }) => attributes.get('identifier') === wanted);
  const right = new Set(
    declaration === undefined
      ? []
      : qtiChildren(declaration, 'correctResponse')
          .flatMap((correct) => qtiChildren(correct, 'value'))
          .map((value) => allText(value).trim()),
  );
  const points = new Map(
    (declaration === undefined ? [] : qtiDescendants(declaration, 'mapEntry')).map((entry) => [
      qtiAttribute(entry, 'mapKey') ?? '',
      Number(qtiAttribute(entry, 'mappedValue') ?? '0'),
    ]),
  );
  return qtiDescendants(interaction, 'simpleChoice').map((choice): IncomingChoice => {
    const id = choice.attributes.get('identifier') ?? '';
    const score = points.get(id);
    return {
      text: markdown(qtiHtml(choice.children)) || '(empty)',
      correct: right.size > 0 ? right.has(id) : (score ?? 0) > 0,
      ...(score !== undefined && Number.isFinite(score) && { score }),
    };
  });
}

/** The mean from which on an answer passes, which our export writes as the mastery value of the score. */
function passOf(item: XmlElement): number | null {
  const score = qtiChildren(item, 'outcomeDeclaration').find(({ attributes }) => attributes.get('identifier') === 'SCORE');
  const value = score === undefined ? undefined : qtiAttribute(score, 'masteryValue');
  return value === undefined || !Number.isFinite(Number(value)) ? null : Number(value);
}
