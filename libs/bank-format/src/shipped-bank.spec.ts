import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultText } from './bank-fault';
import { SLOT_MINUTES_TOLERANCE, type BlueprintTemplate, type TemplateSlot } from './blueprint-template';
import { calibrationFaults } from './calibration/calibration-faults';
import { parseCalibrationSet } from './calibration/parse-calibration-set';
import { canonicalQuestion } from './canonical-question';
import { knownFramework } from './framework';
import { lintFiles } from './lint/lint-files';
import { parseBankFile } from './parse-bank';
import { parseBlueprintTemplate } from './parse-blueprint-template';
import { parseFramework } from './parse-framework';
import { publishFaults } from './publish-faults';
import type { QuestionDocument } from './question-document';
import { validateQuestionDocument } from './validate-question';

const bank = join(__dirname, '../../../bank');
const read = (...path: string[]): string => readFileSync(join(bank, ...path), 'utf8');
const filesOf = (folder: string): string[] => readdirSync(join(bank, folder)).sort();

function expectOk<T>(result: { ok: true; value: T } | { ok: false; error: readonly Parameters<typeof faultText>[0][] }): T {
  if (!result.ok) throw new Error(result.error.map(faultText).join('\n'));
  return result.value;
}

const framework = expectOk(parseFramework(read('framework.yaml')));
const known = knownFramework(framework);
const questions = filesOf('training').flatMap((file) => expectOk(parseBankFile(read('training', file))).questions);
const template = (file: string): BlueprintTemplate => expectOk(parseBlueprintTemplate(read('blueprints', file), known));

