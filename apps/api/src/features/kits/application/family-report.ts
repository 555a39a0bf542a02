import type { FamilyReport, SlotReport } from '@touchstone/interviewing/kits';
import { kitsOf, type PoolQuestion, type SolvedFamily, verifyFamily } from '@touchstone/kit-assembly';
import type { FamilyFacts } from './family-facts';

/** What is known of a family that was just solved: its proof, and, counted from the questions once more, how alike its kits are. */
export function reportOnFamily({ kits, ...solved }: SolvedFamily, { family, pool }: FamilyFacts, solver: string): FamilyReport {
  const questionOf = new Map(pool.map((question) => [question.id, question]));
  const questions = kits.map(({ rounds }) =>
    rounds.flatMap(({ items }) => items.flatMap(({ questionId }) => questionOf.get(questionId) ?? [])),
  );
  return {
    status: solved.proof === 'optimal' ? 'OPTIMAL' : 'TIME_LIMIT',
    solver,
    objective: solved.objective,
    bound: solved.bound,
    gap: solved.gap,
    seconds: solved.seconds,
    verified: verifyFamily(kits, family, pool).length === 0,
    slots: slotsOf(kits, family, questionOf),
    difficultySums: questions.map((own) => hundredths(own.map(({ difficulty }) => difficulty))),
    mostShared: mostShared(questions),
    poolSize: pool.length,
  };
}

function slotsOf(kits: SolvedFamily['kits'], family: FamilyFacts['family'], questionOf: ReadonlyMap<string, PoolQuestion>): SlotReport[] {
  const owners = kitsOf(family).map(({ member }) => member);
  return family.members.flatMap(({ name, blueprint }, member) => {
    const own = kits.filter((_, index) => owners[index] === member);
    return blueprint.rounds.flatMap((round, roundIndex) =>
      (round.slots ?? []).map(({ label }, slot): SlotReport => {
        const fills = own.flatMap(({ rounds }) => {
          const item = rounds[roundIndex]?.items.find((one) => one.slot === slot);
          return (item && questionOf.get(item.questionId)) ?? [];
        });
        return {
          member: name,
          round: round.name,
          slot: label,
          kinds: fills.map(({ kind }) => kind),
          difficulties: fills.map(({ difficulty }) => difficulty),
        };
      }),
    );
  });
}

/** Difficulties have two decimals at most. */
const hundredths = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + Math.round(figure * 100), 0) / 100;

function mostShared(kits: readonly (readonly PoolQuestion[])[]): number {
  const sharing = kits.flatMap((one, index) =>
    kits.slice(index + 1).map((other) => one.filter((question) => other.includes(question)).length),
  );
  return Math.max(0, ...sharing);
}
