import type { IncomingAttachment, IncomingChoice, IncomingQuestion, IncomingScript } from '../../doors/incoming';
import { ownReference } from '../../doors/own-reference';
import type { MarkdownParser } from '../../doors/markdown-tree';
import type { Reading } from '../../doors/reading';
import type { DoorPlace } from '../../guard/door-fault';
import { allText, descendantsOf, elementAt, elementsOf, textAt, type XmlElement } from '../../guard/xml-element';
import { parted } from '../parted';
import { readScript } from '../read-script';
import { shortFields, withShortFields } from '../short-tags';
import { attachmentsOf, SIDECAR_FILE, textOfFile } from './moodle-files';

/** Types whose answer is free, of Moodle and of others who extend it. */
const OPEN = new Set(['essay', 'aitext', 'essayautograde', 'essaywiris', 'essayhelper', 'recordrtc', 'poodllrecording', 'speechace']);
/** Types that Moodle itself brings: no need to say that they are unknown. */
const PLAIN = new Set(['essay', 'essayautograde', 'recordrtc', 'multichoice', 'truefalse']);
/** Members that are read, or mean nothing elsewhere. */
const READ = new Set(
  'name questiontext generalfeedback graderinfo responsetemplate answer tags idnumber aiprompt markscheme sampleresponse hint file image_base64'.split(
    ' ',
  ),
);
const LONGEST_FOREIGN = 300;

/** One question, and our own file where it carries one. */
export function moodleQuestion(
  element: XmlElement,
  type: string,
  categoryPath: readonly string[],
  reading: Reading,
  parse: MarkdownParser,
): { readonly question: IncomingQuestion; readonly sidecar: string | null } {
  const place: DoorPlace = { line: element.line };
  const text = (name: string): string => formattedText(elementsOf(element, name)[0], reading, place);
  const own = ownReference(textAt(element, 'idnumber'));
  const answer = OPEN.has(type) ? 'open' : type === 'truefalse' ? 'true-false' : type.startsWith('multichoice') ? 'choice' : 'other';
  if (!PLAIN.has(type))
    reading.notices.warn(
      'TYPE_NOT_REPRESENTABLE',
      answer === 'open'
        ? `The kind "${type}" is not known; it is read as a free answer.`
        : `An interview has no place for the kind "${type}"; its text is kept.`,
      '',
      place,
    );
  const tags = shortFields(
    descendantsOf(element, ({ name }) => name === 'tag')
      .map((tag) => textAt(tag, 'text') ?? '')
      .filter((tag) => tag !== ''),
  );
  const grader = readScript(
    text('graderinfo')
      .replace(/\[[^\]]*\]\([^)]*interview-bank\.json\)/, '')
      .trim(),
    parse,
  );
  const question: IncomingQuestion = {
    place,
    sourceId: textAt(element, 'idnumber'),
    own,
    title: textAt(element, 'name', 'text'),
    ...parted(text('questiontext'), own !== null),
    answer,
    ...(answer === 'other' && { foreignType: type }),
    ...responseOf(element, type, answer, text('responsetemplate')),
    ...(answer === 'choice' || answer === 'true-false' ? { choices: choicesOf(element, reading, place) } : {}),
    categoryPath,
    tags: tags.rest,
    ...withShortFields(tags),
    script: scriptOf(element, grader.script, grader.before, text('generalfeedback')),
    ...(grader.rubric !== null && { rubric: grader.rubric }),
    attachments: attachments(element, reading, place),
    foreign: { format: 'moodle', fields: foreignOf(element, type) },
  };
  return { question, sidecar: textOfFile(element, SIDECAR_FILE) };
}