describe('the shipped framework', () => {
  /** Slug, competencies, weight for the Lead Developer, weight for the Technical Lead, as the job analysis gives them. */
  const overview: readonly (readonly [string, number, number, number])[] = [
    ['distributed-computing', 4, 8, 8],
    ['spark-engineering', 4, 10, 7],
    ['spark-tuning', 4, 9, 8],
    ['streaming-integration', 3, 6, 7],
    ['hadoop-sql-engines', 4, 6, 6],
    ['storage-modelling', 4, 8, 7],
    ['architecture-strategy', 4, 10, 11],
    ['cloud-platforms', 2, 6, 3],
    ['data-governance', 3, 6, 6],
    ['data-quality', 2, 6, 5],
    ['devops-delivery', 4, 3, 10],
    ['engineering-craft', 3, 8, 6],
    ['people-leadership', 3, 7, 9],
    ['stakeholder-communication', 4, 7, 7],
  ];
  const mandatory = ['distributed-computing', 'spark-tuning', 'data-governance', 'stakeholder-communication'];
  const weightsOf = (role: string, category: string): number[] => {
    const profile = framework.roleProfiles.find(({ slug }) => slug === role);
    return (profile?.weights ?? []).filter(({ competency }) => known.competencies.get(competency) === category).map(({ weight }) => weight);
  };
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

  it('has 14 categories, 48 competencies and two roles of 100 percent', () => {
    expect(framework.categories).toHaveLength(14);
    expect(framework.competencies).toHaveLength(48);
    expect(framework.roleProfiles.map(({ slug, weights }) => [slug, weights.length, sum(weights.map(({ weight }) => weight))])).toEqual([
      ['big-data-lead-developer', 48, 100],
      ['big-data-technical-lead', 48, 100],
    ]);
  });

  it.each(overview)('%s: %d competencies, weight %d and %d', (slug, count, leadDeveloper, technicalLead) => {
    expect(framework.competencies.filter(({ category }) => category === slug)).toHaveLength(count);
    expect(sum(weightsOf('big-data-lead-developer', slug))).toBe(leadDeveloper);
    expect(sum(weightsOf('big-data-technical-lead', slug))).toBe(technicalLead);
  });

  it('keeps the order of the overview and marks the four categories of every kit', () => {
    expect(framework.categories.map(({ slug }) => slug)).toEqual(overview.map(([slug]) => slug));
    expect(framework.categories.filter((category) => category.mandatory).map(({ slug }) => slug)).toEqual(mandatory);
    expect(framework.categories.every(({ bestKinds }) => bestKinds.length === 3)).toBe(true);
  });

  it('derives every competency from at least one statement of the job descriptions', () => {
    for (const { slug, seedPhrases } of framework.competencies) expect([slug, seedPhrases.length > 0]).toEqual([slug, true]);
    const statements = new Set(framework.competencies.flatMap(({ seedPhrases }) => seedPhrases.map(({ ref }) => ref)));
    const all = ['A', 'B'].flatMap((seed) => Array.from({ length: 15 }, (_, n) => `${seed}${n + 1}`));
    expect(all.filter((ref) => !statements.has(ref))).toEqual(['B14']); // years of experience: deliberately no competency
  });

  it('calls critical what weighs most in each mandatory category', () => {
    for (const { slug: role, weights } of framework.roleProfiles) {
      const expected = weights.filter(({ competency, weight }) => {
        const category = known.competencies.get(competency) ?? '';
        return mandatory.includes(category) && weight === Math.max(...weightsOf(role, category));
      });
      expect(weights.filter(({ critical }) => critical)).toEqual(expected);
    }
  });

  it('has a scale of five levels', () => {
    expect(framework.ratingScale.slug).toBe('standard');
    expect(known.levels).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('the training questions', () => {
  it('are six, one file per category', () => {
    expect(questions.map(({ id, minutes, kind }) => `${id} ${kind} ${minutes.target}`).sort()).toEqual([
      'gold-dc-0001 system-design 50',
      'gold-gv-0001 case 35',
      'gold-ka-0001 debugging-evidence 28',
      'gold-pl-0001 situational 23',
      'gold-sc-0001 behavioural 18',
      'gold-st-0001 debugging-evidence 30',
    ]);
    for (const file of filesOf('training')) expect(`${expectOk(parseBankFile(read('training', file))).category}.yaml`).toBe(file);
  });

  it.each(questions.map((question) => [question.id, question] as const))('%s could be submitted as it is', (_id, question) => {
    expect(publishFaults(question, known).map(faultText)).toEqual([]);
    expect(question.usage).toBe('training');
    expect(question.license).toBe('CC-BY-4.0');
    expect(question.rubric.criteria).toHaveLength(4);
    for (const role of question.roles) expect(known.roleProfiles).toContain(role);
  });

  it.each(questions.map((question) => [question.id, question] as const))('%s survives its canonical text', (_id, question) => {
    const { record: _record, ...content } = question;
    expect(validateQuestionDocument(JSON.parse(canonicalQuestion(question)))).toStrictEqual({ ok: true, value: content });
  });
});

describe('every shipped question', () => {
  it('is clean by every rule, or its author says why not', () => {
    const folders = ['training', 'questions'].filter((folder) => existsSync(join(bank, folder)));
    const texts = folders.flatMap((folder) => filesOf(folder).map((file) => ({ name: `${folder}/${file}`, text: read(folder, file) })));
    const { findings, questions: looked } = lintFiles(texts, { known, today: '2026-11-24' });
    // What is said of the bank as a whole is for whoever writes next, unless it is an error.
    const open = findings.filter(
      ({ excepted, question, severity }) => excepted === undefined && (question !== undefined || severity === 'ERROR'),
    );
    expect(open.map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`)).toEqual([]);
    expect(looked).toBeGreaterThanOrEqual(6);
  });
});

describe('the shipped calibration sets', () => {
  const bankQuestions = filesOf('questions').flatMap((file) => expectOk(parseBankFile(read('questions', file))).questions);

  it('are one for each category', () => {
    expect(filesOf('calibration')).toEqual(framework.categories.map(({ slug }) => `${slug}.yaml`).sort());
  });

  it.each(filesOf('calibration'))('%s can train somebody', (file) => {
    const set = expectOk(parseCalibrationSet(read('calibration', file)));
    expect(`${set.category}.yaml`).toBe(file);
    const question = bankQuestions.find(({ id }) => id === set.question);
    expect(calibrationFaults(set, question).map(faultText)).toEqual([]);
  });
});

describe('the shipped blueprints', () => {
  it.each([
    ['big-data-lead-developer.yaml', 'big-data-lead-developer', [60, 80, 75, 76], 14],
    ['big-data-technical-lead.yaml', 'big-data-technical-lead', [60, 80, 80, 74], 15],
    ['demo-two-rounds.yaml', 'big-data-technical-lead', [80, 76], 5],
  ])('%s', (file, role, minutes, slots) => {
    const { rounds, roleProfile, mandatoryCategories } = template(file);
    expect(roleProfile).toBe(role);
    expect(rounds.map((round) => round.slots.reduce((total, slot) => total + slot.minutes, 0))).toEqual(minutes);
    expect(rounds.flatMap((round) => round.slots)).toHaveLength(slots);
    expect(mandatoryCategories).toEqual(framework.categories.filter(({ mandatory }) => mandatory).map(({ slug }) => slug));
  });

  it('are all tested here', () => {
    expect(filesOf('blueprints')).toEqual(['big-data-lead-developer.yaml', 'big-data-technical-lead.yaml', 'demo-two-rounds.yaml']);
  });

  it('include a demo that the six training questions can fill, with no question and no first competency twice', () => {
    const demo = template('demo-two-rounds.yaml');
    const fillings = fill(
      demo.rounds.flatMap(({ slots }) => slots),
      questions,
    );
    expect(fillings.length).toBeGreaterThan(0);
    for (const filling of fillings) {
      expect(new Set(filling.map(({ competencies }) => competencies[0])).size).toBe(filling.length);
      for (const category of demo.mandatoryCategories) expect(filling.map((question) => question.category)).toContain(category);
    }
    let next = 0;
    for (const round of demo.rounds) {
      const taken = fillings[0]?.slice(next, (next += round.slots.length)) ?? [];
      expect(taken.reduce((total, { minutes }) => total + minutes.target, 0)).toBeLessThanOrEqual(round.minutes.max);
    }
  });
});

const fits = (slot: TemplateSlot, question: QuestionDocument): boolean =>
  slot.kinds.includes(question.kind) &&
  (slot.forms[question.kind] ?? question.form) === question.form &&
  Math.abs(question.minutes.target - slot.minutes) <= SLOT_MINUTES_TOLERANCE &&
  (slot.categories.length === 0 || slot.categories.includes(question.category)) &&
  (slot.competencies.length === 0 || slot.competencies.includes(question.competencies[0] ?? ''));

/** Every way to put different questions into the slots. */
function fill(slots: readonly TemplateSlot[], pool: readonly QuestionDocument[]): QuestionDocument[][] {
  const [slot, ...rest] = slots;
  if (slot === undefined) return [[]];
  return pool
    .filter((question) => fits(slot, question))
    .flatMap((question) =>
      fill(
        rest,
        pool.filter((other) => other !== question),
      ).map((filling) => [question, ...filling]),
    );
}
