import { exampleQuestion } from '../../test/example-question';
import { bankStats } from './bank-stats';

describe('what a bank looks like', () => {
  const minutes = [12, 20, 14, 30];
  const stats = bankStats(
    minutes.map((target, index) => ({
      ...exampleQuestion,
      id: `q${index}`,
      minutes: { target },
      difficulty: index === 0 ? (2 as const) : (4 as const),
    })),
  );

  it('is told in counts, the most frequent first', () => {
    expect(stats.questions).toBe(4);
    expect(stats.counts.find(({ what }) => what === 'difficulty')).toEqual({
      what: 'difficulty',
      of: 4,
      names: [
        { name: '4', count: 3 },
        { name: '2', count: 1 },
      ],
    });
    expect(stats.counts.find(({ what }) => what === 'kind')?.names).toEqual([{ name: 'case, short', count: 4 }]);
    expect(stats.counts.find(({ what }) => what === 'culprit')?.names).toEqual([{ name: 'newest-change', count: 4 }]);
  });

  it('and in least, middle and most', () => {
    expect(stats.spreads.find(({ what }) => what === 'minutes')).toEqual({ what: 'minutes', of: 4, least: 12, median: 14, most: 30 });
    expect(stats.spreads.find(({ what }) => what === 'lines of exhibits')).toEqual({
      what: 'lines of exhibits',
      of: 4,
      least: 4,
      median: 4,
      most: 4,
    });
  });

  it('is nothing for no questions', () => {
    expect(bankStats([])).toEqual({ questions: 0, counts: [], spreads: [], lengthCue: null });
  });
});
