import { reviseRoleProfile } from './revise-role-profile';

const line = (competency: string, weight: number, source = '', critical = false) => ({ competency, weight, critical, source });
const before = [line('kafka', 60, 'workshop'), line('spark', 40, 'advertisement')];
const revise = (...wishes: ReturnType<typeof line>[]) => reviseRoleProfile(before, wishes, ['input', 'weights']);

describe('a new version of a role profile', () => {
  it('keeps the source of lines that stay', () => {
    const revised = revise(line('kafka', 60), line('spark', 40));
    expect(revised.ok && revised.value).toEqual([
      { ...before[0], changed: false },
      { ...before[1], changed: false },
    ]);
  });

  it('marks what is new: another weight, another source, another mark of being critical, another competency', () => {
    const revised = revise(line('kafka', 60, 'team'), line('spark', 30, 'team'), line('hive', 10, 'team'));
    expect(revised.ok && revised.value.map(({ changed }) => changed)).toEqual([true, true, true]);
    const critical = revise(line('kafka', 60, 'team', true), line('spark', 40));
    expect(critical.ok && critical.value.map(({ changed }) => changed)).toEqual([true, false]);
  });

  it('asks for the source of a changed line, and only of that', () => {
    const revised = revise(line('kafka', 61), line('spark', 39, 'team'));
    expect(revised.ok === false && revised.error.path).toEqual(['input', 'weights', '0', 'source']);
    const critical = revise(line('kafka', 60), line('spark', 40, ' ', true));
    expect(critical.ok === false && critical.error.path).toEqual(['input', 'weights', '1', 'source']);
  });

  it.each([
    [
      [line('kafka', 60), line('spark', 39.99, 'team')],
      ['input', 'weights'],
    ],
    [
      [line('kafka', 60), line('spark', 39.999, 'team')],
      ['input', 'weights', '1', 'weight'],
    ],
    [
      [line('kafka', 100, 'team'), line('spark', 0, 'team')],
      ['input', 'weights', '1', 'weight'],
    ],
    [
      [line('kafka', 50, 'team'), line('kafka', 50, 'team')],
      ['input', 'weights', '1', 'competency'],
    ],
  ])('refuses what is no profile', (wishes, path) => {
    const revised = revise(...wishes);
    expect(revised.ok === false && revised.error.path).toEqual(path);
  });

  it('adds hundredths without the noise of binary fractions', () => {
    expect(revise(line('kafka', 33.33, 'a'), line('spark', 33.33, 'a'), line('hive', 33.34, 'a')).ok).toBe(true);
  });
});
