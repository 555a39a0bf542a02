import { join } from 'node:path';
import { touchstone } from '../touchstone';
import type { AssemblyResult } from './result';

const bank = join(__dirname, '../../../../bank');

/** What the command prints as JSON for the two roles at once. */
async function assembled(kits: number): Promise<{ readonly code: number; readonly result: AssemblyResult }> {
  let out = '';
  const blueprints = ['big-data-lead-developer', 'big-data-technical-lead'].map((name) => join(bank, 'blueprints', `${name}.yaml`));
  const args = ['assemble', ...blueprints, '--bank', join(bank, 'questions'), '--kits', String(kits), '--strict', '--json'];
  const code = await touchstone(args, {
    out: (text) => (out += text),
    error: () => undefined,
    outIsTerminal: false,
    errorIsTerminal: false,
    columns: 80,
    noColor: true,
  });
  return { code, result: JSON.parse(out) as AssemblyResult };
}

describe('the shipped bank', () => {
  it('gives three strictly parallel kits for both roles at once, and a spare for each place: all 116 questions, each once', async () => {
    const { code, result } = await assembled(4);
    expect(code).toBe(0);
    expect(result).toMatchObject({ status: 'optimal', gap: 0 });
    expect(result.kits).toHaveLength(8);
    const used = result.kits.flatMap(({ rounds }) => rounds.flatMap(({ questions }) => questions.map(({ id }) => id)));
    expect([used.length, new Set(used).size]).toEqual([116, 116]);
    for (const role of [result.kits.slice(0, 4), result.kits.slice(4)]) {
      const shapes = role.map(({ rounds }) =>
        rounds.map(({ questions }) => questions.map(({ slot, kind, difficulty }) => [slot, kind, difficulty])),
      );
      for (const shape of shapes) expect(shape).toEqual(shapes[0]);
      const competencies = role.map(({ rounds }) =>
        rounds.flatMap(({ questions }) => questions.map((question) => question.competencies[0])),
      );
      for (const first of competencies) expect(new Set(first).size).toBe(first.length);
    }
  }, 60_000);
});
