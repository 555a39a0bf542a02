import { readFileSync } from 'node:fs';
import { parseBlueprintTemplate, parseCoveragePlan } from '@touchstone/bank-format';

/** The shipped kits of the two roles, and the plan of the bank that is to fill them: a change of one without the other fails here. */
const ROLES = ['big-data-lead-developer', 'big-data-technical-lead'] as const;

interface Place {
  readonly name: string;
  readonly categories: readonly string[];
  readonly competencies: readonly string[];
  readonly kinds: readonly string[];
  readonly minutes: number;
  readonly forms: readonly string[];
}

const read = <T>(path: string, parse: (text: string) => { ok: true; value: T } | { ok: false; error: unknown }): T => {
  const parsed = parse(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
};
const plan = read('bank/coverage-plan.yaml', parseCoveragePlan);
const templates = new Map(ROLES.map((role) => [role, read(`bank/blueprints/${role}.yaml`, parseBlueprintTemplate)]));

const inOrder = (places: readonly Place[]): Place[] => [...places].sort((a, b) => (a.name < b.name ? -1 : 1));
const sorted = (names: readonly string[] = []): string[] => [...names].sort();

describe.each(ROLES)('the template of the role %s', (role) => {
  const template = templates.get(role);

  it('has exactly the places of the plan: categories, competencies, kinds, minutes and lengths', () => {
    const slots = template?.rounds.flatMap((round) => round.slots) ?? [];
    const planned = plan.pools
      .filter((pool) => pool.roles.includes(role))
      .map((pool): Place => ({
        name: pool.name.toLowerCase(),
        categories: sorted(pool.categories),
        competencies: sorted(pool.competencies),
        kinds: sorted(pool.kinds),
        minutes: pool.minutes,
        forms: pool.form === undefined ? [] : [pool.form],
      }));
    const shipped = slots.map((slot): Place => ({
      name: slot.label.toLowerCase(),
      categories: sorted(slot.categories),
      competencies: sorted(slot.competencies),
      kinds: sorted(slot.kinds),
      minutes: slot.minutes,
      forms: [...new Set(Object.values(slot.forms))] as string[],
    }));
    expect(inOrder(shipped)).toEqual(inOrder(planned));
  });

  it('is a loop of four rounds that keep their time, for its own role', () => {
    expect(template?.roleProfile).toBe(role);
    expect(template?.rounds).toHaveLength(4);
    for (const { slots, minutes } of template?.rounds ?? []) {
      expect(slots.reduce((sum, slot) => sum + slot.minutes, 0)).toBeLessThanOrEqual(minutes.max);
    }
  });
});
