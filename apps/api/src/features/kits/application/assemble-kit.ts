import { Injectable } from '@nestjs/common';
import { conflict, err, invalid, notFound, ok, type Result } from '@touchstone/kernel';
import type { AssembledKit, AssemblyOutcome, AssemblyRefusal, BlueprintFault } from '@touchstone/kit-assembly';
import type { Actor } from '@touchstone/platform/actor';
import { scopeOf, UnitOfWork } from '@touchstone/platform/database';
import { type Once, recallOnce } from '@touchstone/platform/idempotency/once';
import { newId } from '@touchstone/platform/time/new-id';
import type { BlueprintRecord } from '../persistence/blueprint.record';
import { BlueprintRepository } from '../persistence/blueprint.repository';
import { KitRepository } from '../persistence/kit.repository';
import type { KitRoundValue, KitValue } from '../persistence/kit-value';
import { type AssembleKitError, assemblyTimeLimit, infeasibleBlueprint } from '../errors';
import { AssemblyDesk } from './assembly-desk';
import { type AssemblyFacts, FactFinder } from './fact-finder';
import { reportOnKit } from './report-on-kit';

export interface AssembleKitInput {
  readonly blueprintId: string | null;
  readonly name: string;
  readonly timeLimitSeconds: number;
  readonly idempotencyKey: string;
}

/**
 * Makes the best kit that a blueprint allows, as a draft with its proof. Facts are read in one transaction, the kit is kept
 * in another, and no transaction is open while the solver works. A replay is answered from the first answer, unsolved.
 */
@Injectable()
export class AssembleKit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly kits: KitRepository,
    private readonly facts: FactFinder,
    private readonly desk: AssemblyDesk,
  ) {}

  async execute(actor: Actor, { idempotencyKey, ...input }: AssembleKitInput): Promise<Result<{ kit: KitValue }, AssembleKitError>> {
    const once: Once = { operation: 'kit.assemble', key: idempotencyKey, input };
    const start = await this.start(actor, input.blueprintId, once);
    if ('replay' in start) {
      await this.unitOfWork.untilDurable();
      return this.made(actor, start.replay);
    }
    if (start.blueprint === null) return err(noBlueprint);

    const { blueprint, facts } = start;
    const solved = await this.desk.assemble(facts.blueprint, facts.pool, input.timeLimitSeconds);
    if (!solved.ok) return err(refusalOf(solved.error, input.timeLimitSeconds));
    return this.made(actor, await this.keep(actor, once, input.name, blueprint, facts, solved.value));
  }

  private start(actor: Actor, blueprintId: string | null, once: Once): Promise<Start> {
    return this.unitOfWork.readIn(scopeOf(actor), async (tx): Promise<Start> => {
      const replay = await recallOnce<{ kitId: string }>(tx, actor, once);
      if (replay !== null) return { replay };
      const blueprint = blueprintId === null ? null : await this.blueprints.byId(tx, actor.organizationId, blueprintId);
      if (blueprint === null) return { blueprint };
      return { blueprint, facts: await this.facts.find(tx, actor.organizationId, blueprint) };
    });
  }

  private keep(
    actor: Actor,
    once: Once,
    name: string,
    { id: blueprintId, roleProfileId, wishes, revision }: BlueprintRecord,
    facts: AssemblyFacts,
    { kit, proof }: AssemblyOutcome,
  ): Promise<Result<{ kitId: string }, AssembleKitError>> {
    const { organizationId, memberId } = actor;
    const rounds = roundsOf(kit, facts);
    const report = reportOnKit(kit, facts, {
      status: proof === 'optimal' ? 'OPTIMAL' : 'TIME_LIMIT',
      solver: this.desk.solverName,
      bound: kit.bound,
      seconds: kit.seconds,
    });
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        if ((await this.blueprints.hold(tx, organizationId, blueprintId)) === null) return err(noBlueprint);
        const id = newId();
        await this.kits.add(tx, {
          organizationId,
          id,
          name,
          blueprintId,
          roleProfileId,
          familyId: id,
          status: 'DRAFT',
          wishes,
          rounds,
          report,
          document: null,
          contentHash: null,
          revision: 1,
          createdBy: memberId,
          createdAt: tx.now,
          publishedBy: null,
          publishedAt: null,
        });
        tx.audit({
          action: 'kit.assemble',
          subjectType: 'Kit',
          subjectId: id,
          detail: { blueprintId, blueprintRevision: revision, status: report.status, poolSize: report.poolSize },
        });
        return ok({ kitId: id });
      },
      { once },
    );
  }

  /** The kit as it is now; it may have been changed, or thrown away, since the first answer. */
  private async made(
    actor: Actor,
    kept: Result<{ kitId: string }, AssembleKitError>,
  ): Promise<Result<{ kit: KitValue }, AssembleKitError>> {
    if (!kept.ok) return kept;
    const kit = await this.unitOfWork.read(actor, (tx) => this.kits.byId(tx, actor.organizationId, kept.value.kitId));
    return kit === null ? err(notFound('kit', ['input', 'idempotencyKey'])) : ok({ kit });
  }
}

type Start =
  | { readonly replay: Result<{ kitId: string }, AssembleKitError> }
  | { readonly blueprint: null }
  | { readonly blueprint: BlueprintRecord; readonly facts: AssemblyFacts };

const noBlueprint = notFound('blueprint', ['input', 'blueprintId']);

const roundsOf = (kit: AssembledKit, { blueprint, bySlug }: AssemblyFacts): KitRoundValue[] =>
  kit.rounds.map(({ name, items }, index) => ({
    name,
    minutes: blueprint.rounds[index]?.minutes.max ?? 0,
    items: items.flatMap(({ questionId: slug, plannedMinutes }) => {
      const candidate = bySlug.get(slug);
      return candidate === undefined
        ? []
        : [{ questionId: candidate.questionId, questionVersionId: candidate.questionVersionId, plannedMinutes }];
    }),
  }));

function refusalOf(refusal: AssemblyRefusal | ReturnType<typeof conflict>, timeLimitSeconds: number): AssembleKitError {
  switch (refusal.type) {
    case 'InvalidBlueprintError':
      return invalid(faultsInWords(refusal.faults), ['input', 'blueprintId']);
    case 'NoSuchKitError':
      return infeasibleBlueprint(refusal.conflict, refusal.message);
    case 'AssemblyTimeLimitError':
    case 'AssemblyCancelledError':
      return assemblyTimeLimit(timeLimitSeconds);
    case 'ConflictError':
      return refusal;
  }
}

const faultsInWords = (faults: readonly BlueprintFault[]): string =>
  faults[0]?.code === 'EMPTY_POOL'
    ? 'There is no approved question to choose from. Approve questions, or, for practice only, let the blueprint include training questions.'
    : faults
        .slice(0, 5)
        .map(({ message }) => message)
        .join(' ');
