import { readJson } from '../guard/read-json';
import { readXml } from '../guard/read-xml';
import { refuseFile } from '../guard/refusal';
import type { ZipArchive } from '../guard/zip-archive';
import { ashbyForms } from '../readers/ats/ashby';
import { greenhouseScorecards, greenhouseStages, isGreenhouseStages } from '../readers/ats/greenhouse';
import { hrOpen, isAssessmentReport } from '../readers/ats/hropen';
import { caseJson } from '../readers/case/case-json';
import { caseCsv, escoCsv, onetTable } from '../readers/case/competency-tables';
import { readGift } from '../readers/gift/read-gift';
import { readMarkdown } from '../readers/markdown/read-markdown';
import { readMoodle } from '../readers/moodle/read-moodle';
import { readOwn, readOwnZip } from '../readers/own/read-own';
import { qtiItem } from '../readers/qti/qti-item';
import { qtiVersion } from '../readers/qti/qti-names';
import { readQtiPackage } from '../readers/qti/qti-package';
import { qti12Questions } from '../readers/qti12/qti12-questions';
import { canvasRubrics } from '../readers/rubrics/canvas-rubrics-xml';
import { moodleGrading } from '../readers/rubrics/moodle-grading';
import { oraJson, oraXml } from '../readers/rubrics/ora';
import { canvasRubricCsv, matrixRubricCsv } from '../readers/rubrics/rubric-tables';
import { categoriesOf, readCsv } from '../readers/table/read-csv';
import { readXlsx } from '../readers/table/read-xlsx';
import type { IncomingFormat } from './incoming';
import type { Found, Reading } from './reading';

/** What is read of an archive, by format. */
export const ARCHIVE_READERS: Readonly<Partial<Record<IncomingFormat, (archive: ZipArchive, reading: Reading) => Promise<Found>>>> = {
  'bank-zip': readOwnZip,
  'qti-package': readQtiPackage,
  xlsx: readXlsx,
};

/** What is read of a text, by format. */
export const TEXT_READERS: Readonly<Partial<Record<IncomingFormat, (text: string, reading: Reading) => Found | Promise<Found>>>> = {
  'bank-yaml': readOwn,
  'bank-json': readOwn,
  markdown: readMarkdown,
  csv: readCsv,
  gift: readGift,
  'moodle-xml': readMoodle,
  'moodle-grading': async (text, reading) => moodleGrading(await readXml(text), reading),
  'qti-item': oneItem,
  'qti-1.2': async (text, reading) => {
    await reading.openHtml();
    const questions = await qti12Questions(await readXml(text), null, null, reading, new Set());
    return { dialect: '1.2', questions, categories: categoriesOf(questions) };
  },
  'ora-xml': async (text, reading) => oraXml(await readXml(text), reading),
  'ora-json': (text, reading) => oraJson(readJson(text), reading),
  'canvas-rubrics-xml': async (text) => ({ rubrics: canvasRubrics(await readXml(text), {}) }),
  'canvas-rubric-csv': canvasRubricCsv,
  'matrix-rubric-csv': (text, reading) => matrixRubricCsv(text, reading.stem),
  'case-json': (text) => caseJson(readJson(text)),
  'case-csv': caseCsv,
  'esco-csv': escoCsv,
  'onet-tsv': onetTable,
  'greenhouse-json': (text, reading) => {
    const value = readJson(text);
    return isGreenhouseStages(value) ? greenhouseStages(value, reading) : greenhouseScorecards(value, reading);
  },
  'ashby-json': (text, reading) => ashbyForms(readJson(text), reading),
  'hropen-json': (text, reading) => {
    const value = readJson(text);
    if (isAssessmentReport(value))
      refuseFile('NOTHING_TO_IMPORT', 'The file is a report of results and asks nothing.', 'Bring the questions that were answered.');
    return hrOpen(value, reading);
  },
};

async function oneItem(text: string, reading: Reading): Promise<Found> {
  await reading.openHtml();
  const xml = await readXml(text);
  const { question, images } = qtiItem(xml, text, { line: xml.line }, reading, await reading.markdown());
  reading.countQuestion();
  if (images.length > 0)
    reading.notices.note(
      'ATTACHMENT_MISSING',
      `The item shows ${images.length} images that lie beside it.`,
      'Bring the whole package to have them.',
    );
  return { dialect: qtiVersion(xml), questions: [question] };
}
