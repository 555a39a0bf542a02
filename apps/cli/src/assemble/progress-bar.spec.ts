import { ProgressBar } from './progress-bar';

const written = (how: 'OVERWRITING' | 'LINES' | 'SILENT', play: (bar: ProgressBar, wait: (seconds: number) => void) => void): string => {
  let said = '';
  let now = 0;
  const bar = new ProgressBar(
    (text) => (said += text),
    how,
    60,
    () => now,
  );
  play(bar, (seconds) => (now += seconds * 1000));
  bar.done();
  return said;
};

describe('the progress of an assembly', () => {
  it('is a bar of the time used, with the best known and the bound, and leaves the line empty', () => {
    const said = written('OVERWRITING', (bar, wait) => {
      bar.onStep('Assembling');
      wait(15);
      bar.onProgress(935.5, 936.004);
      bar.onStep('What would help');
    });
    const lines = said.split('\r').filter((line) => line.trim() !== '');
    expect(lines[0]).toBe('Assembling [                    ] 0 % of the time allowed');
    expect(lines[1]?.trimEnd()).toBe('What would help [                    ] 0 % of the time allowed');
    expect(said.endsWith('\r')).toBe(true);
  });

  it('draws what it was told', () => {
    jest.useFakeTimers();
    try {
      const said = written('OVERWRITING', (bar, wait) => {
        bar.onStep('Assembling');
        wait(15);
        bar.onProgress(null, Infinity);
        jest.advanceTimersByTime(200);
        bar.onProgress(935.5, 936.004);
        jest.advanceTimersByTime(200);
      });
      expect(said).toContain('Assembling [=====               ] 25 % of the time allowed  nothing found yet');
      expect(said).toContain('25 % of the time allowed  best 935.5, bound 936');
    } finally {
      jest.useRealTimers();
    }
  });

  it('is a line for each step, or nothing at all', () => {
    const play = (bar: ProgressBar): void => {
      bar.onStep('Assembling');
      bar.onProgress(1, 2);
    };
    expect(written('LINES', play)).toBe('Assembling\n');
    expect(written('SILENT', play)).toBe('');
  });
});
