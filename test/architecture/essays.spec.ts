import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '../../libs/psychometrics/src');
const parsed = (path: string): ts.SourceFile => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);

interface Exported {
  readonly name: string;
  readonly path: string;
}

/** Values, not types, of the table of contents. */
const exported: readonly Exported[] = parsed(join(root, 'index.ts')).statements.flatMap((statement) => {
  if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || statement.exportClause === undefined) return [];
  if (!ts.isNamedExports(statement.exportClause) || statement.moduleSpecifier === undefined) return [];
  const path = join(root, `${(statement.moduleSpecifier as ts.StringLiteral).text}.ts`);
  return statement.exportClause.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => ({ name: name.text, path }));
});

/** The text before the function or class of that name; null where it is a constant of data. */
function essayOn({ name, path }: Exported): string | null {
  for (const statement of parsed(path).statements) {
    const text = (): string => statement.getFullText().slice(0, statement.getStart() - statement.getFullStart());
    if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name?.text === name) return text();
    if (!ts.isVariableStatement(statement)) continue;
    const own = statement.declarationList.declarations.find((one) => one.name.getText() === name);
    if (own !== undefined) return own.initializer !== undefined && ts.isArrowFunction(own.initializer) ? text() : null;
  }
  throw new Error(`${name} is not declared in ${path}`);
}

describe('the essays of the psychometrics', () => {
  const essays = exported.flatMap((one) => {
    const essay = essayOn(one);
    return essay === null ? [] : [[one.name, essay] as const];
  });

  it('are there to be looked at', () => expect(essays.length).toBeGreaterThan(70));

  it.each(essays)('%s says what it answers, what it costs, and whose idea it is', (_, essay) => {
    expect(essay).toMatch(/\/\*\*[^]*\?/);
    expect(essay).toMatch(/\bCost\b/);
    expect(essay).toMatch(/\bSource:/);
  });
});
