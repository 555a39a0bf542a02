import { Injectable, Logger } from '@nestjs/common';
import type { Result } from '@touchstone/kernel';
import type { SolvedFamily } from '@touchstone/kit-assembly';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import type { AssemblyFailure, AssemblyValue } from '../persistence/assembly-value';
import { AssemblyDesk, type DeskRefusal } from './assembly-desk';
import { type HeartBeats, AssemblyHeart } from './assembly-heart';
import { AssemblyLog } from './assembly-log';
import { type FamilyFacts, FamilyFactFinder } from './family-facts';
import { KitKeeper } from './kit-keeper';
import { refusalOfDesk } from './refusal-of-desk';

/**
 * Works on one assembly from the line until it has ended. Called off, it stops the solver at once; where the process is told to stop it goes back into the line.
 * Whatever breaks ends it with a reason: no assembly stays under way for ever.
 */
@Injectable()
export class RunAssembly {
  private readonly logger = new Logger(RunAssembly.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: FamilyFactFinder,
    private readonly desk: AssemblyDesk,
    private readonly keeper: KitKeeper,
    private readonly log: AssemblyLog,
    private readonly heart: AssemblyHeart,
  ) {}

  /** False where there was nothing to do: it does not wait, or its organization has another one under way. */
  async execute(organizationId: string, id: string, stop: AbortSignal = new AbortController().signal): Promise<boolean> {
    const assembly = await this.log.begin(organizationId, id);
    if (assembly === null) return false;
    const beats = this.heart.beat(assembly);
    try {
      const failure = await this.work(assembly, beats, stop);
      if (failure !== null) await this.log.fail(organizationId, id, failure);
    } catch (error) {
      this.logger.error({ organizationId, assemblyId: id, err: error }, 'an assembly broke');
      await beats.stop();
      await this.log.fail(organizationId, id, broken);
    }
    return true;
  }

  /** Why it failed; null where it is done, was called off, or waits again. */
  private async work(assembly: AssemblyValue, beats: HeartBeats, stop: AbortSignal): Promise<AssemblyFailure | null> {
    const { organizationId, id, name, request, requestedBy: memberId } = assembly;
    const { timeLimitSeconds, gap, variety } = request;
    const facts = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) => this.facts.find(tx, organizationId, request));
    if ('missing' in facts) {
      await beats.stop();
      return noBlueprint;
    }
    const { family, pool } = facts;
    const signal = AbortSignal.any([beats.called, stop]);
    const { onProgress } = beats;
    const order = { organizationId, family, pool, timeLimitSeconds, gap, variety };
    const solved = await this.desk.assembleLong(order, { signal, onProgress });
    if (solved.ok) beats.onProgress(solved.value.objective, solved.value.bound);
    await beats.stop();
    if (beats.called.aborted) return null;
    if (stop.aborted) {
      await this.log.giveBack(organizationId, id);
      return null;
    }
    if (!solved.ok) return failureOf(solved.error, timeLimitSeconds);
    return this.keep(organizationId, id, { name, order: request, facts, solved: solved.value, memberId });
  }

  private async keep(
    organizationId: string,
    id: string,
    made: { readonly solved: SolvedFamily; readonly facts: FamilyFacts } & Parameters<KitKeeper['keep']>[2],
  ): Promise<AssemblyFailure | null> {
    const kept: Result<null, { readonly message: string } | null> = await this.log.finish(organizationId, id, (tx) =>
      this.keeper.keep(tx, organizationId, made),
    );
    return kept.ok || kept.error === null ? null : noBlueprint;
  }
}

function failureOf(refusal: DeskRefusal, timeLimitSeconds: number): AssemblyFailure {
  const error = refusalOfDesk(refusal, timeLimitSeconds, []);
  const { message } = error;
  switch (error.type) {
    case 'InfeasibleBlueprintError':
      return { code: error.code, message, conflicts: error.conflicts, relaxations: error.relaxations };
    case 'AssemblyTimeLimitError':
      return { ...nothingMore, code: error.code, message };
    case 'ValidationError':
      return { ...nothingMore, code: 'VALIDATION', message };
    case 'ConflictError':
      return { ...nothingMore, code: 'INTERRUPTED', message };
  }
}

const nothingMore = { conflicts: [], relaxations: [] } as const;

const noBlueprint: AssemblyFailure = {
  ...nothingMore,
  code: 'NOT_FOUND',
  message: 'A blueprint was thrown away before its kits were made. Start again from blueprints that are here.',
};

const broken: AssemblyFailure = {
  ...nothingMore,
  code: 'BROKEN',
  message:
    'Something broke that is not your fault; the log of the server says what. Start the assembly again, and tell the operator if it happens twice.',
};
