import { exhibitsText } from '../doors/exhibits-as-text';
import type { MarkdownParser } from '../doors/markdown-tree';
import { ownReferenceText } from '../doors/own-reference';
import { SCRIPT_ORDER, type ScriptSection } from '../doors/script-sections';
import { markdownToHtml } from './markdown-to-html';
import type { Placed } from './outgoing';
import type { QtiSpelling } from './qti-spelling';
import { levelLabels, scriptText } from './script-text';
import { element, markup, xmlDocument, type XmlPiece } from './xml-text';

/** What the interviewer reads before and while asking; everything else is for scoring. */
const FOR_TUTORS = SCRIPT_ORDER.slice(0, SCRIPT_ORDER.indexOf('rubric'));
const FOR_SCORERS = SCRIPT_ORDER.slice(SCRIPT_ORDER.indexOf('rubric'));

/** One item. Images lie in the folder of the package that `imageAddress` names. */
export function qtiItemText(placed: Placed, spelling: QtiSpelling, parse: MarkdownParser, imageAddress: (id: string) => string): string {
  const { file, question } = placed;
  const html = (markdown: string): string => markdownToHtml(markdown, parse, imageAddress);
  const q = (name: string, attributes: Readonly<Record<string, string | undefined>>, content?: readonly XmlPiece[] | string): XmlPiece =>
    element(
      spelling.tag(name),
      Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [key.includes(':') || key === 'xmlns' ? key : spelling.attribute(key), value]),
      ),
      content,
    );
  const levels = [
    ...levelLabels(file)(question.rubric.scale).keys(),
    ...question.rubric.criteria.flatMap(({ anchors }) => Object.keys(anchors).map(Number)),
  ];
  const range = { normalMinimum: '1', normalMaximum: String(Math.max(3, ...levels)), externalScored: 'human' };
  const context = [question.context ?? '', exhibitsText(question.exhibits)].filter((part) => part !== '').join('\n\n');
  const block = (view: string, use: string, sections: readonly ScriptSection[]): readonly XmlPiece[] => {
    const text = scriptText(question, levelLabels(file), sections);
    if (text === '') return [];
    const content = markup(html(text));
    return [q('rubricBlock', { use, view }, spelling.version === '3.0' ? [q('contentBody', {}, [content])] : [content])];
  };
  const root = q(
    'assessmentItem',
    {
      xmlns: spelling.itemNamespace,
      identifier: question.id,
      title: question.title,
      label: ownReferenceText(file.bank.id, question.id, question.record?.version),
      adaptive: 'false',
      timeDependent: 'false',
      'xml:lang': question.language,
    },
    [
      responseDeclaration(placed, q),
      q('outcomeDeclaration', {
        identifier: 'SCORE',
        cardinality: 'single',
        baseType: 'float',
        ...range,
        masteryValue: question.rubric.pass === undefined ? undefined : String(question.rubric.pass),
      }),
      ...question.rubric.criteria.map(({ id, title }) =>
        q('outcomeDeclaration', {
          identifier: `CRIT_${id.toUpperCase().replace(/[^A-Z0-9_]/g, '_')}`,
          cardinality: 'single',
          baseType: 'float',
          ...range,
          interpretation: title,
          view: 'scorer',
        }),
      ),
      q('itemBody', {}, [
        ...(context === '' ? [] : [element('div', {}, [markup(html(context))])]),
        ...block('tutor', 'instructions', FOR_TUTORS),
        interaction(placed, q, html),
        ...block('scorer', 'scoring', FOR_SCORERS),
      ]),
    ],
  );
  return xmlDocument(root);
}

type Named = (name: string, attributes: Readonly<Record<string, string | undefined>>, content?: readonly XmlPiece[] | string) => XmlPiece;

const isMultiple = ({ question: { response } }: Placed): boolean => response?.mode === 'multiple-choice';

function responseDeclaration(placed: Placed, q: Named): XmlPiece {
  const { response } = placed.question;
  const choices = response?.choices ?? [];
  if (choices.length === 0)
    return q('responseDeclaration', {
      identifier: 'RESPONSE',
      cardinality: 'single',
      baseType: response?.mode === 'file' ? 'file' : 'string',
    });
  const right = choices.filter(({ correct }) => correct === true).map(({ id }) => q('value', {}, choiceId(id)));
  return q(
    'responseDeclaration',
    { identifier: 'RESPONSE', cardinality: isMultiple(placed) ? 'multiple' : 'single', baseType: 'identifier' },
    right.length === 0 ? [] : [q('correctResponse', {}, right)],
  );
}

function interaction(placed: Placed, q: Named, html: (markdown: string) => string): XmlPiece {
  const { response, prompt: words } = placed.question;
  const choices = response?.choices ?? [];
  const prompt = q('prompt', {}, [markup(html(words))]);
  if (choices.length > 0)
    return q(
      'choiceInteraction',
      {
        responseIdentifier: 'RESPONSE',
        shuffle: response?.shuffle === true ? 'true' : 'false',
        maxChoices: isMultiple(placed) ? '0' : '1',
      },
      [prompt, ...choices.map(({ id, text }) => q('simpleChoice', { identifier: choiceId(id) }, [markup(html(text))]))],
    );
  if (response?.mode === 'file') return q('uploadInteraction', { responseIdentifier: 'RESPONSE' }, [prompt]);
  return q('extendedTextInteraction', { responseIdentifier: 'RESPONSE', expectedLines: '15' }, [prompt]);
}

/** Identifiers there begin with a letter. */
const choiceId = (id: string): string => `choice_${id.replace(/[^A-Za-z0-9_]/g, '_')}`;
