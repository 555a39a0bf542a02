import { Injectable } from '@nestjs/common';
import type { ExposureReport } from '@touchstone/kit-assembly';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { refuse } from '@touchstone/platform/graphql';
import { BlueprintRepository } from '../persistence/blueprint.repository';
import { AssemblyDesk } from './assembly-desk';
import { FactFinder } from './fact-finder';

export interface SimulatedYear {
  readonly loops: number;
  /** Share of the best that may be given up for fresh questions. */
  readonly share: number;
  readonly seed: number;
}

/** How a year went. Questions by their local ids. */
export interface ExposureValue extends Omit<ExposureReport, 'uses' | 'stopped'> {
  readonly organizationId: string;
  readonly uses: readonly { readonly questionId: string; readonly slug: string; readonly uses: number }[];
  /** At which loop there was no kit any more, and why; null where all were made. */
  readonly stopped: { readonly loop: number; readonly because: 'WORN' | 'TIME'; readonly message: string } | null;
}

/** The answer is waited for. */
const SECONDS = 25;
const MONTHS_OF_A_YEAR = 12;

/** How would the bank wear if each loop of a year had a fresh kit of this blueprint? Played in a thread; the same seed gives the same year. */
@Injectable()
export class SimulateExposure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly facts: FactFinder,
    private readonly desk: AssemblyDesk,
  ) {}

  /** Null where there is no such blueprint. */
  async execute(actor: Actor, blueprintId: string | null, { loops, share, seed }: SimulatedYear): Promise<ExposureValue | null> {
    const { organizationId } = actor;
    const known = await this.unitOfWork.read(actor, async (tx) => {
      const blueprint = blueprintId === null ? null : await this.blueprints.byId(tx, organizationId, blueprintId);
      return blueprint === null ? null : { blueprint, facts: await this.facts.find(tx, organizationId, blueprint) };
    });
    if (known === null) return null;
    const { blueprint, facts } = known;
    const { months } = blueprint.wishes.exposureLimit ?? { months: MONTHS_OF_A_YEAR };
    const family = { members: [{ name: blueprint.name, blueprint: facts.blueprint, kits: 1 }], aim: 'sum' } as const;
    const window = Math.max(1, Math.round((loops * months) / MONTHS_OF_A_YEAR));
    const report = await this.desk.simulate(organizationId, family, facts.pool, { draws: loops, window, share, seed, seconds: SECONDS });
    if (report === null) throw refuse('UNAVAILABLE', 'Many kits are being assembled at this moment. Try again in a minute.');
    const { stopped, uses, ...figures } = report;
    return {
      ...figures,
      organizationId,
      uses: uses.flatMap(({ questionId: slug, uses: count }) => {
        const candidate = facts.bySlug.get(slug);
        return candidate === undefined ? [] : [{ questionId: candidate.questionId, slug, uses: count }];
      }),
      stopped: stopped === null ? null : { loop: stopped.at, ...reasonOf(stopped.refusal) },
    };
  }
}

function reasonOf({ type, message }: NonNullable<ExposureReport['stopped']>['refusal']): { because: 'WORN' | 'TIME'; message: string } {
  return type === 'AssemblyCancelledError' || type === 'AssemblyTimeLimitError'
    ? { because: 'TIME', message: 'The time did not suffice for more loops. Ask for fewer.' }
    : { because: 'WORN', message };
}
