import type { QuestionDocument } from '@touchstone/bank-format';
import fc from 'fast-check';
import { arbitraryQuestion } from '../../bank-format/test/arbitrary-question';
import { sampleQuestion } from '../../bank-format/test/sample-question';
import { GUIDE_FORMATS, GUIDE_VIEWS, type GuideFormat, type GuideKit, type GuideView, renderGuide } from './index';
import { blocksOfMarkup } from './sheet/blocks-of-markup';

const MADE = new Date('2026-11-24T10:00:00Z');
const decoder = new TextDecoder();

const kitOf = (...questions: readonly QuestionDocument[]): GuideKit => ({
  name: 'Autumn kit',
  role: 'Big Data Lead Developer',
  contentHash: 'ab'.repeat(32),
  rounds: questions.map((question, index) => ({ name: `Part ${index + 1}`, minutes: 60, items: [{ plannedMinutes: 30, question }] })),
});

const render = (kit: GuideKit, view: GuideView, format: GuideFormat, round: number | null = null) =>
  renderGuide(kit, (slug) => `<${slug}>`, { view, format, round, madeAt: MADE });

const text = async (kit: GuideKit, view: GuideView, format: 'HTML' | 'MARKDOWN', round: number | null = null): Promise<string> =>
  decoder.decode((await render(kit, view, format, round)).bytes);

/** The same question with every text that only scorers may read replaced by one that is found again. */
function marked(question: QuestionDocument): QuestionDocument {
  const open = new Set(['context', 'prompt', 'exhibits', 'language']);
  const replaced = (value: unknown): unknown => {
    if (typeof value === 'string') return 'SCORERONLY';
    if (Array.isArray(value)) return value.map(replaced);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, key === 'format' || key === 'mode' ? inner : replaced(inner)]),
    );
  };
  const entries = Object.entries(question).map(([key, value]) => [key, open.has(key) ? value : replaced(value)]);
  const { response, ...rest } = Object.fromEntries(entries) as unknown as QuestionDocument;
  // Choices are for candidates too.
  return response === undefined ? rest : { ...rest, response: { mode: response.mode } };
}

describe('pages for the candidate', () => {
  it('hold nothing that only scorers may see, whatever the question holds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryQuestion, async (question) => {
        const kit = kitOf(marked(question));
        for (const format of ['HTML', 'MARKDOWN'] as const) expect(await text(kit, 'CANDIDATE', format)).not.toContain('SCORERONLY');
      }),
      { numRuns: 60 },
    );
  });

  it('hold the prompt and every exhibit, and not the title', async () => {
    const html = await text(kitOf(sampleQuestion), 'CANDIDATE', 'HTML');
    for (const { content } of sampleQuestion.exhibits) expect(html).toContain(content.split('\n')[0]?.replaceAll('"', '&quot;'));
    expect(html).not.toContain(sampleQuestion.title);
  });
});

describe('evidence cards', () => {
  it('show the evidence and not what one has to ask for', async () => {
    const evidence = [{ id: 'E', askLike: 'the ratio of keys', content: 'key 0 holds 31 percent' }];
    const html = await text(kitOf({ ...sampleQuestion, evidenceOnRequest: evidence }), 'EVIDENCE', 'HTML');
    expect(html).toContain('key 0 holds 31 percent');
    expect(html).not.toContain('the ratio of keys');
    for (const { ask } of sampleQuestion.probes) expect(html).not.toContain(ask);
  });

  it('say so where there is none', async () => {
    expect(await text(kitOf({ ...sampleQuestion, evidenceOnRequest: [] }), 'EVIDENCE', 'MARKDOWN')).toContain('No question of this kit');
  });
});

