/** A file that is refused: what is wrong, its text, and the first thing that is said about it. */
export interface BadInput {
  readonly what: string;
  readonly text: string;
  readonly says: string;
}

const head = 'format: interview-bank/1\nbank: {id: b, title: B}\n';
const question = (more: string): string =>
  `${head}questions:\n  - id: q\n    title: T\n    category: c\n    kind: case\n    difficulty: 3\n    minutes: {target: 20}\n${more}`;
const json = (more: string): string => `{"format": "interview-bank/1", "bank": {"id": "b", "title": "B"}, ${more}}`;

/** One for each way in which a file can be wrong. */
export const BAD_INPUT: readonly BadInput[] = [
  { what: 'nothing at all', text: '', says: '1:1 The text is empty.' },
  {
    what: 'more than 4 million characters',
    text: `${head}#${'x'.repeat(4_000_000)}`,
    says: 'The text has 4000050 characters; at most 4000000 are read. Split it into one file per category.',
  },
  { what: 'a tab as indentation', text: 'bank:\n\tid: b\n', says: '2:1 Not well-formed: Tabs are not allowed as indentation.' },
  {
    what: 'a bracket that is never closed',
    text: 'bank: {id: b\n',
    says: '2:1 Not well-formed: Flow map in block collection must be sufficiently indented and end with a }.',
  },
  {
    what: 'nesting that never ends',
    text: '['.repeat(10_000),
    says: '1:385 The text is nested deeper than 64 levels. No bank needs that; look for a bracket that is never closed.',
  },
  { what: 'an anchor and an alias (a bomb among them)', text: 'a: &x [1]\nb: *x\n', says: '1:7 The anchor &x is not read. Remove it.' },
  { what: 'a tag', text: 'a: !!binary aGk=\n', says: '1:13 The tag tag:yaml.org,2002:binary is not read. Remove it.' },
  { what: 'a second document', text: `${head}---\na: 1\n`, says: '4:1 A second document starts here. Use one file per document.' },
  { what: 'a key twice', text: `${head}bank: {id: c, title: C}\n`, says: '3:1 The key "bank" occurs twice here. Remove or rename one.' },
  {
    what: 'a list instead of a file',
    text: '- a\n',
    says: '1:1 Expected a record with the members $schema, format, bank, category, categoryPath, people, scales, competencies, questions, extensions; found a list.',
  },
  {
    what: 'another format',
    text: head.replace('/1', '/2'),
    says: '1:1 format: Unknown choice "interview-bank/2". Did you mean "interview-bank/1"?',
  },
  { what: 'no header', text: 'format: interview-bank/1\n', says: '1:1 bank: "bank" is missing. Add bank: {id: …, title: …}.' },
  {
    what: 'a misspelt member',
    text: question('    model_answer: x\n'),
    says: '10:5 questions[0].model_answer: Unknown member "model_answer". Did you mean "modelAnswer"?',
  },
  {
    what: 'a member that nobody knows',
    text: head.replace('title: B', 'title: B, colour: red'),
    says: '2:25 bank.colour: Unknown member "colour". Remove it; allowed here: id, title, license, language, owner, uri, description, extensions.',
  },
  {
    what: 'a way into the prototype',
    text: json('"__proto__": {"admin": true}'),
    says: '1:67 __proto__: Unknown member "__proto__". Remove it; allowed here: $schema, format, bank, category, categoryPath, people, scales, competencies, questions, extensions.',
  },
  {
    what: 'a member that is missing',
    text: question('').replace('    kind: case\n', ''),
    says: '4:5 questions[0].kind: "kind" is missing. Add one of technical-depth, system-design, debugging-evidence, code-review, work-sample, case, situational, behavioural.',
  },
  {
    what: 'a number in words',
    text: question('').replace('target: 20', 'target: long'),
    says: '9:15 questions[0].minutes.target: "target" must be a number from 0.5 to 480; found a text.',
  },
  {
    what: 'a number out of its range',
    text: question('').replace('difficulty: 3', 'difficulty: 6'),
    says: '8:5 questions[0].difficulty: "difficulty" must lie between 1 and 5; it is 6.',
  },
  {
    what: 'a number as a text',
    text: question('    edition: 1.0\n'),
    says: '10:5 questions[0].edition: Expected a text; found the number 1. Put it in quotes if it is meant as text.',
  },
  {
    what: 'a word that is no choice',
    text: question('').replace('kind: case', 'kind: cases'),
    says: '7:5 questions[0].kind: Unknown choice "cases". Did you mean "case"?',
  },
  {
    what: 'an id with capitals',
    text: question('').replace('id: q', 'id: Q 1'),
    says: '4:5 questions[0].id: "id" must be lower-case letters, digits, ".", "_" or "-", starting with a letter or digit, at most 80.',
  },
  {
    what: 'a title of two lines',
    text: question('').replace('title: T', 'title: "a\\nb"'),
    says: '5:5 questions[0].title: "title" must be one line. Remove the line ends.',
  },
  {
    what: 'a text that is too long',
    text: question(`    prompt: ${'x'.repeat(20_001)}\n`),
    says: '10:5 questions[0].prompt: At most 20000 characters are allowed; these are 20001.',
  },
  {
    what: 'a control character',
    text: question('    prompt: "a\\u0000b"\n'),
    says: '10:5 questions[0].prompt: The text holds the control character U+0000 at position 1. Remove it.',
  },
  {
    what: 'half a character',
    text: json('"categoryPath": ["\\ud83d"]'),
    says: '1:84 categoryPath[0]: The text holds half a character (a lone surrogate). Remove it or write the character again.',
  },
  {
    what: 'a day that does not exist',
    text: question('    record: {created: 2026-02-30}\n'),
    says: '10:14 questions[0].record.created: The day 2026-02-30 does not exist: February 2026 has 28 days.',
  },
  {
    what: 'a blank entry',
    text: question('    failureCards: [" "]\n'),
    says: '10:20 questions[0].failureCards[0]: This entry is blank. Fill it or remove it.',
  },
  {
    what: 'too many entries',
    text: question(`    relations: [${'"1 = 1", '.repeat(101)}]\n`),
    says: '10:5 questions[0].relations: "relations" may have at most 100 entries; it has 101.',
  },
  {
    what: 'a level that no scale has',
    text: question('    rubric: {criteria: [{id: c1, title: C, competency: x, weight: 1, anchors: {0: x}}]}\n'),
    says: '10:80 questions[0].rubric.criteria[0].anchors.0: Anchors are keyed by a level from 1 to 7; found "0".',
  },
  {
    what: 'two probes of one id',
    text: question('    probes: [{id: p, ask: A}, {id: p, ask: B}]\n'),
    says: '10:31 questions[0].probes[1]: "p" occurs twice in "probes". Remove or rename one.',
  },
  {
    what: 'evidence that is called like an exhibit',
    text: question(
      '    exhibits: [{id: A, title: T, format: text, content: x}]\n    evidenceOnRequest: [{id: A, askLike: x, content: x}]\n',
    ),
    says: '11:26 questions[0].evidenceOnRequest[0].id: "A" is already the id of an exhibit. Rename one of the two.',
  },
  {
    what: 'a question of another category',
    text: question('').replace('questions:', 'category: d\nquestions:'),
    says: '7:5 questions[0].category: This file is about "d", the question about "c". Move it to that file, or mend one of the two.',
  },
  {
    what: 'an attachment outside its folder',
    text: question('    exhibits: [{id: A, title: T, format: text, content: x, attachment: {file: ../x, mediaType: image/png}}]\n'),
    says: '10:73 questions[0].exhibits[0].attachment.file: "file" must be a file in the folder "attachments", such as "attachments/stage-14.png".',
  },
  {
    what: 'a script as an address',
    text: question("    references: [{title: T, uri: 'javascript:alert(1)'}]\n"),
    says: '10:29 questions[0].references[0].uri: "uri" must be an http or https address, a urn: or a mailto:.',
  },
];
