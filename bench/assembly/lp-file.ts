import type { LinearProgram, Term } from '@touchstone/kit-assembly';

/** A program as text in the LP format that CBC and GLPK read. Columns are called `x0`, `x1` and so on, in order. */
export function lpText({ sense, columns, rows }: LinearProgram): string {
  const sum = (terms: readonly Term[]): string =>
    wrapped(terms.map(({ column, coefficient }) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} x${column}`));
  const priced = columns.flatMap(({ cost }, column) => (cost === 0 ? [] : [{ column, coefficient: cost }]));
  const constraints = rows.flatMap(({ lower, upper, terms }, index) => {
    if (terms.length === 0) return [];
    const left = sum(terms);
    if (lower === upper) return [` r${index}: ${left} = ${lower}`];
    return [
      ...(Number.isFinite(lower) ? [` r${index}l: ${left} >= ${lower}`] : []),
      ...(Number.isFinite(upper) ? [` r${index}u: ${left} <= ${upper}`] : []),
    ];
  });
  const isBinary = (column: number): boolean => columns[column]?.lower === 0 && columns[column].upper === 1;
  const names = [...columns.keys()];
  const others = names.filter((column) => !isBinary(column));
  return [
    sense === 'maximize' ? 'Maximize' : 'Minimize',
    ` obj: ${priced.length === 0 ? '0 x0' : sum(priced)}`,
    'Subject To',
    ...constraints,
    'Bounds',
    ...others.map((column) => ` ${columns[column]?.lower} <= x${column} <= ${columns[column]?.upper}`),
    'General',
    ` ${wrapped(others.map((column) => `x${column}`))}`,
    'Binary',
    ` ${wrapped(names.filter(isBinary).map((column) => `x${column}`))}`,
    'End',
    '',
  ]
    .filter((line, index, lines) => !(others.length === 0 && (line === 'Bounds' || line === 'General' || lines[index - 1] === 'General')))
    .join('\n');
}

/** Readers of the format give up on very long lines. */
function wrapped(parts: readonly string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < parts.length; at += 12) lines.push(parts.slice(at, at + 12).join(' '));
  return lines.join('\n  ');
}
