import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleQuestion } from '../../test/example-question';
import { faultText } from '../bank-fault';
import type { BankQuestion } from '../bank-file';
import { parseFramework } from '../parse-framework';
import type { Difficulty } from '../question-words';
import { columnParts, type CoveragePlan, parseCoveragePlan, planForKits, type PlannedPool } from './coverage-plan';
import { belongs, coverageReport } from './coverage-report';

const bank = join(__dirname, '../../../../bank');
const plan = (text = readFileSync(join(bank, 'coverage-plan.yaml'), 'utf8')): CoveragePlan => {
  const read = parseCoveragePlan(text);
  if (!read.ok) throw new Error(read.error.map(faultText).join('\n'));
  return read.value;
};
const framework = parseFramework(readFileSync(join(bank, 'framework.yaml'), 'utf8'));
const categoryOf = new Map(framework.ok ? framework.value.competencies.map(({ slug, category }) => [slug, category]) : []);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('the shipped plan', () => {
  const shipped = plan();

  it('has a row for each of the 48 competencies, and 250 questions whichever way they are added up', () => {
    expect(Object.keys(shipped.cells).sort()).toEqual([...categoryOf.keys()].sort());
    expect(sum(Object.values(shipped.cells).flatMap((cells) => Object.values(cells)))).toBe(250);
    expect(sum(Object.values(shipped.difficulty))).toBe(250);
    expect(sum(shipped.seniority.map(({ planned }) => planned))).toBe(250);
  });

  it('has the sums by kind and the 191 questions of the pools that the plan states', () => {
    const byKind = (kind: string): number =>
      sum(Object.values(shipped.cells).flatMap((cells) => Object.entries(cells).map(([column, count]) => (columnParts(column)?.kind === kind ? count : 0))));
    expect(
      ['technical-depth', 'system-design', 'debugging-evidence', 'code-review', 'work-sample', 'case', 'situational', 'behavioural'].map(byKind),
    ).toEqual([65, 15, 30, 17, 21, 33, 39, 30]);
    expect(shipped.pools).toHaveLength(18);
    expect(sum(shipped.pools.map(({ planned }) => planned))).toBe(191);
    for (const { planned, difficulty } of shipped.pools) expect(sum(Object.values(difficulty))).toBe(planned);
    // 47 for a kit of one role, 51 for one of the other, as the plan proves
    const summed = (role: string): number => sum(shipped.pools.flatMap(({ roles, levels }) => levels.filter((_, index) => roles[index] === role)));
    expect(['big-data-lead-developer', 'big-data-technical-lead'].map(summed)).toEqual([47, 51]);
  });

  it('gives four strict kits of each role when it is kept, and five only when difficulty may differ', () => {
    const questions = shipped.pools.flatMap((pool, place) =>
      Object.entries(pool.difficulty).flatMap(([level, count]) => Array.from({ length: count }, (_, index) => inPool(pool, Number(level) as Difficulty, `p${place}-${level}-${index}`))),
    );
    const report = coverageReport(questions, shipped);
    expect(report.pools.map(({ planned, have }) => have - planned)).toEqual(shipped.pools.map(() => 0));
    expect(report.outsidePools).toBe(0);
    expect(report.possibleKits).toMatchObject({ strict: 4, relaxed: 6 });
  });
});

function inPool({ kinds, form, minutes, categories, competencies }: PlannedPool, difficulty: Difficulty, id: string): BankQuestion {
  const [kind = 'case'] = kinds;
  const competency = competencies[0] ?? [...categoryOf].find(([, category]) => category === (categories[0] ?? 'engineering-craft'))?.[0] ?? '';
  return { ...exampleQuestion, id, usage: 'live', kind, form: kind === 'case' || kind === 'debugging-evidence' ? form : undefined, minutes: { target: minutes }, difficulty, competencies: [competency], category: categoryOf.get(competency) ?? '' };
}