function formattedText(holder: XmlElement | undefined, reading: Reading, place: DoorPlace): string {
  if (holder === undefined) return '';
  const raw = allText(elementAt(holder, 'text') ?? { ...holder, children: [] }).trim();
  const format = holder.attributes.get('format') ?? 'moodle_auto_format';
  if (raw === '') return '';
  if (format === 'plain_text') return raw;
  if (format === 'markdown') return reading.fromMaybeHtml(raw, place);
  return format === 'html' ? reading.fromHtml(raw, place).markdown : reading.fromMaybeHtml(raw, place);
}

/** What graders are told, our sections apart from the free text; what everybody is told after the fact is for interviewers here. */
function scriptOf(element: XmlElement, script: IncomingScript, graderText: string, feedback: string): IncomingScript {
  const notes = [
    script.scoringNotes ?? '',
    graderText,
    allText(elementsOf(element, 'markscheme')[0] ?? '').trim(),
    allText(elementsOf(element, 'aiprompt')[0] ?? '').trim(),
  ].filter((note) => note !== '');
  const said = [script.scriptNotes ?? '', feedback].filter((note) => note !== '');
  return {
    ...script,
    ...(notes.length > 0 && { scoringNotes: notes.join('\n\n') }),
    ...(said.length > 0 && { scriptNotes: said.join('\n\n') }),
  };
}

function responseOf(
  element: XmlElement,
  type: string,
  answer: IncomingQuestion['answer'],
  template: string,
): Pick<IncomingQuestion, 'mode' | 'response'> {
  const number = (name: string): number | undefined => {
    const value = Number(textAt(element, name) ?? '0');
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
  };
  if (answer === 'true-false') return { mode: 'single-choice' };
  if (answer === 'choice')
    return {
      mode: textAt(element, 'single') === 'false' ? 'multiple-choice' : 'single-choice',
      response: { shuffle: /^(1|true)$/.test(textAt(element, 'shuffleanswers') ?? '') },
    };
  if (answer === 'other') return {};
  if (type === 'recordrtc' || type === 'poodllrecording') {
    const maxSeconds = number('timelimitinseconds');
    return {
      mode: textAt(element, 'mediatype') === 'video' ? 'video' : 'audio',
      response: { ...(maxSeconds !== undefined && { maxSeconds }) },
    };
  }
  const format = textAt(element, 'responseformat');
  const mode = format === 'noinline' ? 'file' : format === 'monospaced' ? 'code' : 'text';
  const [minWords, maxWords] = [number('minwordlimit'), number('maxwordlimit')];
  return {
    mode,
    response: {
      ...(minWords !== undefined && { minWords }),
      ...(maxWords !== undefined && { maxWords }),
      ...(template !== '' && { template }),
    },
  };
}

const choicesOf = (element: XmlElement, reading: Reading, place: DoorPlace): readonly IncomingChoice[] =>
  elementsOf(element, 'answer').map((answer) => {
    const fraction = Number(answer.attributes.get('fraction') ?? '0');
    const feedback = formattedText(elementsOf(answer, 'feedback')[0], reading, place);
    const isPart = fraction > 0 && fraction < 100;
    return {
      text: formattedText(answer, reading, place) || '(empty)',
      correct: fraction > 0,
      ...(isPart && { score: fraction / 100 }),
      ...(feedback !== '' && { feedback }),
    };
  });

function attachments(element: XmlElement, reading: Reading, place: DoorPlace): readonly IncomingAttachment[] {
  return elementsOf(element).flatMap((part) =>
    attachmentsOf(part, part.name === 'graderinfo' || part.name === 'generalfeedback' ? 'scorer' : 'candidate', reading, place),
  );
}

/** Short members that have no place here, to be given back to Moodle. */
function foreignOf(element: XmlElement, type: string): Readonly<Record<string, string>> {
  const fields = elementsOf(element).flatMap((member): [string, string][] => {
    const value = allText(member).trim();
    const isShort = !READ.has(member.name) && value !== '' && value.length <= LONGEST_FOREIGN && elementsOf(member).length === 0;
    return isShort ? [[member.name, value]] : [];
  });
  return Object.fromEntries([['type', type], ...fields]);
}
