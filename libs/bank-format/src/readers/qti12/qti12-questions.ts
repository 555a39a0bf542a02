import type { IncomingAttachment, IncomingChoice, IncomingQuestion } from '../../doors/incoming';
import { ownReference } from '../../doors/own-reference';
import type { Reading } from '../../doors/reading';
import { checkAttachment } from '../../guard/check-attachment';
import type { DoorPlace } from '../../guard/door-fault';
import { allText, descendantsOf, elementsOf, textAt, type XmlElement } from '../../guard/xml-element';
import type { ZipArchive } from '../../guard/zip-archive';
import { joined } from '../qti/manifest';

const OPEN = new Set(['essay_question', 'file_upload_question', 'cc.essay.v0p1']);
const CHOICE = new Set(['multiple_choice_question', 'multiple_answers_question', 'cc.multiple_choice.v0p1', 'cc.multiple_response.v0p1']);
const TRUE_FALSE = new Set(['true_false_question', 'cc.true_false.v0p1']);
/** Titles that say nothing: those that Canvas gives. */
const EMPTY_TITLE = /^question$/i;

/** The items of one file of QTI 1.2. `seen` holds identifiers that were read before, which are not read again. */
export async function qti12Questions(
  root: XmlElement,
  file: string | null,
  archive: ZipArchive | null,
  reading: Reading,
  seen: Set<string>,
): Promise<readonly IncomingQuestion[]> {
  const container = elementsOf(root).find(({ name }) => name === 'objectbank' || name === 'assessment');
  const category = container === undefined ? null : (container.attributes.get('title') ?? metadata(container).get('bank_title') ?? null);
  const questions: IncomingQuestion[] = [];
  for (const item of descendantsOf(root, ({ name }) => name === 'item')) {
    const id = item.attributes.get('ident') ?? '';
    if (id !== '' && seen.has(id)) {
      reading.notices.note(
        'ITEM_REPEATED',
        'An item stands in several files and was read once.',
        '',
        file === null ? {} : { file, line: item.line },
      );
      continue;
    }
    seen.add(id);
    reading.countQuestion();
    questions.push(await questionOf(item, category === null ? [] : [category], file, archive, reading));
  }
  return questions;
}

async function questionOf(
  item: XmlElement,
  categoryPath: readonly string[],
  file: string | null,
  archive: ZipArchive | null,
  reading: Reading,
): Promise<IncomingQuestion> {
  const place: DoorPlace = { ...(file !== null && { file }), line: item.line };
  const presentation = elementsOf(item, 'presentation')[0];
  const images: string[] = [];
  const markdown = (material: XmlElement): string =>
    descendantsOf(material, ({ name }) => name === 'mattext')
      .map((text) => {
        const read =
          text.attributes.get('texttype') === 'text/plain'
            ? { markdown: allText(text).trim(), images: [] }
            : reading.fromHtml(allText(text).trim(), place);
        images.push(...read.images);
        return read.markdown;
      })
      .filter((text) => text !== '')
      .join('\n\n');
  const stems = presentation === undefined ? [] : stemsOf(presentation);
  const type = metadata(item).get('question_type') ?? metadata(item).get('cc_profile') ?? inferred(item);
  const answer = OPEN.has(type) ? 'open' : TRUE_FALSE.has(type) ? 'true-false' : CHOICE.has(type) ? 'choice' : 'other';
  if (answer === 'other')
    reading.notices.warn('TYPE_NOT_REPRESENTABLE', `An interview has no place for the kind "${type}"; its text is kept.`, '', place);
  const title = item.attributes.get('title')?.trim() ?? '';
  const prompt = stems
    .map(markdown)
    .filter((text) => text !== '')
    .join('\n\n');
  const isChoice = answer === 'choice' || answer === 'true-false';
  const mode =
    type === 'file_upload_question'
      ? 'file'
      : answer === 'open'
        ? 'text'
        : isChoice
          ? isMultiple(item)
            ? 'multiple-choice'
            : 'single-choice'
          : undefined;
  const feedback = descendantsOf(item, ({ name }) => name === 'itemfeedback')
    .map(markdown)
    .filter((text) => text !== '');
  return {
    place,
    sourceId: item.attributes.get('ident') ?? null,
    own: ownReference(item.attributes.get('label')),
    title: title === '' || (EMPTY_TITLE.test(title) && prompt !== '') ? null : title,
    prompt: prompt === '' ? title : prompt,
    answer,
    ...(answer === 'other' && { foreignType: type }),
    mode,
    ...(isChoice && { choices: choicesOf(item, markdown) }),
    categoryPath,
    ...(feedback.length > 0 && { script: { scoringNotes: feedback.join('\n\n') } }),
    attachments: archive === null || file === null ? [] : await attachmentsOf(images, file, archive, reading),
    foreign: { format: 'qti12', fields: { type } },
  };
}