const small = plan(`format: coverage-plan/1
title: Small
cells:
  dq-observability-incidents: {case: 2, debugging-evidence-long: 1}
pools:
  - name: quality
    categories: [data-quality]
    kinds: [case]
    form: short
    minutes: 20
    roles: [lead, head]
    levels: [3, 4]
    planned: 4
    difficulty: {3: 2, 4: 2}
difficulty: {3: 2, 4: 2}
seniority:
  - for: [lead, senior]
    planned: 1
technologies:
  - name: Clocks
    atLeast: 1
    words: [clock]
  - name: SQL
    atLeast: 1
    words: []
    formats: [sql]
`);
const live = (id: string, more: Partial<BankQuestion> = {}): BankQuestion => ({ ...exampleQuestion, id, usage: 'live', ...more });

describe('a bank beside a plan', () => {
  it('counts every cell, pool, difficulty, seniority and technology', () => {
    const report = coverageReport([live('a'), live('b', { difficulty: 4 }), live('c', { kind: 'behavioural', form: undefined })], small);
    expect(report.total).toEqual({ planned: 4, have: 3 });
    expect(report.cells).toEqual([
      { competency: 'dq-observability-incidents', column: 'case', planned: 2, have: 2 },
      { competency: 'dq-observability-incidents', column: 'debugging-evidence-long', planned: 1, have: 0 },
      { competency: 'dq-observability-incidents', column: 'behavioural', planned: 0, have: 1 },
    ]);
    expect(report.pools).toMatchObject([{ name: 'quality', planned: 4, have: 2, strictKits: 1, kits: 1 }]);
    expect(report.outsidePools).toBe(1);
    expect(report.difficulty).toEqual([
      { level: 3, planned: 2, have: 2 },
      { level: 4, planned: 2, have: 1 },
    ]);
    expect(report.seniority).toEqual([{ for: ['lead', 'senior'], planned: 1, have: 3 }]);
    expect(report.technologies.map(({ have }) => have)).toEqual([3, 0]);
    expect(report.possibleKits).toEqual({ strict: 1, relaxed: 1, limitedBy: 'quality' });
  });

  it('does not count what may not be asked', () => {
    const report = coverageReport([exampleQuestion, live('a', { record: { status: 'compromised' } }), live('b', { record: { status: 'retired' } }), live('c')], small);
    expect([report.total.have, report.notCounted]).toEqual([1, 3]);
  });

  it('takes a question into a pool by minutes, kind, length and origin', () => {
    const [pool] = small.pools as [PlannedPool];
    expect(belongs(live('a', { minutes: { target: 23 } }), pool)).toBe(true);
    expect(belongs(live('a', { minutes: { target: 23.5 } }), pool)).toBe(false);
    expect(belongs(live('a', { form: 'long' }), pool)).toBe(false);
    expect(belongs(live('a', { category: 'data-governance' }), pool)).toBe(false);
    expect(belongs(live('a', { kind: 'situational', form: undefined }), pool)).toBe(false);
  });

  it('asks for what so many kits of each role need, place by place', () => {
    const stage = planForKits(small, 4);
    expect(stage.pools).toMatchObject([{ planned: 8, difficulty: { 3: 4, 4: 4 } }]);
    // three and four kits of 14 and 15 places
    expect([3, 4].map((kits) => sum(planForKits(plan(), kits).pools.map(({ planned }) => planned)))).toEqual([87, 116]);
    expect(sum(Object.values(planForKits(plan(), 4).difficulty))).toBe(116);
  });

  it.each([
    ['a level too few', 'cells: {}\npools: [{name: p, kinds: [case], minutes: 5, roles: [r, s], levels: [3], planned: 1, difficulty: {3: 1}}]', 'SUM pools[0].levels'],
    ['an unknown kind', 'cells: {a: {quiz: 1}}', 'PATTERN cells.a.quiz'],
    ['half a question', 'cells: {a: {case: 1.5}}', 'RANGE cells.a.case'],
    ['a difficulty that is none', 'cells: {}\npools: [{name: p, kinds: [case], minutes: 5, roles: [r], levels: [3], planned: 1, difficulty: {6: 1}}]', 'PATTERN pools[0].difficulty.6'],
  ])('is refused with %s', (_what, more, expected) => {
    const read = parseCoveragePlan(`format: coverage-plan/1\ntitle: T\ndifficulty: {3: 1}\n${more}\n`);
    expect(read.ok ? [] : read.error.map(({ code, path }) => `${code} ${path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('').slice(1)}`)).toContain(expected);
  });
});
