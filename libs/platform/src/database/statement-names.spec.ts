import { StatementNames } from './statement-names';

describe('names of prepared statements', () => {
  it('are given to a text that comes the third time, and stay', () => {
    const names = new StatementNames(true);
    expect([names.of('SELECT 1'), names.of('SELECT 1')]).toEqual([undefined, undefined]);
    const name = names.of('SELECT 1');
    expect(name).toMatch(/^t_[0-9a-f]{24}$/);
    expect(names.of('SELECT 1')).toBe(name);
  });

  it('differ from text to text, and are the same in every process', () => {
    const named = (sql: string): string | undefined => {
      const names = new StatementNames(true);
      return [names.of(sql), names.of(sql), names.of(sql)].at(-1);
    };
    expect(named('SELECT 1')).not.toBe(named('SELECT 2'));
    expect(named('SELECT 1')).toBe(named('SELECT 1'));
  });

  it('are not given without end: the server keeps every named statement of a connection', () => {
    const names = new StatementNames(true);
    const given = new Set<string>();
    for (let number = 0; number < 1_000; number += 1) {
      for (let time = 0; time < 3; time += 1) {
        const name = names.of(`SELECT ${number}`);
        if (name !== undefined) given.add(name);
      }
    }
    expect(given.size).toBe(250);
  });

  it('are not given where a pooler knows no prepared statements', () => {
    const names = new StatementNames(false);
    for (let time = 0; time < 5; time += 1) expect(names.of('SELECT 1')).toBeUndefined();
  });
});
