import { FileReading } from './import-reading';

const QUESTIONS = 6_000;

describe('a file with many questions', () => {
  it('has each of them held against the rules of the linter, the last one, too', async () => {
    const reading = new FileReading();
    const blocks = Array.from({ length: QUESTIONS }, (_, index) => `::Question ${index}::What is number ${index}? {}`);
    reading.addBytes(new TextEncoder().encode(blocks.join('\n\n')));
    const known = { categories: new Set(['sql']), competencies: new Map(), roleProfiles: new Set<string>(), levels: [] };
    const read = await reading.read({ kind: 'READ', name: 'bank.gift', settings: { category: 'sql' }, known, today: '2026-03-18' });
    expect(read).toMatchObject({ refusals: null, total: QUESTIONS });
    const [last] = reading.items(QUESTIONS - 1, 1);
    // Without a ground truth no answer can be judged: rule L01.
    expect(last?.findings.map(({ rule, path }) => `${rule} ${path}`)).toContain('L01 groundTruth');
  });
});
