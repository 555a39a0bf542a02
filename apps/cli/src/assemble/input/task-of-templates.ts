import {
  type BankFault,
  type BlueprintTemplate,
  type Framework,
  faultText,
  parseBankFile,
  parseBlueprintTemplate,
  parseFramework,
  type QuestionDocument,
} from '@touchstone/bank-format';
import { err, ok } from '@touchstone/kernel';
import { defaultPriorities, type Pin, type PoolQuestion } from '@touchstone/kit-assembly';
import { blueprintOfTemplate } from './blueprint-of-template';
import { fault, type FromInput, type InputFault } from './input-fault';
import type { AssemblyTask } from './task';

/** A file that was read, and its name for messages. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface TemplateInput {
  readonly templates: readonly NamedText[];
  readonly banks: readonly NamedText[];
  readonly framework: NamedText | null;
  /** Kits of each template. */
  readonly kits: number;
  /** Kits of one template have questions of the same kind and difficulty in each slot. */
  readonly strict: boolean;
  readonly includeTraining: boolean;
  readonly seniority: string | undefined;
  readonly excluded: readonly string[];
  readonly mustHave: readonly string[];
  readonly pinned: readonly Pin[];
}

/** Reads blueprint templates and the bank they draw from: kits for one role or several, disjoint across all of them. */
export function taskOfTemplates(input: TemplateInput): FromInput<AssemblyTask> {
  const faults: InputFault[] = [];
  const taken = <T>({ name, text }: NamedText, parse: (text: string) => ReturnType<typeof parseBankFile> | unknown): T | null => {
    const read = parse(text) as { ok: true; value: T } | { ok: false; error: readonly BankFault[] };
    if (read.ok) return read.value;
    faults.push(...read.error.map((one) => fault(one.code, name, `${name}: ${faultText(one)}`)));
    return null;
  };
  const framework = input.framework === null ? null : taken<Framework>(input.framework, parseFramework);
  const templates = input.templates.flatMap((file) => taken<BlueprintTemplate>(file, parseBlueprintTemplate) ?? []);
  const questions = input.banks.flatMap((file) => taken<{ questions: readonly QuestionDocument[] }>(file, parseBankFile)?.questions ?? []);
  const usable = questions.filter(({ usage }) => input.includeTraining || usage !== 'training');
  const training = questions.length - questions.filter(({ usage }) => usage !== 'training').length;
  if (faults.length === 0 && usable.length === 0) {
    const hint = training > 0 ? ' Its questions are published with their answers; --include-training uses them for practice.' : '';
    faults.push(fault('EMPTY_POOL', '', `The bank has no question to choose from.${hint}`));
  }
  if (faults.length > 0) return err(faults);
  const members = templates.map((template) => ({
    name: template.name,
    kits: input.kits,
    blueprint: {
      ...blueprintOfTemplate(template, framework),
      excludedQuestionIds: input.excluded,
      mustHaveQuestionIds: input.mustHave,
      pinned: input.pinned,
      ...(input.seniority === undefined ? {} : { seniority: input.seniority }),
    },
    ...(input.strict && input.kits > 1 ? { alike: { slotDifficultyApart: 0, sameKindBySlot: true } } : {}),
  }));
  return ok({
    name: templates.map(({ slug }) => slug).join(', '),
    family: { members, maxUse: 1, aim: 'sum' },
    pool: usable.map(questionOf),
    priorities: defaultPriorities,
    pointsPerUnit: 1,
    rowName: (wishId) => wishId,
    contradictions: 'ARE_FAULTS',
    understood: [
      `${usable.length} questions of the bank, ${members.map(({ name, kits }) => `${kits} × ${name}`).join(', ')}; no question stands in two kits.`,
      ...(framework === null ? ['No framework was given, so the weights of the role are not counted.'] : []),
      ...(training > 0 && input.includeTraining
        ? ['Training questions are used: these kits are for practice and must not select people.']
        : []),
    ],
  });
}

const questionOf = (question: QuestionDocument): PoolQuestion => ({
  id: question.id,
  category: question.category,
  competencies: question.competencies,
  kind: question.kind,
  ...(question.form === undefined ? {} : { form: question.form }),
  minutes: Math.ceil(question.minutes.target),
  difficulty: question.difficulty,
  quality: 0,
  exposure: 0,
  seniorities: question.seniority,
  tags: [...new Set([...question.tags, ...question.technologies.map(({ name }) => name)])],
  ...(question.variants.family === undefined ? {} : { variantFamily: question.variants.family }),
  enemies: question.enemies,
});
