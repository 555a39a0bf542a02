import type { GraphqlClient } from '../graphql-client';
import { documents } from './documents';
import { enterRoom, holdInterview, rate, submit, type Temperament } from './rating';
import { type Cast, key, must, openPosition, type PlannedLoop, planLoop, publishKit } from './steps';

const PANEL = ['Lena Lindqvist', 'Ivo Marković', 'Mira Desai'] as const;
const DAY = 86_400_000;

/** Three people who do not rate alike: one even-handed, one strict, one who wavers. */
const temperaments: readonly Temperament[] = [(index) => 3 + (index % 2), (index) => 2 + (index % 2), (index) => 2 + (index % 4)];

/** One loop planned, one running, one that waits for its last card, one open for debrief, one decided: a glance at every state. */
export async function loopsInEachState(cast: Cast, now: Date): Promise<void> {
  const { carla, hugo, lena, ivo, mira } = cast as Record<'carla' | 'hugo' | 'lena' | 'ivo' | 'mira', GraphqlClient>;
  const panel = [lena, ivo, mira];
  const kit = await publishKit(carla, 'Lead developer, two rounds');
  const position = await openPosition(carla, kit, 'Big Data Lead Developer', PANEL, 'Hugo Haas');
  const plan = (candidate: string, inDays: number): Promise<PlannedLoop> =>
    planLoop(carla, position, candidate, PANEL, morningOf(now, inDays));

  await plan('Priya Raman', 3);

  const running = await plan('Jonas Weber', 0);
  await enterRoom(lena, first(running).id);
  await rate(ivo, first(running).id, temperaments[1] as Temperament);

  const waiting = await plan('Amara Diallo', -4);
  await holdAll(lena, waiting);
  await submitAll(panel.slice(0, 2), waiting);

  const open = await plan('Kenji Watanabe', -8);
  await holdAll(lena, open);
  await submitAll(panel, open);

  const decided = await plan('Sofia Marino', -12);
  await holdAll(lena, decided);
  await submitAll(panel, decided);
  await must(
    hugo,
    documents.decide,
    {
      loopId: decided.loopId,
      outcome: 'HIRE',
      reason: 'She was the strongest on evidence; the one weak spot can be learned in the first quarter.',
      idempotencyKey: key(),
    },
    'RecordDecisionPayload',
  );
}

async function holdAll(lead: GraphqlClient, loop: PlannedLoop): Promise<void> {
  for (const { id } of loop.interviews) await holdInterview(lead, id);
}

async function submitAll(panel: readonly GraphqlClient[], loop: PlannedLoop): Promise<void> {
  for (const [index, rater] of panel.entries()) {
    for (const { id } of loop.interviews) {
      const card = await rate(rater, id, temperaments[index] as Temperament);
      await submit(rater, card, index === 1 ? 'NO_HIRE' : 'HIRE', `${loop.candidateName} as I saw it, before talking to anybody.`);
    }
  }
}

const first = (loop: PlannedLoop): { id: string } => loop.interviews[0] as { id: string };

/** Ten in the morning UTC, so many days from today. */
const morningOf = (now: Date, inDays: number): Date => new Date(Math.floor(now.getTime() / DAY) * DAY + inDays * DAY + 10 * 3_600_000);
