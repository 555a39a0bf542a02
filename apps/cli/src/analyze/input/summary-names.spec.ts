import { summariesNamed } from './summary-names';

describe('rows and columns that sum others up', () => {
  it('are pointed at, and names that only begin like one are not', () => {
    const named = { candidates: ['Ann', 'Average', 'Meanwell'], raters: ['Bo', ' TOTAL '], items: ['overall'] };
    expect(summariesNamed(named)).toEqual([
      'Look: “Average” was taken for a candidate. If it sums others up, take it out of the file.',
      'Look: “ TOTAL ” was taken for an interviewer. If it sums others up, take it out of the file.',
      'Look: “overall” was taken for a question. If it sums others up, take it out of the file.',
    ]);
    expect(summariesNamed({ candidates: ['Ann'], raters: ['Totalski'], items: ['Sum of squares'] })).toEqual([]);
  });
});
