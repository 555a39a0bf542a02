import { type GraphQLError, Lexer, Source, TokenKind } from 'graphql';
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
} as const;

/** Looks at the text before any parser does: deep nesting would overflow its stack. */
export function screenDocument(text: unknown): GraphQLError | null {
  if (typeof text !== 'string') return null;
  if (text.length > limits.characters) {
    return refuse('LIMIT_EXCEEDED', `The document has ${text.length} characters; ${limits.characters} are allowed.`);
  }
  return nestsTooDeep(text) ? refuse('LIMIT_EXCEEDED', `The document nests deeper than ${limits.nesting} brackets.`) : null;
}

/** The same for variables, which arrive already read. */
export function screenVariables(variables: unknown): GraphQLError | null {
  return tooDeep(variables, limits.nesting) ? refuse('LIMIT_EXCEEDED', `The variables nest deeper than ${limits.nesting} levels.`) : null;
}

/** Counts brackets as the parser will meet them: one in a comment or a string neither opens a level nor buys one back. */
function nestsTooDeep(text: string): boolean {
  // Most documents have fewer brackets than levels are allowed.
  if ((text.match(/[{[(]/g)?.length ?? 0) <= limits.nesting) return false;
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; kind = lexer.advance().kind) {
      if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L) depth += 1;
      else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R) depth = Math.max(0, depth - 1);
      if (depth > limits.nesting) return true;
    }
  } catch {
    // No GraphQL from here on; the parser stops at the same place and says so.
  }
  return false;
}

function tooDeep(value: unknown, allowed: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (allowed === 0) return true;
  return Object.values(value).some((entry) => tooDeep(entry, allowed - 1));
}
