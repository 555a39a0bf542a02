import type { GraphQLError } from 'graphql';
import { refuse } from './request-error';

export const limits = {
  characters: 20_000,
  nesting: 64,
  tokens: 2_000,
  depth: 16,
  aliases: 30,
  rootFields: 20,
  directives: 20,
  cost: 25_000,
  variablesBytes: 512_000,
} as const;

/** Looks at the text before any parser does: deep nesting would overflow its stack. */
export function screenDocument(text: unknown): GraphQLError | null {
  if (typeof text !== 'string') return null;
  if (text.length > limits.characters) {
    return refuse('LIMIT_EXCEEDED', `The document has ${text.length} characters; ${limits.characters} are allowed.`);
  }
  let depth = 0;
  for (const character of text) {
    if (character === '{' || character === '[' || character === '(') depth += 1;
    else if (character === '}' || character === ']' || character === ')') depth -= 1;
    if (depth > limits.nesting) return refuse('LIMIT_EXCEEDED', `The document nests deeper than ${limits.nesting} brackets.`);
  }
  return null;
}
