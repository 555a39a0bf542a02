import { readFileSync } from 'node:fs';
import * as ts from 'typescript';
import { readSources } from './sources';

/** Abbreviations that people read as words. */
const ABBREVIATIONS = new Set(['IANA', 'UTC', 'JSON', 'YAML', 'SHA', 'URL', 'HTTP', 'UUID', 'SQL', 'CSV', 'API']);
/** Who makes messages for people, and which argument the message is. */
const SPEAKERS: Readonly<Record<string, number>> = { conflict: 0, invalid: 0, notAllowed: 0, notFound: 0, refuse: 1, wsRefusal: 1 };
/** Names of values that are states, kinds or actions: enumerated, and written in capitals. */
const ENUMERATED = /^(status|state|kind|action|outcome|recommendation|role|policy|seatKind|interviewStatus|computed|from|to)$/;

const product = readSources().filter(
  ({ path }) =>
    /^(apps\/api\/src|libs\/(interviewing|kernel|kit-assembly|bank-format|platform)\/src)\//.test(path) && !/spec\.ts$/.test(path),
);

/** The texts that people read, each with where it stands: what is passed to those who make refusals, and `message` properties. */
function messagesOf(path: string): readonly { readonly at: string; readonly text: ts.Expression }[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: { at: string; text: ts.Expression }[] = [];
  const keep = (text: ts.Expression | undefined): void => {
    if (text !== undefined) found.push({ at: `${path}:${source.getLineAndCharacterOfPosition(text.getStart()).line + 1}`, text });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const place = SPEAKERS[node.expression.text];
      if (place !== undefined) keep(node.arguments[place]);
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'message') keep(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The pieces of a text that are written there, and what is put between them. */
function partsOf(text: ts.Expression): { readonly written: readonly string[]; readonly put: readonly ts.Expression[] } {
  if (ts.isStringLiteralLike(text)) return { written: [text.text], put: [] };
  if (ts.isTemplateExpression(text))
    return {
      written: [text.head.text, ...text.templateSpans.map(({ literal }) => literal.text)],
      put: text.templateSpans.map(({ expression }) => expression),
    };
  if (ts.isConditionalExpression(text)) {
    const [one, other] = [partsOf(text.whenTrue), partsOf(text.whenFalse)];
    return { written: [...one.written, ...other.written], put: [...one.put, ...other.put] };
  }
  return { written: [], put: [] };
}

const lastName = (expression: ts.Expression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : '';

const messages = product.flatMap(({ path }) => messagesOf(path));

describe('what people read', () => {
  it('is there to be looked at', () => {
    expect(messages.length).toBeGreaterThan(150);
  });

  it('has words for states, kinds and roles, not their names in the code', () => {
    const shouted = messages.flatMap(({ at, text }) =>
      partsOf(text).written.flatMap((written) =>
        [...written.matchAll(/\b[A-Z]{2,}(?:_[A-Z]+)*\b/g)]
          .map(([name]) => name)
          .filter((name) => !ABBREVIATIONS.has(name))
          .map((name) => `${at}: ${name}`),
      ),
    );
    expect(shouted).toEqual([]);
  });

  it('does not put a state, kind or role into a sentence as it is', () => {
    const put = messages.flatMap(({ at, text }) =>
      partsOf(text)
        .put.filter((expression) => ENUMERATED.test(lastName(expression)))
        .map((expression) => `${at}: ${expression.getText()}`),
    );
    expect(put).toEqual([]);
  });

  it('ends a sentence once', () => {
    const twice = messages.flatMap(({ at, text }) =>
      partsOf(text)
        .written.filter((written) => /[.!?]\.|\.\s\./.test(written))
        .map((written) => `${at}: ${written}`),
    );
    expect(twice).toEqual([]);
  });
});
