import { readJson, type JsonNode } from '../guard/read-json';
import { Refusal, refuseFile } from '../guard/refusal';
import type { ZipArchive } from '../guard/zip-archive';
import { isAshby } from '../readers/ats/ashby';
import { isGreenhouseScorecards, isGreenhouseStages } from '../readers/ats/greenhouse';
import { isHrOpen } from '../readers/ats/hropen';
import { isCaseCsv, isEscoCsv, isOnetTable } from '../readers/case/competency-tables';
import { looksLikeAiken } from '../readers/gift/gift-blocks';
import { has, listAt } from '../readers/json-values';
import { isBankFileName } from '../readers/own/read-own';
import { manifestOf } from '../readers/qti/qti-package';
import { isCanvasRubric, isMatrixRubric } from '../readers/rubrics/rubric-tables';
import { delimiterOf } from '../readers/table/read-csv-rows';
import type { IncomingFormat } from './incoming';

const XML_ROOTS: Readonly<Record<string, IncomingFormat>> = {
  quiz: 'moodle-xml',
  areas: 'moodle-grading',
  questestinterop: 'qti-1.2',
  assessmentItem: 'qti-item',
  'qti-assessment-item': 'qti-item',
  openassessment: 'ora-xml',
  rubrics: 'canvas-rubrics-xml',
};

/** What is well known and holds no questions that could be read by itself, with what to bring instead. */
const NOT_CONTENT: Readonly<Record<string, string>> = {
  assessmentResult: 'It is a report of results. Bring the items that were answered.',
  'qti-assessment-result': 'It is a report of results. Bring the items that were answered.',
  assessmentTest: 'It is a test that refers to items in other files. Bring the whole package.',
  'qti-assessment-test': 'It is a test that refers to items in other files. Bring the whole package.',
  manifest: 'It is the list of contents of a package. Bring the whole package.',
  moodle_backup: 'It is a part of a Moodle backup. Export the question bank as Moodle XML.',
};

const KNOWN =
  'What is read: Markdown, CSV, XLSX, own YAML or JSON, Moodle XML, QTI, Canvas cartridges, GIFT, rubrics of Canvas, Moodle, CASE and Open edX, Greenhouse and Ashby JSON.';

