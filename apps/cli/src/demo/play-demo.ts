import type { GraphqlClient } from '../graphql-client';
import { documents } from './documents';
import { holdInterview, rate, submit, type Temperament } from './rating';
import { type Cast, key, must, openPosition, planLoop, publishKit } from './steps';
import { type Tell, tellDebrief, tellKit, tellProgress, whatIsSeen } from './telling';

const PANEL = ['Lena Lindqvist', 'Ivo Marković', 'Mira Desai'] as const;
const CANDIDATES = ['Elif Aydin', 'Marcus Bell', 'Yuki Tanaka', 'Ines Carvalho', 'Oluwaseun Ade'] as const;

/** Lena is even-handed, Ivo is strict, Mira wavers. */
const temperaments: readonly Temperament[] = [
  (index) => 4 - (index % 3 === 2 ? 1 : 0),
  (index) => 2 + (index % 2),
  (index) => 3 + (index % 3) - (index % 2),
];

/**
 * Plays the main job as five people: a coordinator plans, three interviewers rate apart from one another, a hiring manager decides.
 * Everything goes over HTTP, as any client would do it; nothing is prepared beyond the people.
 */
export async function playDemo(cast: Cast, now: Date, tell: Tell): Promise<void> {
  const { carla, hugo, lena, ivo, mira } = cast as Record<'carla' | 'hugo' | 'lena' | 'ivo' | 'mira', GraphqlClient>;
  const run = now.toISOString().slice(0, 19).replace('T', ' ');
  const candidate = CANDIDATES[now.getSeconds() % CANDIDATES.length] as string;

  tell.chapter('1. Carla, the coordinator, assembles an interview kit');
  const kit = await publishKit(carla, `Lead developer, demo of ${run}`);
  await tellKit(carla, kit.kitId, tell);

  tell.chapter('2. She opens the position and registers how scores become a recommendation, before anybody is interviewed');
  const position = await openPosition(carla, kit, `Big Data Lead Developer, demo of ${run}`, PANEL, 'Hugo Haas');
  tell.line('Rule: the mean over the competencies of the role, each by its weight; from 3 it says hire, from 4 strong hire;');
  tell.line('and joins, skew and shuffle must reach 2.5 in any case. It cannot be changed any more.');
  const loop = await planLoop(carla, position, candidate, PANEL, new Date(now.getTime() + 3_600_000));
  tell.line(`${candidate} applies. ${loop.interviews.length} rounds are planned, each with ${PANEL.join(', ')}.`);

  tell.chapter('3. The interviews take place; each panelist writes evidence and rates alone');
  const panel = [lena, ivo, mira];
  for (const { id, roundName } of loop.interviews) {
    await holdInterview(lena, id);
    tell.line(`Round "${roundName}" is over.`);
  }
  for (const [index, rater] of panel.entries()) {
    for (const { id } of loop.interviews) {
      const card = await rate(rater, id, temperaments[index] as Temperament);
      if (index < 2) await submit(rater, card, index === 1 ? 'NO_HIRE' : 'HIRE', 'Concluded before talking to anybody.');
    }
  }
  await tellProgress(carla, loop.loopId, tell);

  tell.chapter('4. What may each of them see of the ratings now? Two of three have submitted');
  for (const [who, client] of [
    ['Lena (has submitted)', lena],
    ['Ivo (has submitted)', ivo],
    ['Mira (has not)', mira],
    ['Carla, who coordinates', carla],
    ['Hugo, who decides', hugo],
  ] as const) {
    tell.line(`${who} sees ${await whatIsSeen(client, loop.loopId)}.`);
  }

  tell.chapter('5. Mira submits, and with the last card the seal opens by itself');
  for (const { id } of loop.interviews) {
    const { openScorecard } = await mira.ask(documents.openScorecard, { input: { interviewId: id } });
    await submit(
      mira,
      { scorecardId: openScorecard.scorecard.id, revision: openScorecard.scorecard.revision },
      'HIRE',
      'Strong where it matters; slow to ask for evidence.',
    );
  }
  await tellProgress(carla, loop.loopId, tell);
  for (const [who, client] of [
    ['Mira', mira],
    ['Hugo', hugo],
  ] as const)
    tell.line(`${who} now sees ${await whatIsSeen(client, loop.loopId)}.`);

  tell.chapter('6. The debrief: what to talk about first, and what the scores are worth');
  const discussed = await tellDebrief(hugo, loop.loopId, tell);
  if (discussed !== null) {
    const cards = await ivo.ask(documents.cards, { id: loop.loopId });
    const own = cards.scorecards.edges.filter(({ node }: { node: { member: { name: string } } }) => node.member.name === 'Ivo Marković');
    await thinkAgain(
      ivo,
      own.map(({ node }: { node: { id: string } }) => node.id),
      discussed,
      tell,
    );
  }

  tell.chapter('7. Hugo decides');
  const { decision } = await must<{ decision: { outcome: string; overridesRule: boolean } }>(
    hugo,
    documents.decide,
    {
      loopId: loop.loopId,
      outcome: 'HIRE',
      reason: 'The panel agrees on the strengths, and the weakest point is one that this team can teach.',
      idempotencyKey: key(),
    },
    'RecordDecisionPayload',
  );
  tell.line(
    `${candidate}: ${decision.outcome === 'HIRE' ? 'hire' : 'no hire'}${decision.overridesRule ? ', against the registered rule; the reason stays on the record' : ', as the registered rule recommends'}.`,
  );
}

/** One panelist hears the others and rates one criterion a second time. The first rating stays, and stays what the figures use. */
async function thinkAgain(
  rater: GraphqlClient,
  scorecardIds: readonly string[],
  { questionVersionId, criterion, level }: { questionVersionId: string; criterion: string; level: number },
  tell: Tell,
): Promise<void> {
  for (const scorecardId of scorecardIds) {
    const { rateAgain } = await rater.ask(documents.rateAgain, {
      input: {
        scorecardId,
        questionVersionId,
        criterion,
        level,
        reason: 'I had missed that she checked the history first.',
        idempotencyKey: key(),
      },
    });
    if (rateAgain.__typename !== 'RateAgainPayload') continue;
    tell.line(`Ivo hears the others and rates that point again, now ${level}. Both ratings are kept; the figures go on using the first.`);
    return;
  }
}
