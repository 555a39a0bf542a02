import type { KitBlueprint } from './blueprint';
import { byCodeUnit } from './by-code-unit';

/** The members of the panel by name, each with the rounds they sit in and whether they can judge a competency there. */
export interface PanelMember {
  readonly member: string;
  readonly rounds: readonly number[];
  canJudge(competency: string, round: number): boolean;
}

export function panelOf({ rounds }: KitBlueprint): readonly PanelMember[] {
  const names = new Set(rounds.flatMap(({ seats = [] }) => seats.map(({ member }) => member)));
  return [...names].sort(byCodeUnit).map((member) => {
    const seatIn = (round: number) => rounds[round]?.seats?.find((seat) => seat.member === member);
    return {
      member,
      rounds: [...rounds.keys()].filter((round) => seatIn(round) !== undefined),
      canJudge(competency, round) {
        const seat = seatIn(round);
        return seat !== undefined && (seat.competencies === undefined || seat.competencies.includes(competency));
      },
    };
  });
}

/** Whose minutes are to be balanced, as lists of rounds: those of each member, or each round where nobody is named. */
export function loadsOf(blueprint: KitBlueprint): readonly (readonly number[])[] {
  const panel = panelOf(blueprint);
  return panel.length > 0 ? panel.map(({ rounds }) => rounds) : [...blueprint.rounds.keys()].map((round) => [round]);
}

/** Whether the seats of a round can together judge all competencies of a question. */
export function canBeJudged({ rounds }: KitBlueprint, round: number, competencies: readonly string[]): boolean {
  const seats = rounds[round]?.seats;
  if (seats === undefined) return true;
  return competencies.every((competency) =>
    seats.some((seat) => seat.competencies === undefined || seat.competencies.includes(competency)),
  );
}
