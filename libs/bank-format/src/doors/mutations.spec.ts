import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom, type Random } from '@touchstone/kernel';
import { sampleQuestion } from '../../test/sample-question';
import type { BankFile } from '../bank-file';
import { OUTGOING_FORMATS } from '../writers/outgoing';
import { exportBank } from './export-bank';
import { importBank } from './import-bank';

/** Milliseconds that one file may take, on a machine that does other things too. */
const SLOWEST = 2_000;
const MUTANTS = 6;

const file: BankFile = { format: 'interview-bank/1', bank: { id: 'house', title: 'House' }, questions: [sampleQuestion] };
const folder = join(__dirname, '../../fixtures/nasty');
const nasty = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(xml|zip|csv|gift|md|json|yaml|xlsx)$/.test(name) && name !== 'MANIFEST.json',
);

const SMALL: Readonly<Record<string, string>> = {
  'quiz.md': '#### Q1. Which?\n\n- [ ] a\n- [x] b\n',
  'guide.md': '# Interview guide\n\n> Hello\n\n- Have you?\n    - If yes: How?\n',
  'rubric.csv':
    'Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Name,Rating Description,Rating Points\nR,C,D,false,Full,All,5\n',
  'matrix.csv': 'Point Value,5,4\nRating,Good,Bad\nClear,a,b\n',
  'item.xml':
    '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="x" title="X"><qti-item-body><p>See?</p><qti-extended-text-interaction><qti-prompt>Why?</qti-prompt></qti-extended-text-interaction></qti-item-body></qti-assessment-item>',
  'canvas.xml':
    '<questestinterop><objectbank><item ident="a" title="Q"><presentation><material><mattext texttype="text/html">Why?</mattext></material><response_str/></presentation></item></objectbank></questestinterop>',
  'ora.xml':
    '<openassessment><title>T</title><rubric><prompt>Why?</prompt><criterion><name>c</name><option points="1"><name>o</name></option></criterion></rubric></openassessment>',
  'grading.xml':
    '<areas><definition id="1"><name>N</name><plugin_gradingform_rubric_definition><criterion><description>d</description><level><score>1</score></level></criterion></plugin_gradingform_rubric_definition></definition></areas>',
  'case.json':
    '{"CFDocument":{"title":"F"},"CFItems":[{"identifier":"u","fullStatement":"S"}],"CFRubrics":[{"title":"R","CFRubricCriteria":[{"description":"c","CFRubricCriterionLevels":[{"score":1}]}]}]}',
  'stage.json': '{"interviews":[{"name":"I","interview_kit":{"questions":[{"id":1,"question":"Why?"}]}}]}',
  'form.json': '{"results":[{"formDefinition":{"sections":[{"fields":[{"field":{"type":"Score","title":"S"}}]}]}}]}',
  'order.json': '{"questions":[{"questionText":"Why?","responseType":"video"}]}',
};

const WORDS = [
  '__proto__',
  'constructor',
  '<!DOCTYPE a>',
  '&lt;',
  '<![CDATA[',
  '<script>',
  '../../',
  '\u0000',
  '\ud800',
  '{{{{',
  '}}}}',
  '::',
  '\\',
  '"',
  "'",
  '|',
  '```',
  '**',
  '[[',
  '](',
  '---\n',
  '- '.repeat(50),
  '<b>'.repeat(50),
  '&a;',
  '9'.repeat(400),
  '\n\n',
];

/** The bytes with something wrong: bytes turned, cut out, doubled, or a piece put in that means something somewhere. */
function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  const below = (most: number): number => Math.floor(random.next() * most);
  let made = Buffer.from(bytes);
  for (let times = 1 + below(4); times > 0; times -= 1) {
    const [at, length] = [below(made.length + 1), below(40)];
    const kind = below(4);
    if (kind === 0 && made.length > 0) made[Math.min(at, made.length - 1)] = below(256);
    else if (kind === 1) made = Buffer.concat([made.subarray(0, at), made.subarray(at + length)]);
    else if (kind === 2) made = Buffer.concat([made.subarray(0, at), made.subarray(Math.max(0, at - length))]);
    else made = Buffer.concat([made.subarray(0, at), Buffer.from(WORDS[below(WORDS.length)] ?? ''), made.subarray(at)]);
  }
  return new Uint8Array(made);
}

const SAFE = /^attachments\/[A-Za-z0-9][A-Za-z0-9._-]*$/;

