import type { IncomingQuestion } from '../../doors/incoming';
import type { Found, Reading } from '../../doors/reading';
import type { JsonNode } from '../../guard/read-json';
import { RESPONSE_MODES, type ResponseMode } from '../../question-words';
import { has, numberAt, objectOf, textAt, valueAt } from '../json-values';

const MODES: Readonly<Record<string, ResponseMode>> = { essay: 'text', 'multiple-choice': 'single-choice', text: 'text' };

/** Whether questions of HR Open (interviewing) stand anywhere in it. */
export const isHrOpen = (value: JsonNode): boolean =>
  questionsIn(value, 0).length > 0 || has(value, 'interviewFormatType') || isAssessmentReport(value);

/** Results of an assessment: there is nothing to ask in them. */
export const isAssessmentReport = (value: JsonNode): boolean =>
  has(valueAt(value, 'report'), 'results') && has(valueAt(value, 'report'), 'subject');

/** Questions of an order or a position of HR Open. The candidate and the recruiter that stand beside them are not read. */
export async function hrOpen(value: JsonNode, reading: Reading): Promise<Found> {
  await reading.openHtml();
  if (has(value, 'candidate') || has(value, 'recruiter'))
    reading.notices.note('PERSONAL_DATA_DROPPED', 'The candidate and the recruiter were not read.');
  const language = textAt(value, 'language');
  const questions = questionsIn(value, 0).map((asked): IncomingQuestion => {
    reading.countQuestion();
    const type = textAt(asked, 'responseType') ?? '';
    const mode = RESPONSE_MODES.find((one) => one === type) ?? (Object.hasOwn(MODES, type) ? MODES[type] : undefined);
    const seconds = numberAt(asked, 'maxResponseTimeSeconds') ?? numberAt(asked, 'maxResponseLength');
    const context = reading.fromMaybeHtml(textAt(asked, 'questionContext') ?? '', {});
    return {
      place: { path: 'questions' },
      sourceId: textAt(asked, 'documentId', 'value') ?? textAt(asked, 'id', 'value'),
      own: null,
      title: null,
      prompt: reading.fromMaybeHtml(textAt(asked, 'questionText') ?? '', {}),
      ...(context !== '' && { context }),
      answer: 'open',
      ...(mode !== undefined && mode !== 'single-choice' && { mode }),
      response: { ...(seconds !== null && seconds >= 1 && { maxSeconds: Math.round(seconds) }) },
      categoryPath: [],
      ...(language !== null && { language }),
      foreign: {
        format: 'hropen',
        fields: Object.fromEntries(
          ['responsePrepTimeSeconds', 'rerecordCount'].flatMap((name) =>
            numberAt(asked, name) === null ? [] : [[name, numberAt(asked, name)]],
          ),
        ),
      },
    };
  });
  return { questions };
}

const DEEPEST = 8;

/** Objects with a question text, wherever they lie, in the order of the text. */
function questionsIn(value: JsonNode | undefined, depth: number): readonly JsonNode[] {
  if (depth > DEEPEST || value === undefined) return [];
  if (Array.isArray(value)) return (value as readonly JsonNode[]).flatMap((entry) => questionsIn(entry, depth + 1));
  if (textAt(value, 'questionText') !== null) return [value];
  return [...objectOf(value)].flatMap(([, member]) => questionsIn(member, depth + 1));
}
