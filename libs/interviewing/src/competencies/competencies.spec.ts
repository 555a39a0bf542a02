import { checkRoleProfile, checkScaleRange, checkSlug, isLevel, isSlug } from '.';

describe('a slug', () => {
  it.each(['spark-tuning', 'dc-consistency-coordination', 'a', 'a1-2'])('%s is one', (text) => expect(isSlug(text)).toBe(true));
  it.each(['', 'Spark', '-a', 'a-', 'a--b', '1a', 'a_b', 'ä', 'a b', '__proto__', 'a'.repeat(81)])('%j is none', (text) => {
    expect(checkSlug(text, ['input', 'slug'])).toMatchObject({ ok: false, error: { path: ['input', 'slug'] } });
  });
});

describe('a rating scale', () => {
  it('has 3 to 7 levels in whole numbers', () => {
    expect(
      [
        [1, 3],
        [1, 5],
        [0, 6],
      ].every(([min, max]) => checkScaleRange({ min: min!, max: max! }, []).ok),
    ).toBe(true);
    expect(
      [
        [1, 2],
        [1, 8],
        [5, 1],
        [1, 4.5],
        [NaN, 5],
      ].some(([min, max]) => checkScaleRange({ min: min!, max: max! }, []).ok),
    ).toBe(false);
  });

  it('knows its levels', () => {
    const levels = [0, 1, 2.5, 3, 5, 6, NaN].filter((level) => isLevel(level, { min: 1, max: 5 }));
    expect(levels).toEqual([1, 3, 5]);
  });
});

describe('a role profile', () => {
  const line = (competency: string, weight: number, source = 'workshop of 3 March') => ({
    competency,
    weight,
    critical: false,
    source,
  });
  const fault = (...lines: ReturnType<typeof line>[]): string => {
    const result = checkRoleProfile(lines);
    return result.ok ? 'none' : result.error.path.join('.');
  };

  it('adds up to 100', () => {
    expect(fault(line('a', 60), line('b', 40))).toBe('none');
    expect(fault(...Array.from({ length: 30 }, (_, index) => line(`c${index}`, 100 / 30)))).toBe('none');
    expect(fault(line('a', 60), line('b', 39.9))).toBe('input.competencies');
    expect(fault()).toBe('input.competencies');
  });

  it('names each competency once, with a weight and a source', () => {
    expect(fault(line('a', 50), line('a', 50))).toBe('input.competencies.1.competency');
    expect(fault(line('A', 100))).toBe('input.competencies.0.competency');
    expect(fault(line('a', 0), line('b', 100))).toBe('input.competencies.0.weight');
    expect(fault(line('a', NaN))).toBe('input.competencies.0.weight');
    expect(fault(line('a', 100, ' '))).toBe('input.competencies.0.source');
  });
});
