import { candidateView } from '../../candidate-view';
import { importBank } from '../../doors/import-bank';
import { codesOf, readFile } from '../../../test/read-file';
import { zipFile } from '../../writers/zip-file';
import { licenseOf, minutesOf } from './lom';
import { joined } from './manifest';

const SECRET = 'only for scorers';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const item21 = (id: string, inside: string): string =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${id}" title="Title of ${id}">
  <responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>b</value></correctResponse></responseDeclaration>
  <itemBody>${inside}</itemBody></assessmentItem>`;
const open = item21(
  'one',
  `<p>The situation.</p><rubricBlock view="scorer tutor"><p>${SECRET}</p></rubricBlock><rubricBlock view="candidate"><p>Take your time.</p></rubricBlock><extendedTextInteraction responseIdentifier="R"><prompt>What <b>now</b>?</prompt></extendedTextInteraction><feedbackBlock><p>${SECRET}</p></feedbackBlock>`,
);
const choice = item21(
  'two',
  '<choiceInteraction responseIdentifier="R" maxChoices="1" shuffle="true"><prompt>Which?</prompt><simpleChoice identifier="a">x</simpleChoice><simpleChoice identifier="b">y</simpleChoice></choiceInteraction>',
);
const manifest = (...resources: readonly string[]): string =>
  `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><resources>${resources.join('')}</resources></manifest>`;
const resource = (id: string, href: string, inside = ''): string =>
  `<resource identifier="${id}" type="imsqti_item_xmlv2p1" href="${href}">${inside}<file href="${href}"/></resource>`;
const packed = (parts: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  zipFile(Object.entries(parts).map(([name, text]) => ({ name, bytes: utf8(text) })));

describe('items', () => {
  it('have a prompt, a context that everybody may read, and notes for scorers', async () => {
    const { questions } = await readFile('item.xml', open);
    expect(questions).toMatchObject([
      {
        sourceId: 'one',
        title: 'Title of one',
        prompt: 'What **now**?',
        context: 'Take your time.\n\nThe situation.',
        answer: 'open',
        mode: 'text',
        rubricViews: ['scorer', 'tutor', 'candidate'],
        script: { scoringNotes: SECRET },
      },
    ]);
  });

  it('never show a candidate what scorers read, in any spelling', async () => {
    const third = `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="x" title="X"><qti-item-body><p>See?</p><qti-rubric-block use="scoring"><qti-content-body><p>${SECRET}</p></qti-content-body></qti-rubric-block><qti-modal-feedback>${SECRET}</qti-modal-feedback></qti-item-body></qti-assessment-item>`;
    for (const text of [open, third]) {
      const imported = await importBank('item.xml', utf8(text));
      const questions = imported.ok ? imported.value.mapped.questions : [];
      expect(questions).toHaveLength(1);
      for (const question of questions) expect(JSON.stringify(candidateView(question))).not.toContain(SECRET);
    }
  });

  it('keep their choices and what is right', async () => {
    expect((await readFile('item.xml', choice)).questions[0]).toMatchObject({
      answer: 'choice',
      mode: 'single-choice',
      response: { shuffle: true },
      choices: [
        { text: 'x', correct: false },
        { text: 'y', correct: true },
      ],
    });
  });

  it('keep text and file where an interview has no place for their kind', async () => {
    const { questions, warnings } = await readFile('item.xml', item21('h', '<p>Point.</p><hotspotInteraction responseIdentifier="R"/>'));
    expect(questions[0]).toMatchObject({ answer: 'other', foreignType: 'hotspotInteraction', prompt: 'Point.' });
    expect(String(questions[0]?.foreign?.fields['item'])).toContain('hotspotInteraction');
    expect(warnings.map(({ code }) => code)).toEqual(['TYPE_NOT_REPRESENTABLE']);
  });
});

describe('packages', () => {
  it('are read by files, because identifiers repeat, with what the manifest says', async () => {
    const lom =
      '<metadata><lom:lom xmlns:lom="http://ltsc.ieee.org/xsd/LOM"><lom:general><lom:keyword><lom:string>disk</lom:string></lom:keyword></lom:general><lom:educational><lom:difficulty><lom:value>difficult</lom:value></lom:difficulty><lom:typicalLearningTime><lom:duration>PT1H5M</lom:duration></lom:typicalLearningTime></lom:educational><lom:rights><lom:description><lom:string>CC-BY-4.0</lom:string></lom:description></lom:rights></lom:lom></metadata>';
    const bytes = await packed({
      'imsmanifest.xml': manifest(resource('i', 'a.xml', lom), resource('i', 'b.xml')),
      'a.xml': open,
      'b.xml': open.replace('What', 'Why'),
    });
    const { questions, warnings } = await readFile('p.zip', bytes);
    expect(questions.map(({ prompt }) => prompt)).toEqual(['What **now**?', 'Why **now**?']);
    expect(questions[0]).toMatchObject({ tags: ['disk'], difficulty: 4, minutes: 65, license: 'CC-BY-4.0' });
    expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['DUPLICATE_SOURCE_ID']));
  });

  it('follow a test to items that the manifest does not list, and give its sections as plans', async () => {
    const test =
      '<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"><testPart><assessmentSection title="First hour"><assessmentItemRef href="items/a.xml"/></assessmentSection></testPart></assessmentTest>';
    const bytes = await packed({
      'imsmanifest.xml': manifest('<resource identifier="t" type="imsqti_test_xmlv2p1" href="t.xml"/>'),
      't.xml': test,
      'items/a.xml': open,
    });
    const { questions, plans, warnings } = await readFile('p.zip', bytes);
    expect([questions.length, plans, warnings.map(({ code }) => code)]).toEqual([
      1,
      [{ title: 'First hour', minutes: null, purpose: null, questions: [0] }],
      ['ITEMS_NOT_IN_MANIFEST'],
    ]);
  });

  it('lose one bad item and not the others; without a good one they are refused with the place', async () => {
    const listed = manifest(resource('a', 'a.xml'), resource('b', 'b.xml'));
    const { questions, warnings } = await readFile(
      'p.zip',
      await packed({ 'imsmanifest.xml': listed, 'a.xml': open, 'b.xml': '<assessmentItem>' }),
    );
    expect([questions.length, warnings.map(({ code, place }) => [code, place.file])]).toEqual([1, [['ITEM_INVALID', 'b.xml']]]);
    expect(await codesOf('p.zip', await packed({ 'imsmanifest.xml': listed, 'a.xml': '<', 'b.xml': '<' }))).toEqual([
      'NOTHING_TO_IMPORT',
      'XML_NOT_WELL_FORMED',
      'XML_NOT_WELL_FORMED',
    ]);
    expect(await codesOf('p.zip', await packed({ 'imsmanifest.xml': listed, 'a.xml': `<!DOCTYPE x>${open}` }))).toEqual([
      'XML_DTD_FORBIDDEN',
    ]);
  });

  it.each([
    ['a/imsmanifest.xml', 'items/x.xml', 'a/items/x.xml'],
    ['imsmanifest.xml', '../../etc/x', 'etc/x'],
    ['a/b.xml', '/c.xml', 'c.xml'],
    ['a/b.xml', './c%20d.xml?x#y', 'a/c d.xml'],
    ['a/b.xml', '%zz', 'a/%zz'],
  ])('from %s, %s is %s', (from, address, name) => {
    expect(joined(from, address)).toBe(name);
  });

  it('read durations and licences that are some', () => {
    expect([minutesOf('PT12M'), minutesOf('PT1H'), minutesOf('P1D'), minutesOf('PT30S')]).toEqual([12, 60, null, 0.5]);
    expect([licenseOf('CC-BY-4.0'), licenseOf('MIT'), licenseOf('All rights reserved'), licenseOf('Private (Copyrighted)')]).toEqual([
      'CC-BY-4.0',
      'MIT',
      null,
      null,
    ]);
  });
});
