import { createHash } from 'node:crypto';
import { freezeKit } from './freeze-kit';

const weight = (competencySlug: string, weight: number): { competencySlug: string; weight: number; critical: boolean } => ({
  competencySlug,
  weight,
  critical: false,
});
const profile = { slug: 'role', revision: 3, weights: [weight('b', 60), weight('a', 40)] };
const item = { questionId: 'q1', questionVersionId: 'v1', plannedMinutes: 10 };
const rounds = [{ name: 'One', minutes: 60, items: [item, { ...item, questionId: 'q2', questionVersionId: 'v2' }] }];
const hashOf = (id: string): string => `hash of ${id}`;
const frozen = freezeKit(profile, rounds, hashOf);

describe('a frozen kit', () => {
  it('is hashed over its own document', () => {
    expect(frozen.contentHash).toBe(createHash('sha256').update(frozen.document).digest('hex'));
    expect(JSON.parse(frozen.document)).toEqual({
      format: 'kit/1',
      roleProfile: {
        slug: 'role',
        revision: 3,
        weights: [
          { competency: 'a', weight: 40, critical: false },
          { competency: 'b', weight: 60, critical: false },
        ],
      },
      rounds: [
        {
          name: 'One',
          minutes: 60,
          items: [
            { ...item, contentHash: 'hash of v1' },
            { ...item, questionId: 'q2', questionVersionId: 'v2', contentHash: 'hash of v2' },
          ],
        },
      ],
    });
  });

  it('does not depend on the order of the weights, but on everything else', () => {
    expect(freezeKit({ ...profile, weights: profile.weights.toReversed() }, rounds, hashOf)).toEqual(frozen);
    const others = [
      freezeKit({ ...profile, revision: 4 }, rounds, hashOf),
      freezeKit({ ...profile, weights: [weight('a', 60), weight('b', 40)] }, rounds, hashOf),
      freezeKit(profile, [{ ...rounds[0]!, minutes: 61 }], hashOf),
      freezeKit(profile, [{ ...rounds[0]!, items: rounds[0]!.items.toReversed() }], hashOf),
      freezeKit(profile, [{ ...rounds[0]!, items: [{ ...item, plannedMinutes: 11 }, rounds[0]!.items[1]!] }], hashOf),
      freezeKit(profile, rounds, (id) => `another hash of ${id}`),
    ];
    expect(new Set([frozen, ...others].map(({ contentHash }) => contentHash)).size).toBe(7);
  });
});
