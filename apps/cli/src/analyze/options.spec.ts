import { WrongUsage } from './input/faults';
import { optionsOf } from './options';

describe('the flags of touchstone analyze', () => {
  it('have values where none is given', () => {
    expect(optionsOf({})).toEqual({ columns: {}, seed: 1, format: 'terminal' });
  });

  it.each([
    ['1-5', { min: 1, max: 5 }],
    ['0..10', { min: 0, max: 10 }],
    ['-2 to 2', { min: -2, max: 2 }],
    ['-3--1', { min: -3, max: -1 }],
    ['0.5:4.5', { min: 0.5, max: 4.5 }],
  ])('know the scale %s', (scale, wanted) => expect(optionsOf({ scale }).scale).toEqual(wanted));

  it.each(['5', '5-5', '9-1', 'a-b', '1-5-9', ''])('refuse the scale “%s”', (scale) =>
    expect(() => optionsOf({ scale })).toThrow(WrongUsage),
  );

  it('name columns, with commas in their names too', () => {
    expect(optionsOf({ columns: ['candidate=Last, first,rater = Who', 'score=D'], wide: true }).columns).toEqual({
      candidate: 'Last, first',
      rater: 'Who',
      score: 'D',
      form: 'WIDE',
    });
    for (const columns of [['name=A'], ['A'], ['candidate='], ['candidate=A,rater=A']])
      expect(() => optionsOf({ columns })).toThrow(WrongUsage);
  });

  it.each([{ seed: '1.5' }, { seed: '' }, { target: '1' }, { target: '0' }, { places: '0' }, { cutOff: 'x' }, { json: true, html: true }])(
    'refuse %j',
    (flags) => expect(() => optionsOf(flags)).toThrow(WrongUsage),
  );
});
