import ata30 from '../../fixtures/ata-30-max-quality.json';
import { noSolutionInSight } from '../../fixtures/programs';
import { oracleProgram, type OracleInstance } from '../../fixtures/oracle-program';
import { highsThread, type ThreadedSolver } from './highs-thread';

const proven = { timeLimitSeconds: 30, gap: 0 };
const easy = oracleProgram(ata30 as unknown as OracleInstance);

describe('highsThread', () => {
  let solver: ThreadedSolver;
  beforeEach(() => {
    solver = highsThread();
  });
  afterEach(() => solver.close());

  it('solves in another thread, again and again, and leaves nothing behind on it', async () => {
    const warned = jest.spyOn(process, 'emitWarning');
    for (let times = 0; times < 15; times += 1) {
      expect(await solver.solve(easy, proven)).toMatchObject({ status: 'optimal', objective: 614 });
    }
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  it('leaves the event loop free', async () => {
    await solver.solve(easy, proven);
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 10);
    expect(await solver.solve(noSolutionInSight(), { timeLimitSeconds: 0.5, gap: 0 })).toEqual({ status: 'timeLimit' });
    clearInterval(heart);
    expect(beats).toBeGreaterThan(3);
  });

  it('stops in the middle of solving when aborted, and serves the next', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    expect(await solver.solve(noSolutionInSight(), { ...proven, signal: controller.signal })).toEqual({ status: 'cancelled' });
    expect(await solver.solve(easy, proven)).toMatchObject({ objective: 614 });
  });

  it('does not begin when aborted before', async () => {
    expect(await solver.solve(easy, { ...proven, signal: AbortSignal.abort() })).toEqual({ status: 'cancelled' });
  });

  it('ends a worker that outlasts its time', async () => {
    const impatient = highsThread({ graceSeconds: -29.8 });
    expect(await impatient.solve(noSolutionInSight(), proven)).toEqual({ status: 'timeLimit' });
    await impatient.close();
  });

  it('lets further solves wait their turn, in order, and leave the queue when aborted', async () => {
    const finished: string[] = [];
    const controller = new AbortController();
    const note = (name: string) => (): void => void finished.push(name);
    const first = solver.solve(noSolutionInSight(), { timeLimitSeconds: 0.3, gap: 0 }).then(note('first'));
    const second = solver.solve(easy, proven).then(note('second'));
    const third = solver.solve(easy, { ...proven, signal: controller.signal });
    const fourth = solver.solve(easy, proven).then(note('fourth'));
    controller.abort();
    expect(await third).toEqual({ status: 'cancelled' });
    await Promise.all([first, second, fourth]);
    expect(finished).toEqual(['first', 'second', 'fourth']);
  });

  it('solves several at once where told to', async () => {
    const pair = highsThread({ concurrency: 2 });
    const answers = await Promise.all([pair.solve(easy, proven), pair.solve(easy, proven), pair.solve(easy, proven)]);
    expect(answers.map((answer) => answer.status)).toEqual(['optimal', 'optimal', 'optimal']);
    await pair.close();
  });

  it('rejects what breaks in the thread, and recovers', async () => {
    const unbounded = {
      sense: 'maximize',
      columns: [{ name: 'x', lower: 0, upper: Infinity, integer: false, cost: 1 }],
      rows: [],
    } as const;
    await expect(solver.solve(unbounded, proven)).rejects.toThrow('model status');
    expect(await solver.solve(easy, proven)).toMatchObject({ objective: 614 });
  });

  it('can be closed twice and used afterwards', async () => {
    await solver.solve(easy, proven);
    await solver.close();
    await solver.close();
    expect(await solver.solve(easy, proven)).toMatchObject({ objective: 614 });
  });
});
