import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { arbitraryBank } from '../test/arbitrary-bank';
import { sampleQuestion, withChange } from '../test/sample-question';
import { bankFileSchema } from './bank-schema';
import { FaultLog } from './fault-log';
import { readBankFile } from './parse-bank';
import { printBankJson } from './print-bank';

/** An independent validator over the published schema. */
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: false });
addFormats(ajv);
const published = JSON.parse(readFileSync(join(__dirname, '../schema/interview-bank-1.schema.json'), 'utf8')) as object;
const accepts = ajv.compile(published);

const bankOf = (question: unknown): object => ({ format: 'interview-bank/1', bank: { id: 'b', title: 'B' }, questions: [question] });
const reads = (value: unknown): boolean => readBankFile(JSON.parse(JSON.stringify(value)), new FaultLog()) !== undefined;

describe('the published JSON Schema', () => {
  it('is the one that the shapes give (npm run schema brings it up to date)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(bankFileSchema())));
  });

  it('accepts, by an independent validator, every file that is printed', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        expect([accepts(JSON.parse(printBankJson(bank))), accepts.errors]).toEqual([true, null]);
      }),
    );
  });

  const everywhere = paths(sampleQuestion);
  it('refuses what the reader refuses, wherever one value of the sample is replaced by one of another type', () => {
    expect(everywhere.length).toBeGreaterThan(150);
    for (const path of everywhere) {
      if (path[0] === 'extensions') continue; // anything goes in there
      for (const wrong of [{ no: 1 }, [[]], 1e9, true, `${'x'.repeat(20_001)}`]) {
        const value = bankOf(withChange(sampleQuestion, path, wrong));
        expect([path.join('.'), accepts(value)]).toEqual([path.join('.'), reads(value)]);
      }
    }
  });

  it('needs what the reader needs, and refuses members that nobody knows', () => {
    for (const path of everywhere) {
      if (typeof path.at(-1) === 'number' || path[0] === 'extensions') continue;
      const without = bankOf(withChange(sampleQuestion, path, undefined));
      expect([path.join('.'), accepts(without)]).toEqual([path.join('.'), reads(without)]);
    }
    for (const path of everywhere) {
      if (path[0] === 'extensions') continue;
      const stranger = bankOf(withChange(sampleQuestion, [...path.slice(0, -1), 'stranger'], 'x'));
      expect([path.join('.'), accepts(stranger)]).toEqual([path.join('.'), reads(stranger)]);
    }
  });

  it('says of every member what it means', () => {
    const definitions = Object.entries(
      (published as { $defs: Record<string, { properties?: Record<string, { description?: string }> }> }).$defs,
    );
    const silent = definitions.flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).flatMap(([member, { description }]) => ((description ?? '').length > 3 ? [] : [`${name}.${member}`])),
    );
    expect([definitions.length > 15, silent]).toEqual([true, []]);
  });
});

function paths(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const members: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...(path.length === 0 ? [] : [path]), ...members.flatMap(([name, member]) => paths(member, [...path, name]))];
}
