import { randomUUID } from 'node:crypto';
import type { GraphqlClient } from '../graphql-client';
import { documents } from './documents';

/** The clients of the people who take part, by the key of the person. */
export type Cast = Readonly<Record<string, GraphqlClient>>;

export interface Prepared {
  readonly kitId: string;
  readonly roleProfileId: string;
  readonly scoringRuleId: string;
  readonly openingId: string;
  /** Member ids by name. */
  readonly members: ReadonlyMap<string, string>;
}

export interface PlannedLoop {
  readonly loopId: string;
  readonly candidateName: string;
  readonly interviews: readonly { readonly id: string; readonly roundName: string }[];
}

/** Sends a mutation and gives its payload; a refusal ends the story, because the story asks for nothing that is refused. */
export async function must<T>(client: GraphqlClient, document: string, input: object, payload: string): Promise<T> {
  const data = await client.ask<Record<string, { __typename: string; message?: string; path?: string[] }>>(document, { input });
  const [answer] = Object.values(data);
  if (answer?.__typename !== payload)
    throw new Error(`${payload.replace('Payload', '')} was refused: ${answer?.message ?? 'no answer'} ${(answer?.path ?? []).join('.')}`);
  return answer as T;
}

export const key = (): string => randomUUID();

/** Members of the coordinator's organization, by name. */
export async function membersOf(client: GraphqlClient): Promise<ReadonlyMap<string, string>> {
  const { members } = await client.ask(documents.members);
  return new Map(members.edges.map(({ node }: { node: { id: string; name: string } }) => [node.name, node.id]));
}

export interface Assembled {
  readonly kitId: string;
  readonly roleProfileId: string;
}

/** From the shipped blueprint template to a published kit. */
export async function publishKit(coordinator: GraphqlClient, name: string): Promise<Assembled> {
  const { blueprint } = await must<{ blueprint: { id: string } }>(
    coordinator,
    documents.fromTemplate,
    { slug: 'demo-two-rounds', name, idempotencyKey: key() },
    'CreateBlueprintFromTemplatePayload',
  );
  const { kit } = await must<{ kit: { id: string; revision: number; roleProfile: { id: string } } }>(
    coordinator,
    documents.assemble,
    { blueprintId: blueprint.id, name, idempotencyKey: key() },
    'AssembleKitPayload',
  );
  await must(coordinator, documents.publish, { kitId: kit.id, expectedRevision: kit.revision, idempotencyKey: key() }, 'PublishKitPayload');
  return { kitId: kit.id, roleProfileId: kit.roleProfile.id };
}

/** Registers how scores become a recommendation, and opens the position. */
export async function openPosition(
  coordinator: GraphqlClient,
  { kitId, roleProfileId }: Assembled,
  title: string,
  panel: readonly string[],
  hiringManager: string,
): Promise<Prepared> {
  const members = await membersOf(coordinator);
  const { scoringRule } = await must<{ scoringRule: { id: string } }>(
    coordinator,
    documents.scoringRule,
    {
      name: `Weighted mean for ${title}`,
      roleProfileId,
      rule: { cutOffs: { hire: 3, strongHire: 4 }, mustHaves: [{ competencySlug: 'st-joins-skew-shuffle', minimum: 2.5 }] },
      idempotencyKey: key(),
    },
    'CreateScoringRulePayload',
  );
  const { opening } = await must<{ opening: { id: string } }>(
    coordinator,
    documents.opening,
    {
      title,
      roleProfileId,
      kitId,
      scoringRuleId: scoringRule.id,
      hiringManagerId: members.get(hiringManager),
      timeZone: 'Europe/Berlin',
      panelistIds: panel.map((name) => members.get(name)),
      idempotencyKey: key(),
    },
    'CreateOpeningPayload',
  );
  return { kitId, roleProfileId, scoringRuleId: scoringRule.id, openingId: opening.id, members };
}

/** A candidate applies, and the rounds of her loop are planned: two days from `firstDay` on, the first of the panel leads. */
export async function planLoop(
  coordinator: GraphqlClient,
  prepared: Prepared,
  candidateName: string,
  panel: readonly string[],
  firstDay: Date,
): Promise<PlannedLoop> {
  const { candidate } = await must<{ candidate: { id: string } }>(
    coordinator,
    documents.candidate,
    { name: candidateName, email: `${key()}@candidates.example`, idempotencyKey: key() },
    'CreateCandidatePayload',
  );
  const { application } = await must<{ application: { loop: { id: string } } }>(
    coordinator,
    documents.application,
    { candidateId: candidate.id, openingId: prepared.openingId, idempotencyKey: key() },
    'CreateApplicationPayload',
  );
  const seats = panel.map((name, index) => ({ memberId: prepared.members.get(name), kind: index === 0 ? 'LEAD' : 'INTERVIEWER' }));
  const { kit } = await coordinator.ask(documents.kit, { id: prepared.kitId });
  const rounds = kit.rounds.map((round: { minutes: number }, roundIndex: number) => {
    const startsAt = new Date(firstDay.getTime() + roundIndex * 86_400_000);
    return {
      roundIndex,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + (round.minutes + 15) * 60_000).toISOString(),
      timeZone: 'Europe/Berlin',
      seats,
    };
  });
  const { loop } = await must<{ loop: { interviews: { id: string; roundName: string }[] } }>(
    coordinator,
    documents.plan,
    { loopId: application.loop.id, rounds, idempotencyKey: key() },
    'PlanLoopPayload',
  );
  return { loopId: application.loop.id, candidateName, interviews: loop.interviews };
}
