import { type PanelVote, dissenters } from './dissent';

const votes = (...recommendations: PanelVote['recommendation'][]): PanelVote[] =>
  recommendations.map((recommendation, index) => ({ raterId: `r${index}`, recommendation }));
const names = (...recommendations: PanelVote['recommendation'][]): string[] =>
  dissenters(votes(...recommendations)).map(({ raterId }) => raterId);

describe('who dissents', () => {
  it('is the smaller side, however strong', () => {
    expect(names('HIRE', 'STRONG_HIRE', 'NO_HIRE')).toEqual(['r2']);
    expect(names('STRONG_NO_HIRE', 'STRONG_HIRE', 'NO_HIRE', 'NO_HIRE', 'HIRE')).toEqual(['r1', 'r4']);
  });

  it('is nobody where all agree, where the panel is split in halves, and on an empty panel', () => {
    expect(names('HIRE', 'STRONG_HIRE')).toEqual([]);
    expect(names('NO_HIRE')).toEqual([]);
    expect(names('HIRE', 'NO_HIRE')).toEqual([]);
    expect(names()).toEqual([]);
  });
});
