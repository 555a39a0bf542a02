import { exportBank } from '@touchstone/bank-format';

const CATEGORIES = 37;

const textOf = (index: number): string =>
  `Explain item ${index} with one example and one trade-off, and say what you would measure first in a system of ${index % 97} nodes.`;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Files with so many questions, by their names; the same each time. */
export const manyQuestions: Readonly<Record<string, (count: number) => Promise<Uint8Array>>> = {
  'bank.csv': async (count) =>
    utf8(
      `id,category,title,question,difficulty,tags,minutes,answer\n${numbers(count)
        .map(
          (index) =>
            `G-${index},Cat ${index % CATEGORIES},Generated question ${index},"${textOf(index)} Why?",${1 + (index % 5)},t${index % 101};u${index % 7},${5 * (1 + (index % 6))},"${textOf(index)}"`,
        )
        .join('\n')}\n`,
    ),
  'bank.xlsx': async (count) =>
    (await exportBank('xlsx', { files: [bankOf(count)], attachments: [] }, { sidecar: false, day: '2026-03-18' })).bytes,
  'bank.xml': async (count) =>
    utf8(
      `<quiz>${numbers(count)
        .map(
          (index) =>
            `<question type="essay"><name><text>Generated question ${index}</text></name><questiontext format="html"><text><![CDATA[<p>${textOf(index)}</p><ul><li>one</li><li>two</li></ul>]]></text></questiontext><graderinfo format="html"><text><![CDATA[<p>${textOf(index)}</p>]]></text></graderinfo><idnumber>g-${index}</idnumber><tags><tag><text>t${index % 101}</text></tag></tags></question>`,
        )
        .join('\n')}</quiz>`,
    ),
  'bank.gift': async (count) =>
    utf8(
      `${numbers(count)
        .map((index) => `// [id:g-${index}] [tag:t${index % 101}]\n::Generated question ${index}::[markdown]${textOf(index)} {}`)
        .join('\n\n')}\n`,
    ),
  'bank.md': async (count) =>
    utf8(
      `# Bank\n\n${numbers(count)
        .map((index) => `## ${index}. ${textOf(index)} Why?\n\nIt *depends* on \`x\`.\n\n- one\n- two`)
        .join('\n\n')}\n`,
    ),
  'bank.zip': async (count) =>
    (await exportBank('zip', { files: [bankOf(count)], attachments: [] }, { sidecar: false, day: '2026-03-18' })).bytes,
};

type Exportable = Parameters<typeof exportBank>[1]['files'][number];

function bankOf(count: number): Exportable {
  return {
    format: 'interview-bank/1',
    bank: { id: 'many', title: 'Many questions', license: 'CC-BY-4.0' },
    questions: numbers(count).map((index) => ({
      id: `g-${index}`,
      title: `Generated question ${index}`,
      usage: 'live',
      language: 'en',
      license: 'CC-BY-4.0',
      category: `cat-${index % CATEGORIES}`,
      kind: 'technical-depth',
      competencies: [],
      roles: [],
      seniority: [],
      difficulty: 3,
      minutes: { target: 10 },
      tags: [`t${index % 101}`],
      technologies: [],
      prompt: textOf(index),
      exhibits: [],
      evidenceOnRequest: [],
      probes: [{ id: 'p1', ask: 'What would you measure?' }],
      hints: [],
      failureCards: [],
      followUps: [],
      rubric: { scale: 'standard', criteria: [], strongSignals: [], weakSignals: [], redFlags: [] },
      modelAnswer: textOf(index),
      plausibleWrongAnswers: [],
      variants: {},
      enemies: [],
      references: [],
      reviewedFacts: [],
    })),
  };
}