export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What an archive holds, by the names in it. */
export function formatOfArchive(archive: ZipArchive): IncomingFormat {
  const { names } = archive;
  if (archive.has('[Content_Types].xml') && names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  if (archive.has('[Content_Types].xml') || archive.has('mimetype'))
    return refuseFile('FORMAT_NOT_IMPORTABLE', 'This is an office document, not a bank.', 'Save it as Markdown, CSV or XLSX.');
  if (manifestOf(archive) !== null) return 'qti-package';
  if (names.some(isBankFileName)) return 'bank-zip';
  if (names.some((name) => /(^|\/)moodle(_backup)?\.xml$/.test(name)))
    return refuseFile(
      'FORMAT_NOT_IMPORTABLE',
      'This is a Moodle backup.',
      'Export the question bank of the course as Moodle XML, and bring that.',
    );
  if (names.some((name) => /\.(xml|qti)$/i.test(name)))
    return refuseFile('QTI_MANIFEST_MISSING', 'The package has no imsmanifest.xml.', 'Export it anew, or import its items one by one.');
  return refuseFile('FORMAT_UNKNOWN', 'The archive holds nothing that is known.', KNOWN);
}

/** What a text is, by what stands in it; its name decides only between plain texts. */
export function formatOfText(text: string, name: string): IncomingFormat {
  const body = text.replace(/^\ufeff/, '').trimStart();
  const extension = extensionOf(name);
  const isMarkdown = ['md', 'markdown', 'mdx'].includes(extension);
  if (body.startsWith('<') && !isMarkdown) return formatOfXml(body);
  if (/^[{[]/.test(body) && !isMarkdown && extension !== 'gift') return formatOfJson(body, extension);
  if (isMarkdown) return 'markdown';
  if (['yaml', 'yml'].includes(extension) || /^format: *["']?interview-bank\//m.test(body)) return 'bank-yaml';
  if (looksLikeAiken(body))
    return refuseFile(
      'FORMAT_UNKNOWN',
      'This looks like Aiken, which holds multiple choice alone.',
      'Export the questions as GIFT or Moodle XML.',
    );
  if (extension === 'gift' || (extension !== 'csv' && looksLikeGift(body.slice(0, FIRST_LOOK)))) return 'gift';
  return formatOfPlain(body, extension);
}

function formatOfXml(body: string): IncomingFormat {
  const root = rootOf(body);
  if (Object.hasOwn(XML_ROOTS, root)) return XML_ROOTS[root] as IncomingFormat;
  if (Object.hasOwn(NOT_CONTENT, root)) {
    const [message = '', ...fix] = (NOT_CONTENT[root] ?? '').split(/(?<=\.) /);
    return refuseFile('FORMAT_NOT_IMPORTABLE', message, fix.join(' '));
  }
  return refuseFile('FORMAT_UNKNOWN', `XML with the root "${root.slice(0, 60)}" is not known.`, KNOWN);
}

/** The local name of the first element; comments, instructions and a document type before it are passed over. */
function rootOf(body: string): string {
  let at = 0;
  for (;;) {
    const start = body.indexOf('<', at);
    if (start === -1) return '';
    const end = body.startsWith('<!--', start) ? '-->' : body.startsWith('<?', start) ? '?>' : null;
    if (end !== null) {
      const found = body.indexOf(end, start);
      if (found === -1) return '';
      at = found + end.length;
      continue;
    }
    const name = /^<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/.exec(body.slice(start, start + 200))?.[1];
    if (name !== undefined) return name;
    at = start + 1; // inside of a document type, which the reader refuses
  }
}

function formatOfJson(body: string, extension: string): IncomingFormat {
  let value: JsonNode;
  try {
    value = readJson(body);
  } catch (problem) {
    if (!(problem instanceof Refusal) || extension === 'json' || !/^\[[^\]]*\]\(|^\[\w/.test(body)) throw problem;
    return 'markdown';
  }
  if (has(value, 'format') || has(value, 'bank')) return 'bank-json';
  if (has(value, 'CFDocument') || has(value, 'CFItems')) return 'case-json';
  if (listAt(value, 'criteria').some((criterion) => has(criterion, 'options'))) return 'ora-json';
  if (isGreenhouseStages(value) || isGreenhouseScorecards(value)) return 'greenhouse-json';
  if (isAshby(value)) return 'ashby-json';
  if (isHrOpen(value)) return 'hropen-json';
  return refuseFile('FORMAT_UNKNOWN', 'JSON of this form is not known.', KNOWN);
}

/** Characters of a text by which its form is told. */
const FIRST_LOOK = 5_000;

const looksLikeGift = (body: string): boolean =>
  /^\$CATEGORY:/m.test(body) ||
  /^(\/\/[^\n]*\n)*::[^\n]+?::[\s\S]*?\{[\s\S]*?\}/.test(body) ||
  (/\{[\s\S]*?\}\s*(\n\s*\n|$)/.test(body) && /\{\s*[=~]|\{\s*(T|F|TRUE|FALSE)?\s*\}/.test(body));

function formatOfPlain(body: string, extension: string): IncomingFormat {
  if (isOnetTable(body)) return 'onet-tsv';
  if (isCaseCsv(body)) return 'case-csv';
  if (isEscoCsv(body)) return 'esco-csv';
  if (isCanvasRubric(body)) return 'canvas-rubric-csv';
  if (isMatrixRubric(body)) return 'matrix-rubric-csv';
  if (['csv', 'tsv', 'tab'].includes(extension)) return 'csv';
  if (/^(#{1,6} |[-*+] |\d+[.)] |\*\*)/m.test(body)) return 'markdown';
  const [first = ''] = body.split('\n');
  if (first.split(delimiterOf(body)).length > 1) return 'csv';
  return refuseFile('FORMAT_UNKNOWN', 'The file looks like nothing that is known.', KNOWN);
}
