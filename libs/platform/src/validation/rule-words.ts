import type { ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

/** One decorator of a property, as class-validator keeps it. */
interface Rule {
  readonly name?: string | undefined;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[] | undefined;
  readonly each?: boolean | undefined;
  /** A message of the property's own. */
  readonly message?: unknown;
}

/** What each rule allows, in words that go on after the path. Numbers are told with all that holds for them: kind, least and most. */
const words: Readonly<Record<string, (rule: Rule, beside: readonly Rule[]) => string>> = {
  isInt: (_, beside) => numberWords(beside),
  isNumber: (_, beside) => numberWords(beside),
  min: (_, beside) => numberWords(beside),
  max: (_, beside) => numberWords(beside),
  isIn: ({ constraints }) => `must be one of ${listWords(constraints?.[0])}`,
  isEnum: ({ constraints }) => `must be one of ${listWords(constraints?.[1])}`,
  isString: () => 'must be a text',
  maxLength: ({ constraints }) => `must have at most ${constraints?.[0]} characters`,
  isBoolean: () => 'must be true or false',
  isDate: () => 'must be an instant',
  isObject: () => 'must be an object',
  isArray: () => 'must be a list',
  arrayNotEmpty: () => 'must not be empty',
  arrayMinSize: ({ constraints }) => `must have at least ${entries(constraints?.[0])}`,
  arrayMaxSize: ({ constraints }) => `must have at most ${entries(constraints?.[0])}`,
};

/** What is wrong with one property that stands at `path`, a message for each rule that it breaks. */
export function brokenRules(error: ValidationError, path: string): readonly string[] {
  const rules = rulesOf(error);
  return Object.entries(error.constraints ?? {}).map(([name, given]) => {
    const rule = rules.find((candidate) => candidate.name === name);
    const said = rule === undefined || rule.message !== undefined ? undefined : words[name]?.(rule, rules);
    if (said === undefined) return withPath(given, error.property, path);
    return rule?.each === true ? `each of ${path} ${said}` : `${path} ${said}`;
  });
}

function rulesOf({ target, property }: ValidationError): readonly Rule[] {
  if (target === undefined) return [];
  return getMetadataStorage()
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .filter(({ propertyName }) => propertyName === property);
}

/** Messages name their property first; here all of its path stands instead. */
function withPath(message: string, property: string, path: string): string {
  for (const lead of ['', 'each value in ', 'nested property ', 'each value in nested property ']) {
    if (message.startsWith(`${lead}${property} `)) return `${lead}${path}${message.slice(lead.length + property.length)}`;
  }
  return `${path}: ${message}`;
}

function numberWords(rules: readonly Rule[]): string {
  const bound = (name: string): unknown => rules.find((rule) => rule.name === name)?.constraints?.[0];
  const [min, max] = [bound('min'), bound('max')];
  const kind = rules.some(({ name }) => name === 'isInt') ? 'a whole number' : 'a finite number';
  if (min !== undefined && max !== undefined) return `must be ${kind} from ${min} to ${max}`;
  if (min !== undefined) return `must be ${kind} of at least ${min}`;
  return max === undefined ? `must be ${kind}` : `must be ${kind} of at most ${max}`;
}

const listWords = (values: unknown): string => (Array.isArray(values) ? values.join(', ') : '');
const entries = (count: unknown): string => (count === 1 ? '1 entry' : `${count} entries`);
