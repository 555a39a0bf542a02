import type { KitBlueprint } from './blueprint';
import type { BlueprintFault } from './blueprint-fault';
import { isCount } from './bound-faults';
import { panelOf } from './panel';
import type { PoolQuestion } from './pool-question';

/** What is wrong with the seats of the rounds, the wishes for raters and for an even load? */
export function panelFaults(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): BlueprintFault[] {
  const bad = (path: readonly string[], message: string): BlueprintFault => ({ code: 'BAD_PANEL', path, message });
  const panel = panelOf(blueprint);
  const faults: BlueprintFault[] = [];
  blueprint.rounds.forEach(({ name, seats }, index) => {
    const path = ['rounds', String(index), 'seats'];
    if (seats?.length === 0)
      faults.push(bad(path, `Round '${name}' has an empty list of seats. Name who interviews, or leave the list out.`));
    seats?.forEach(({ member }, seat) => {
      if (member.trim() === '') faults.push(bad([...path, String(seat), 'member'], 'A seat needs a member.'));
      if (seats.findIndex((other) => other.member === member) < seat)
        faults.push(bad([...path, String(seat), 'member'], `'${member}' sits twice in round '${name}'. Name them once.`));
    });
  });
  (blueprint.raters ?? []).forEach(({ competency, min, soft }, index) => {
    const path = ['raters', String(index)];
    if (!isCount(min) || min === 0)
      faults.push(bad([...path, 'min'], `The number of interviewers for '${competency}' is a whole number from 1, not ${min}.`));
    if (soft !== undefined && (!isCount(soft) || soft === 0))
      faults.push(bad([...path, 'soft'], `Soft is a whole number of points from 1, not ${soft}. Leave it out for a hard limit.`));
    if (panel.length === 0) faults.push(bad(path, `Who rates '${competency}' is known only where rounds have seats. Give them seats.`));
    const able = panel.filter(({ rounds, canJudge }) => rounds.some((round) => canJudge(competency, round))).length;
    if (panel.length > 0 && soft === undefined && able < min)
      faults.push(
        bad(
          [...path, 'min'],
          `Competency '${competency}' wants ${min} interviewers, but only ${able} of the panel can judge it. Add a seat, or ask for fewer.`,
        ),
      );
    if (soft === undefined && !pool.some(({ competencies }) => competencies.includes(competency)))
      faults.push({
        code: 'UNKNOWN_IN_POOL',
        path: [...path, 'competency'],
        message: `Interviewers are to rate '${competency}', but no question of the pool has it. Check the spelling or widen the pool.`,
      });
  });
  const { load } = blueprint;
  if (load !== undefined && !isCount(load.apart))
    faults.push(bad(['load', 'apart'], `How far loads may be apart is a whole number of minutes from 0, not ${load.apart}.`));
  if (load?.soft !== undefined && (!isCount(load.soft) || load.soft === 0))
    faults.push(bad(['load', 'soft'], `Soft is a whole number of points from 1, not ${load.soft}. Leave it out for a hard limit.`));
  return faults;
}
