import type { QuestionFigures } from '@touchstone/interviewing/insights';
import { canonicalJson } from '@touchstone/kernel';
import type { NamedQuestion } from './insight-tasks';

/** Figures of a question with what it is called; the version never changes, so neither does its title. */
export type TitledQuestion = QuestionFigures & { readonly title: string };

interface Packed {
  readonly methods: readonly string[];
  readonly rows: readonly Record<string, unknown>[];
}

/** As text. A list of thousands says a handful of methods over and over; each is written once. */
export function packQuestions(questions: readonly QuestionFigures[], named: ReadonlyMap<string, NamedQuestion>): string {
  const methods: string[] = [];
  const numberOf = (method: string): number => {
    const known = methods.indexOf(method);
    return known === -1 ? methods.push(method) - 1 : known;
  };
  const pack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pack);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, key === 'method' && typeof entry === 'string' ? numberOf(entry) : pack(entry)]),
    );
  };
  const rows = questions.map((one) => pack({ ...one, title: named.get(one.questionVersionId)?.title ?? '' }));
  return canonicalJson({ methods, rows });
}

export function unpackQuestions(text: string): readonly TitledQuestion[] {
  const { methods, rows } = JSON.parse(text) as Packed;
  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpack);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, key === 'method' && typeof entry === 'number' ? methods[entry] : unpack(entry)]),
    );
  };
  return rows.map((row) => unpack(row) as TitledQuestion);
}
