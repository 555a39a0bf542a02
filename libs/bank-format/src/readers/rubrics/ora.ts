import type { IncomingCriterion, IncomingQuestion } from '../../doors/incoming';
import type { Found, Reading } from '../../doors/reading';
import type { JsonNode } from '../../guard/read-json';
import { allText, descendantsOf, elementAt, elementsOf, textAt, type XmlElement } from '../../guard/xml-element';
import { listAt, numberAt, textAt as jsonTextAt } from '../json-values';

/** An open response of Open edX: prompt, criteria and options with explanations in one file. Texts are indented there; the indent goes. */
export async function oraXml(root: XmlElement, reading: Reading): Promise<Found> {
  await reading.openHtml();
  const rubric = elementAt(root, 'rubric');
  const prompts = [
    ...elementsOf(elementAt(root, 'prompts') ?? root, 'prompt').map((prompt) => textAt(prompt, 'description') ?? allText(prompt)),
    ...(rubric === undefined ? [] : elementsOf(rubric, 'prompt').map(allText)),
  ].map((text) => reading.fromMaybeHtml(unindented(text), { line: root.line }));
  const criteria = rubric === undefined ? [] : elementsOf(rubric, 'criterion').map(criterionOf);
  if (descendantsOf(root, ({ name }) => name === 'assessment').length > 0)
    reading.notices.warn('FIELD_DROPPED', 'The steps of peer, self and staff assessment have no place here and were left out.', '', {
      line: root.line,
    });
  const upload = root.attributes.get('file_upload_type') ?? root.attributes.get('allow_file_upload');
  return onlyQuestion(
    textAt(root, 'title'),
    prompts.join('\n\n'),
    criteria,
    reading,
    upload === undefined || upload === 'False' ? 'text' : 'file',
  );
}

function criterionOf(criterion: XmlElement): IncomingCriterion {
  const prompt = textAt(criterion, 'prompt');
  return {
    sourceId: textAt(criterion, 'name') ?? '',
    title: textAt(criterion, 'label') ?? textAt(criterion, 'name') ?? '',
    ...(prompt !== null && { description: unindented(prompt) }),
    levels: elementsOf(criterion, 'option').map((option) => ({
      points: Number(option.attributes.get('points') ?? '0'),
      label: textAt(option, 'label') ?? textAt(option, 'name'),
      text: unindented(textAt(option, 'explanation') ?? ''),
    })),
  };
}

const unindented = (text: string): string => text.trim().replace(/\n[ \t]+/g, '\n');

/** The same as the program keeps it in JSON: a rubric, and its prompts where they hold more than the rubric's name. */
export async function oraJson(value: JsonNode, reading: Reading): Promise<Found> {
  await reading.openHtml();
  const criteria = listAt(value, 'criteria').map((criterion): IncomingCriterion => {
    const prompt = jsonTextAt(criterion, 'prompt');
    return {
      sourceId: jsonTextAt(criterion, 'name') ?? '',
      title: jsonTextAt(criterion, 'label') ?? jsonTextAt(criterion, 'name') ?? '',
      ...(prompt !== null && { description: prompt }),
      levels: listAt(criterion, 'options').map((option) => ({
        points: numberAt(option, 'points'),
        label: jsonTextAt(option, 'label') ?? jsonTextAt(option, 'name'),
        text: jsonTextAt(option, 'explanation') ?? '',
      })),
    };
  });
  const prompts = listAt(value, 'prompts').map((prompt) => reading.fromMaybeHtml(jsonTextAt(prompt, 'description') ?? '', {}));
  return onlyQuestion(jsonTextAt(value, 'title'), prompts.filter((text) => text !== '').join('\n\n'), criteria, reading, 'text');
}

function onlyQuestion(
  title: string | null,
  prompt: string,
  criteria: readonly IncomingCriterion[],
  reading: Reading,
  mode: 'text' | 'file',
): Found {
  const rubric = { place: { line: 1 }, sourceId: null, title, criteria };
  if (prompt === '') return { rubrics: criteria.length === 0 ? [] : [rubric] };
  reading.countQuestion();
  const question: IncomingQuestion = {
    place: { line: 1 },
    sourceId: null,
    own: null,
    title,
    prompt,
    answer: 'open',
    mode,
    categoryPath: [],
    ...(criteria.length > 0 && { rubric }),
  };
  return { questions: [question] };
}
