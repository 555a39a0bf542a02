import { Refusal } from '../src/guard/refusal';

/** The codes of a refusal, or "read" where there is none. */
export async function refusalCode(read: () => unknown): Promise<string> {
  try {
    await read();
    return 'read';
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    for (const { message } of problem.faults) if (message.trim() === '') throw new Error('a refusal without words');
    return problem.faults.map(({ code }) => code).join(' ');
  }
}
