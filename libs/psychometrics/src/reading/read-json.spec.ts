import { readJson } from '..';

describe('JSON', () => {
  const rating = { candidate: 'Al', rater: 'Ana', item: 'q', score: 3 };
  const codes = (document: unknown) => {
    const answer = readJson(document);
    return answer.ok ? 'read' : answer.error.map(({ row, code }) => [row, code]);
  };

  it('is read with its scale, as a list too, with numbers for names', () => {
    const answer = readJson({
      name: 'x',
      scale: { min: 1, max: 5 },
      ratings: [rating, { ...rating, candidate: 7 }, { ...rating, rater: 'Bo', score: null }],
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { notRated: 1, guess: null, table: { scale: { min: 1, max: 5 }, candidates: ['7', 'Al'] } },
    });
    expect(codes([rating])).toBe('read');
  });

  it('has one item for all where no rating names one, and misses a name where some do', () => {
    const without = { candidate: 'Al', rater: 'Ana', score: 3 };
    const answer = readJson([without, { ...without, rater: 'Bo' }]);
    expect(answer.ok && answer.value.table.items).toEqual(['all']);
    expect(codes([without, rating])).toEqual([[1, 'MISSING_NAME']]);
  });

  it.each([
    [null, [[0, 'NO_RATINGS']]],
    [{ ratings: [] }, [[0, 'NO_RATINGS']]],
    [{ rating: [rating] }, [[0, 'NO_RATINGS']]],
    [{ ratings: [rating], scale: { min: 5, max: 1 } }, [[0, 'OUT_OF_SCALE']]],
    [
      [rating, 5, { ...rating, score: undefined }],
      [
        [2, 'NOT_A_RATING'],
        [3, 'NOT_A_RATING'],
      ],
    ],
    [[{ ...rating, score: '3' }], [[1, 'NOT_A_NUMBER']]],
    [
      [
        { ...rating, item: ' ' },
        { ...rating, rater: undefined },
      ],
      [
        [1, 'MISSING_NAME'],
        [2, 'MISSING_NAME'],
      ],
    ],
    [[{ ...rating, score: null }, rating, rating], [[3, 'DUPLICATE']]],
    [{ ratings: [{ ...rating, score: 6 }], scale: { min: 1, max: 5 } }, [[1, 'OUT_OF_SCALE']]],
  ])('%j is refused: %j', (document, wanted) => expect(codes(document)).toEqual(wanted));
});
