import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleQuestion } from '../../test/example-question';
import type { ReviewedFact } from '../upkeep-shapes';
import { parseBankFile } from '../parse-bank';
import { claimLog, openClaims } from './claim-log';

const openOf = (fact: ReviewedFact): number => openClaims(claimLog([{ ...exampleQuestion, reviewedFacts: [fact] }])).length;
const checked = {
  fact: 'Water boils at 100 °C.',
  class: 'A',
  source: 'Handbook, 3rd edition, table 2',
  how: 'read there',
  result: 'verified',
} as const;

describe('the log of claims', () => {
  it('numbers the facts of each question', () => {
    const log = claimLog([
      { ...exampleQuestion, id: 'a-1', reviewedFacts: ['One.', { fact: 'Two.', criteria: ['c1', 'c2'] }] },
      { ...exampleQuestion, id: 'b-1', reviewedFacts: [checked] },
    ]);
    expect(log.map(({ id, fact, criteria, how }) => [id, fact, criteria, how])).toEqual([
      ['a-1.f1', 'One.', '', ''],
      ['a-1.f2', 'Two.', 'c1 c2', ''],
      ['b-1.f1', checked.fact, '', 'read there'],
    ]);
  });

  it('calls open what scores depend on and nobody has checked to the end', () => {
    expect(openOf(checked)).toBe(0);
    expect(openOf({ ...checked, how: undefined })).toBe(1);
    expect(openOf({ ...checked, source: undefined })).toBe(1);
    expect(openOf({ ...checked, result: 'conditional' })).toBe(1);
    expect(openOf({ ...checked, result: 'conditional', condition: 'at sea level' })).toBe(0);
    expect(openOf({ ...checked, result: 'not-found' })).toBe(1);
    expect(openOf({ ...checked, class: 'B', how: undefined })).toBe(0);
    expect(openOf({ ...checked, class: 'B', how: undefined, criteria: ['c1'] })).toBe(1);
  });

  it('has nothing open in the shipped bank', () => {
    const folder = join(__dirname, '../../../../bank/questions');
    const questions = readdirSync(folder).flatMap((name) => {
      const file = parseBankFile(readFileSync(join(folder, name), 'utf8'));
      if (!file.ok) throw new Error(`${name} cannot be read`);
      return file.value.questions;
    });
    expect(questions).toHaveLength(116);
    expect(openClaims(claimLog(questions)).map(({ id }) => id)).toEqual([]);
  });
});