describe("the interviewer's guide", () => {
  it('has every anchor, probe and hint, and a box for each level of each criterion', async () => {
    const html = await text(kitOf(sampleQuestion), 'INTERVIEWER', 'HTML');
    const plain = html
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    for (const { anchors } of sampleQuestion.rubric.criteria) for (const anchor of Object.values(anchors)) expect(plain).toContain(anchor);
    for (const { ask } of sampleQuestion.probes) expect(plain).toContain(ask);
    for (const hint of sampleQuestion.hints) expect(plain).toContain(hint.text);
    expect(plain.match(/Not observed:/g)).toHaveLength(sampleQuestion.rubric.criteria.length);
  });

  it('prints one round alone under its own number', async () => {
    const second = { ...sampleQuestion, title: 'The second title' };
    const html = await text(kitOf(sampleQuestion, second), 'INTERVIEWER', 'HTML', 2);
    expect(html).toContain('2.1 The second title');
    expect(html).not.toContain('Round 1');
  });

  it('says on a draft that it is one', async () => {
    expect(await text({ ...kitOf(sampleQuestion), contentHash: null }, 'INTERVIEWER', 'MARKDOWN')).toContain('This kit is a draft');
  });
});

describe('every view in every format', () => {
  it.each(GUIDE_VIEWS.flatMap((view) => GUIDE_FORMATS.map((format) => [view, format] as const)))(
    '%s as %s: the same bytes twice, under a plain name',
    async (view, format) => {
      const kit = kitOf(sampleQuestion, sampleQuestion);
      const [first, second] = [await render(kit, view, format), await render(kit, view, format)];
      expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
      expect(first.name).toMatch(/^autumn-kit-[a-z]+\.(html|md|pdf)$/);
    },
  );

  it('takes whatever a question may hold, and lets no markup of it through', async () => {
    const evil = '<img src=x onerror=alert(1)> **x** `</pre><script>alert(1)</script>`';
    const question = {
      ...sampleQuestion,
      title: evil,
      prompt: evil,
      exhibits: [{ id: 'A', title: evil, format: 'text' as const, content: evil }],
    };
    const html = await text(kitOf(question), 'INTERVIEWER', 'HTML');
    expect(html).not.toMatch(/<(script|img)/);
    await fc.assert(
      fc.asyncProperty(arbitraryQuestion, async (drawn) => {
        for (const view of GUIDE_VIEWS) expect(await text(kitOf(drawn), view, 'HTML')).not.toMatch(/<(script|img|iframe|a) /);
        expect(Buffer.from((await render(kitOf(drawn), 'INTERVIEWER', 'PDF')).bytes.slice(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 15 },
    );
  });

  it('is a tagged PDF with a title and a language', async () => {
    const pdf = Buffer.from((await render(kitOf(sampleQuestion), 'INTERVIEWER', 'PDF')).bytes).toString('latin1');
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toMatch(/\/Lang \(en/);
    expect(pdf).toContain('/DisplayDocTitle true');
  });
});

describe('CommonMark on paper', () => {
  it('keeps emphasis, code, lists and the address of a link; shows raw HTML as letters', () => {
    expect(blocksOfMarkup('A **b** *c* `d` [e](https://example.org)')).toEqual([
      {
        kind: 'prose',
        line: [
          { text: 'A ' },
          { text: 'b', bold: true },
          { text: ' ' },
          { text: 'c', italic: true },
          { text: ' ' },
          { text: 'd', code: true },
          { text: ' ' },
          { text: 'e (https://example.org)' },
        ],
      },
    ]);
    expect(blocksOfMarkup('1. one\n2. two\n   - inner')).toEqual([
      { kind: 'list', marker: 'number', items: [[{ text: 'one' }], [{ text: 'two' }], [{ text: '– ' }, { text: 'inner' }]] },
    ]);
    expect(blocksOfMarkup('<b>x</b>\n')).toEqual([{ kind: 'prose', line: [{ text: '<b>' }, { text: 'x' }, { text: '</b>' }] }]);
    expect(blocksOfMarkup('')).toEqual([]);
  });
});