async function survives(name: string, bytes: Uint8Array): Promise<string | null> {
  const from = performance.now();
  const imported = await importBank(name, bytes);
  const took = performance.now() - from;
  if (took > SLOWEST) return `${name} took ${Math.round(took)} ms`;
  if (!imported.ok)
    return imported.error.every(({ code, message }) => code !== undefined && message !== '') && imported.error.length > 0
      ? null
      : `${name} is refused without a word`;
  const out = imported.value.mapped.attachments.find(({ file: path }) => !SAFE.test(path));
  return out === undefined ? null : `${name} would write ${out.file}`;
}

describe('files with something wrong in them', () => {
  const random = seededRandom(20_261_124);
  const cases: [string, () => Promise<Uint8Array>][] = [
    ...nasty.map((name): [string, () => Promise<Uint8Array>] => [
      name,
      () => Promise.resolve(new Uint8Array(readFileSync(join(folder, name)))),
    ]),
    ...Object.entries(SMALL).map(([name, text]): [string, () => Promise<Uint8Array>] => [
      name,
      () => Promise.resolve(new TextEncoder().encode(text)),
    ]),
    ...OUTGOING_FORMATS.map((format): [string, () => Promise<Uint8Array>] => [
      {
        yaml: 'x.yaml',
        json: 'x.json',
        zip: 'x.zip',
        csv: 'x.csv',
        xlsx: 'x.xlsx',
        markdown: 'x.md',
        'qti-3.0': 'q3.zip',
        'qti-2.2': 'q2.zip',
        'moodle-xml': 'm.xml',
        gift: 'x.gift',
        'canvas-rubric-csv': 'r.csv',
        'case-json': 'c.json',
      }[format],
      async () => (await exportBank(format, { files: [file], attachments: [] }, { sidecar: true, day: '2026-03-18' })).bytes,
    ]),
  ];

  it.each(cases)('%s: a refusal or a bank, in time, and nothing outside', async (name, original) => {
    const bytes = await original();
    await survives(name, bytes); // loads what is loaded when it is first needed
    const faults: string[] = [];
    for (let mutant = 0; mutant < MUTANTS; mutant += 1) {
      const fault = await survives(name, mutated(bytes, random));
      if (fault !== null) faults.push(`${fault} (mutant ${mutant})`);
    }
    expect(faults).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(
      [
        '__defineGetter__',
        '__defineSetter__',
        '__lookupGetter__',
        '__lookupSetter__',
        '__proto__',
        'constructor',
        'hasOwnProperty',
        'isPrototypeOf',
        'propertyIsEnumerable',
        'toLocaleString',
        'toString',
        'valueOf',
      ].sort(),
    );
  });
});

describe('files built to take long', () => {
  const quiz = (html: string): string =>
    `<quiz><question type="essay"><name><text>a</text></name><questiontext format="html"><text><![CDATA[${html}]]></text></questiontext></question></quiz>`;

  it.each([
    ['brackets.md', `## Why?\n${'['.repeat(100_000)}`],
    ['links.md', `## Why?\n${'[a]('.repeat(30_000)}`],
    ['quotes.md', `## Why?\n${'> '.repeat(5_000)}x`],
    ['points.md', `${'- '.repeat(3_000)}why?`],
    ['stairs.md', Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- why?`).join('\n')],
    ['ticks.md', `## Why?\n${Array.from({ length: 600 }, (_, index) => '`'.repeat(index)).join(' a ')}`],
    ['tables.xml', quiz(`${'<table><tr><td>'.repeat(95)}x${'</td></tr></table>'.repeat(95)}`)],
    ['bold.xml', quiz('<b>'.repeat(100_000))],
    ['comments.xml', '<!--'.repeat(50_000)],
    ['tags.csv', `question\n"${'<b'.repeat(200_000)}"`],
    ['ticks.csv', `question\n"${'`<a'.repeat(10_000)}"`],
    ['colons.txt', `${'::'.repeat(100_000)}{`],
    ['braces.gift', `::a::b {${'=a ~b '.repeat(5_000)}}`],
    ['deep.bank.yaml', `a: ${'[ '.repeat(50_000)}`],
    ['deep.json', '['.repeat(1_000_000)],
  ])('%s does not', async (name, text) => {
    await survives(name, new TextEncoder().encode(text.slice(0, 1_000))); // loads what is loaded when it is first needed
    expect(await survives(name, new TextEncoder().encode(text))).toBeNull();
  });
});
