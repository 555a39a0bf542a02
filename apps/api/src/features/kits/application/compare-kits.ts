import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { KitRepository } from '../persistence/kit.repository';
import type { KitItemValue, KitValue } from '../persistence/kit-value';

/** How one competency fares in two kits, in questions that carry it. */
export interface CoverageDifference {
  readonly competencySlug: string;
  readonly weight: number;
  readonly a: number;
  readonly b: number;
}

export interface KitComparisonValue {
  readonly a: KitValue;
  readonly b: KitValue;
  readonly shared: readonly string[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  readonly minutesA: number;
  readonly minutesB: number;
  /** Competencies that the two cover with a different number of questions. */
  readonly coverage: readonly CoverageDifference[];
}

/** How alike are two kits: which questions they share, what each covers that the other does not, how long they take. */
@Injectable()
export class CompareKits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kits: KitRepository,
  ) {}

  async execute(actor: Actor, idA: string | null, idB: string | null): Promise<KitComparisonValue | null> {
    if (idA === null || idB === null) return null;
    const found = await this.unitOfWork.read(actor, (tx) => this.kits.byIds(tx, actor.organizationId, [idA, idB]));
    const [a, b] = [found.get(idA), found.get(idB)];
    return a === undefined || b === undefined ? null : compare(a, b);
  }
}

function compare(a: KitValue, b: KitValue): KitComparisonValue {
  const [itemsA, itemsB] = [itemsOf(a), itemsOf(b)];
  const [idsA, idsB] = [itemsA.map(({ questionId }) => questionId), itemsB.map(({ questionId }) => questionId)];
  return {
    a,
    b,
    shared: idsA.filter((id) => idsB.includes(id)),
    onlyA: idsA.filter((id) => !idsB.includes(id)),
    onlyB: idsB.filter((id) => !idsA.includes(id)),
    minutesA: minutesOf(itemsA),
    minutesB: minutesOf(itemsB),
    coverage: coverageDifference(a, b),
  };
}

const itemsOf = (kit: KitValue): KitItemValue[] => kit.rounds.flatMap(({ items }) => items);

const minutesOf = (items: readonly KitItemValue[]): number => items.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0);

/** The weight is that of the first kit, or of the second where the first does not weigh the competency. */
function coverageDifference(a: KitValue, b: KitValue): CoverageDifference[] {
  const inA = new Map(a.report.coverage.map((line) => [line.competencySlug, line]));
  const inB = new Map(b.report.coverage.map((line) => [line.competencySlug, line]));
  return [...new Set([...inA.keys(), ...inB.keys()])]
    .map((competencySlug) => ({
      competencySlug,
      weight: inA.get(competencySlug)?.weight ?? inB.get(competencySlug)?.weight ?? 0,
      a: inA.get(competencySlug)?.questions ?? 0,
      b: inB.get(competencySlug)?.questions ?? 0,
    }))
    .filter((line) => line.a !== line.b);
}