/** Material of the stem: not that of the choices. */
const stemsOf = (parent: XmlElement): readonly XmlElement[] =>
  elementsOf(parent).flatMap((child) => (child.name === 'material' ? [child] : child.name === 'flow' ? stemsOf(child) : []));

const metadata = (parent: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    [...elementsOf(parent, 'qtimetadata'), ...elementsOf(parent, 'itemmetadata').flatMap((data) => elementsOf(data, 'qtimetadata'))]
      .flatMap((data) => elementsOf(data, 'qtimetadatafield'))
      .map((field) => [textAt(field, 'fieldlabel') ?? '', textAt(field, 'fieldentry') ?? '']),
  );

/** What an item is that does not say it, by how it is answered. */
function inferred(item: XmlElement): string {
  const has = (wanted: string): boolean => descendantsOf(item, ({ name }) => name === wanted).length > 0;
  if (has('response_grp')) return 'matching_question';
  const lists = descendantsOf(item, ({ name }) => name === 'response_lid').length;
  if (lists > 1) return 'several choices';
  if (lists === 1) return isMultiple(item) ? 'multiple_answers_question' : 'multiple_choice_question';
  if (!has('render_fib') && !has('response_str')) return 'text_only_question';
  const asksForAnswer = descendantsOf(item, ({ name }) => name === 'varequal').length > 0;
  return asksForAnswer ? 'short_answer_question' : 'essay_question';
}

const isMultiple = (item: XmlElement): boolean =>
  descendantsOf(item, ({ name }) => name === 'response_lid').some(({ attributes }) =>
    /^multiple$/i.test(attributes.get('rcardinality') ?? ''),
  );

/** Choices with what the conditions say: those that alone raise the score are right. */
function choicesOf(item: XmlElement, markdown: (material: XmlElement) => string): readonly IncomingChoice[] {
  const right = new Set<string>();
  for (const condition of descendantsOf(item, ({ name }) => name === 'respcondition')) {
    const scores = elementsOf(condition, 'setvar').map((set) => Number(allText(set).trim()));
    if (!scores.some((score) => score > 0)) continue;
    const negated = new Set(
      descendantsOf(condition, ({ name }) => name === 'not').flatMap((not) => descendantsOf(not, ({ name }) => name === 'varequal')),
    );
    for (const equal of descendantsOf(condition, ({ name }) => name === 'varequal'))
      if (!negated.has(equal)) right.add(allText(equal).trim());
  }
  return descendantsOf(item, ({ name }) => name === 'response_label').map((label) => ({
    text: elementsOf(label, 'material').map(markdown).join(' ').trim() || '(empty)',
    correct: right.has(label.attributes.get('ident') ?? ''),
  }));
}

async function attachmentsOf(
  images: readonly string[],
  file: string,
  archive: ZipArchive,
  reading: Reading,
): Promise<readonly IncomingAttachment[]> {
  const found: IncomingAttachment[] = [];
  for (const address of new Set(images)) {
    const plain = address.replace(/^\$[A-Z_-]+\$\/?/i, '');
    const name = [joined(file, plain), ...archive.names.filter((one) => one.endsWith(`/${plain}`))].find((one) => archive.has(one));
    if (name !== undefined && name !== joined(file, plain))
      reading.notices.warn(
        'ATTACHMENT_GUESSED',
        `The image "${plain.slice(0, 80)}" was taken from another folder than the item says.`,
        'Look whether it is the right one.',
        { file: name },
      );
    const checked = name === undefined ? null : checkAttachment(plain, await archive.read(name));
    if (checked === null)
      reading.notices.note('ATTACHMENT_MISSING', `The image "${address.slice(0, 80)}" is not in the package.`, '', { file });
    else if (typeof checked === 'string')
      reading.notices.warn(
        'ATTACHMENT_REFUSED',
        `The file "${address.slice(0, 80)}" was left out; images in PNG, JPEG, GIF and WebP are kept.`,
        '',
        { file },
      );
    else found.push({ audience: 'candidate', address: encodeURI(address), ...checked });
  }
  return found;
}
