import type { GraphqlClient } from '../graphql-client';
import { documents } from './documents';

/** Where the story is told. */
export interface Tell {
  chapter(title: string): void;
  line(text: string): void;
}

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export async function tellKit(client: GraphqlClient, kitId: string, tell: Tell): Promise<void> {
  const { kit } = await client.ask(documents.kit, { id: kitId });
  const { report } = kit;
  const proof =
    report.status === 'OPTIMAL' ? 'no better kit exists, and that is proven' : `within ${(report.gap * 100).toFixed(1)} % of the best`;
  tell.line(`From ${plural(report.poolSize, 'approved question')}: ${proof} (${figure(report.seconds)} s).`);
  for (const round of kit.rounds) {
    tell.line(`  ${round.name}, ${round.plannedMinutes} of ${round.minutes} minutes`);
    for (const { plannedMinutes, questionVersion } of round.items) {
      tell.line(
        `    ${String(plannedMinutes).padStart(3)} min  ${questionVersion.title}  (${questionVersion.kind.toLowerCase().replaceAll('_', ' ')}, difficulty ${questionVersion.difficulty})`,
      );
    }
  }
  tell.line(`Published and frozen under ${kit.contentHash.slice(0, 12)}…`);
}

export async function tellProgress(client: GraphqlClient, loopId: string, tell: Tell): Promise<void> {
  const { loop } = await client.ask(documents.seal, { id: loopId });
  const { open, submitted, of } = loop.seal;
  tell.line(`${submitted} of ${of} scorecards submitted; the seal is ${open ? 'open' : 'closed'}.`);
  for (const { roundName, seats } of loop.interviews) {
    const each = seats.map(
      (seat: { submitted: boolean; member: { name: string } }) => `${seat.member.name} ${seat.submitted ? 'done' : 'not yet'}`,
    );
    tell.line(`  ${roundName}: ${each.join(', ')}`);
  }
}

/** In words: which scorecards this person gets to see, and whether there is a debrief and a score for her. */
export async function whatIsSeen(client: GraphqlClient, loopId: string): Promise<string> {
  const { scorecards } = await client.ask(documents.cards, { id: loopId });
  const { loop } = await client.ask(documents.debrief, { id: loopId });
  const authors = [...new Set(scorecards.edges.map(({ node }: { node: { member: { name: string } } }) => node.member.name))];
  const cards = authors.length === 0 ? 'no scorecard' : `the ${plural(scorecards.edges.length, 'scorecard')} of ${authors.join(', ')}`;
  return `${cards}; ${loop.debrief === null ? 'no debrief' : 'the debrief'}; ${loop.scores.__typename === 'LoopScores' ? `a score of ${figure(loop.scores.overall.value)}` : 'no score'}`;
}

/** Tells the debrief as the hiring manager reads it; gives the point that is most in dispute, and the middle of what the others gave. */
export async function tellDebrief(
  client: GraphqlClient,
  loopId: string,
  tell: Tell,
): Promise<{ questionVersionId: string; criterion: string; level: number } | null> {
  const { loop } = await client.ask(documents.debrief, { id: loopId });
  const { debrief, scores } = loop;
  for (const { member, recommendation, dissents } of debrief.conclusions) {
    tell.line(`  ${member.name} concluded ${recommendation.toLowerCase().replaceAll('_', ' ')}${dissents ? ', against the others' : ''}.`);
  }
  tell.line('To discuss first, because the panel differs most:');
  for (const { title, criterion, levels } of scores.disagreements
    .filter(({ toDiscuss }: { toDiscuss: boolean }) => toDiscuss)
    .slice(0, 3)) {
    tell.line(
      `  ${title}, criterion ${criterion}: ${levels.map(({ member, level }: { member: { name: string }; level: number }) => `${member.name} ${level}`).join(', ')}`,
    );
  }
  const { overall, ratedWeightShare, recommendation, competencies } = scores;
  const between =
    overall.interval === null
      ? ''
      : `, between ${figure(overall.interval.lower)} and ${figure(overall.interval.upper)} with 95 % confidence`;
  tell.line(`Overall ${figure(overall.value)} of 5${between}, from ${plural(overall.n, 'rating')} by ${plural(overall.raters, 'rater')};`);
  tell.line(`that covers ${(ratedWeightShare * 100).toFixed(0)} % of the weight of the role, the rest was not asked and is not guessed.`);
  for (const { competency, estimate } of competencies.filter(
    ({ estimate: { value } }: { estimate: { value: number | null } }) => value !== null,
  )) {
    tell.line(`  ${competency.padEnd(30)} ${figure(estimate.value)}  (${plural(estimate.n, 'rating')})`);
  }
  tell.line(`The registered rule says: ${recommendation.recommendation.toLowerCase().replaceAll('_', ' ')}.`);
  for (const { competency, minimum, value, met } of recommendation.mustHaves) {
    tell.line(
      `  must-have ${competency} at least ${figure(minimum)}: ${value === null ? 'not rated' : `${figure(value)}, ${met ? 'met' : 'not met'}`}`,
    );
  }
  const [worst] = scores.disagreements;
  if (worst === undefined) return null;
  const levels = worst.levels
    .filter(({ member }: { member: { name: string } }) => member.name !== 'Ivo Marković')
    .map(({ level }: { level: number }) => level);
  return { questionVersionId: worst.questionVersionId, criterion: worst.criterion, level: Math.max(...levels) };
}
