import type { IncomingRubric } from '../../doors/incoming';
import type { Found, Reading } from '../../doors/reading';
import { refuseFile } from '../../guard/refusal';
import { categoriesOf } from '../table/read-csv';
import { bulletQuestions, guideQuestions } from './bullet-questions';
import { detectDialect, type Dialect, DIALECTS, isDialect } from './dialect';
import { headingQuestions, titledQuestions } from './heading-questions';
import { takeApart } from './markdown-document';
import { MarkdownQuestions } from './markdown-questions';
import { ownMarkdown } from './own-markdown';
import { boldQuestions, labelledQuestions } from './paragraph-questions';
import { quizQuestions } from './quiz-questions';
import { rubricDocument, rubricTables } from './rubric-document';

const READERS: Readonly<Record<Exclude<Dialect, 'rubric'>, (questions: MarkdownQuestions) => void>> = {
  'own-export': ownMarkdown,
  quiz: quizQuestions,
  labelled: labelledQuestions,
  bold: boldQuestions,
  guide: guideQuestions,
  bullet: bulletQuestions,
  'category-heading': titledQuestions,
  heading: headingQuestions,
};

/** Questions or a rubric in a Markdown file, by the dialect that was asked for or fits best. */
export async function readMarkdown(text: string, reading: Reading): Promise<Found> {
  const parse = await reading.markdown();
  const document = takeApart(text, parse);
  const questions = new MarkdownQuestions(document, reading, parse);
  const dialect = dialectOf(reading.options.dialect) ?? detectDialect(document);
  const rubrics: IncomingRubric[] = [];
  if (dialect === 'rubric') {
    const rubric = rubricDocument(questions);
    if (rubric !== null) rubrics.push(rubric);
  } else if (dialect !== null) {
    READERS[dialect](questions);
  }
  if (questions.found.length === 0 && rubrics.length === 0) rubrics.push(...rubricTables(questions));
  if (dialect !== null && reading.options.dialect === undefined && dialect !== 'own-export')
    reading.notices.note(
      'DIALECT_GUESSED',
      `The file was read as "${dialect}": ${DIALECTS[dialect]}.`,
      'Choose another dialect if the questions are not what they should be.',
    );
  const sidecars = dialect === 'own-export' ? sidecarComments(text) : [];
  return { dialect, questions: questions.found, rubrics, categories: categoriesOf(questions.found), sidecars };
}

/** Questions in our own format, which the export leaves in comments. */
const sidecarComments = (text: string): readonly string[] =>
  [...text.matchAll(/<!-- interview-bank\/1 (\{[^\n]*\}) -->/g)].map(([, json]) => json as string);

function dialectOf(wanted: string | undefined): Dialect | null {
  if (wanted === undefined) return null;
  if (isDialect(wanted)) return wanted;
  return refuseFile(
    'FORMAT_UNKNOWN',
    `"${wanted}" is no dialect of Markdown that is known.`,
    `The dialects are ${Object.keys(DIALECTS).join(', ')}.`,
  );
}
