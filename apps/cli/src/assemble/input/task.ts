import type { FamilyBlueprint, PoolQuestion, Priorities } from '@touchstone/kit-assembly';

/** What is to be assembled, whatever file it came from. */
export interface AssemblyTask {
  readonly name: string;
  readonly family: FamilyBlueprint;
  readonly pool: readonly PoolQuestion[];
  readonly priorities: Priorities;
  /** Points of the library for one point of the file: 100 where figures have decimals, negative where less is better. */
  readonly pointsPerUnit: number;
  /** What a wish is called in the file; null for wishes that the file does not have. */
  readonly rowName: (wishId: string) => string | null;
  /** What questions are that must be in and must not: faults of the file, or rows of it that conflict. */
  readonly contradictions: 'ARE_FAULTS' | 'ARE_CONFLICTS';
  /** How the files were understood. */
  readonly understood: readonly string[];
}
