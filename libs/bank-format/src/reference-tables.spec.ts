import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD_INPUT } from '../test/bad-input';
import { faultText } from './bank-fault';
import { ALL_RULES } from './lint/rules';
import { parseBankFile } from './parse-bank';
import { memberTables, ruleTable, withPart } from './reference-tables';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

describe('the README', () => {
  it('lists every member and every rule as they are (npm run schema brings it up to date)', () => {
    expect(withPart(readme, 'members', memberTables())).toBe(readme);
    expect(withPart(readme, 'rules', ruleTable())).toBe(readme);
  });

  it('says of every bad input what is answered', () => {
    for (const { what, says } of BAD_INPUT) expect(readme).toContain(`| ${what} | ${says.replaceAll('|', '\\|')} |`);
  });

  it('has no rule without a reason', () => {
    for (const { id, asks, why } of ALL_RULES) expect([id, asks.endsWith('?'), why.length > 20]).toEqual([id, true, true]);
    expect(new Set(ALL_RULES.map(({ id }) => id)).size).toBe(ALL_RULES.length);
  });
});

describe('a file that cannot be used', () => {
  it.each(BAD_INPUT)('with $what is refused, with its place and how to mend it', ({ text, says }) => {
    const before = performance.now();
    const file = parseBankFile(text);
    expect(file.ok ? [] : file.error.map(faultText).slice(0, 1)).toEqual([says]);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
