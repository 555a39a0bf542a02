import type { IncomingQuestion } from '../doors/incoming';
import { RESPONSE_MODES } from '../question-words';

/** Tags that carry a field, such as `difficulty:3`, apart from the tags that are tags. */
export interface ShortFields {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly rest: readonly string[];
}

const NAMES = ['difficulty', 'minutes', 'seniority', 'role', 'kind', 'competency', 'language', 'license', 'response'] as const;
const TAGGED = new RegExp(`^(${NAMES.join('|')}):(\\S.*)$`);

export function shortFields(tags: readonly string[]): ShortFields {
  const fields = new Map<string, string[]>();
  const rest = tags.filter((tag) => {
    const found = TAGGED.exec(tag);
    if (found === null) return true;
    fields.set(found[1] as string, [...(fields.get(found[1] as string) ?? []), found[2] as string]);
    return false;
  });
  return { fields, rest };
}

/** The fields that were found in tags. */
export function withShortFields({ fields }: ShortFields): Partial<IncomingQuestion> {
  const one = (name: string): string | undefined => fields.get(name)?.[0];
  const number = (name: string): number | undefined => {
    const value = Number(one(name));
    return one(name) === undefined || !Number.isFinite(value) ? undefined : value;
  };
  const mode = RESPONSE_MODES.find((known) => known === one('response'));
  return {
    difficulty: number('difficulty'),
    minutes: number('minutes'),
    kind: one('kind'),
    language: one('language'),
    license: one('license'),
    ...(mode !== undefined && { mode }),
    seniority: fields.get('seniority') ?? [],
    roles: fields.get('role') ?? [],
    competencies: fields.get('competency') ?? [],
  };
}

/** The same as tags, for writers. */
export function tagsOfFields(question: {
  readonly difficulty: number;
  readonly minutes: { readonly target: number };
  readonly seniority: readonly string[];
  readonly roles: readonly string[];
  readonly kind: string;
  readonly competencies: readonly string[];
  readonly language: string;
  readonly license: string;
  readonly response?: { readonly mode: string } | undefined;
}): readonly string[] {
  return [
    `kind:${question.kind}`,
    `difficulty:${question.difficulty}`,
    `minutes:${question.minutes.target}`,
    ...question.seniority.map((word) => `seniority:${word}`),
    ...question.roles.map((word) => `role:${word}`),
    ...question.competencies.map((word) => `competency:${word}`),
    `language:${question.language}`,
    `license:${question.license}`,
    `response:${question.response?.mode ?? 'spoken'}`,
  ];
}
