import type { IncomingQuestion } from '../../doors/incoming';
import type { Found, Reading } from '../../doors/reading';
import { readXml } from '../../guard/read-xml';
import { textAt, type XmlElement } from '../../guard/xml-element';
import { categoriesOf } from '../table/read-csv';
import { moodleQuestion } from './moodle-question';

/** Questions of a question bank that Moodle exported. Categories stand between the questions, as questions that are none. */
export async function readMoodle(text: string, reading: Reading): Promise<Found> {
  await reading.openHtml();
  const parse = await reading.markdown();
  const questions: IncomingQuestion[] = [];
  const sidecars: string[] = [];
  const named: string[] = [];
  let path: readonly string[] = [];
  await readXml(text, {
    each: 'question',
    take: (element: XmlElement) => {
      const type = element.attributes.get('type') ?? '';
      if (type === 'category') {
        path = moodlePath(textAt(element, 'category', 'text') ?? '');
        named.push(path.join('/'));
        return;
      }
      const place = { line: element.line };
      if (type === 'description') {
        reading.notices.note('FIELD_DROPPED', 'A description between questions was left out; it asks nothing.', '', place);
        return;
      }
      reading.countQuestion();
      const read = moodleQuestion(element, type, path, reading, parse);
      questions.push(read.question);
      if (read.sidecar !== null) sidecars.push(read.sidecar);
    },
  });
  return { questions, sidecars, categories: [...new Set([...named.filter((name) => name !== ''), ...categoriesOf(questions)])] };
}

/** `$course$/top/A/B//C` → A, B/C. */
export function moodlePath(text: string): readonly string[] {
  const steps = text
    .replace(/\/\//g, '\u0001')
    .split('/')
    .map((step) => step.replace(/\u0001/g, '/').trim());
  const start = /^\$(course|system|module|category)\w*\$$/.test(steps[0] ?? '') ? 1 : 0;
  return steps.slice(steps[start] === 'top' ? start + 1 : start).filter((step) => step !== '');
}
