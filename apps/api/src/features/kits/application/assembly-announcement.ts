import { ASSEMBLY_STATES, type AssemblyState } from '@touchstone/interviewing/kits';
import type { Announcement, Transaction } from '@touchstone/platform/database';

const TOPIC = 'assembly';

/** That an assembly has come into a state, or goes on in it. */
export interface AssemblyFact {
  readonly organizationId: string;
  readonly assemblyId: string;
  readonly status: AssemblyState;
}

/** Tells those who work on assemblies and those who watch, if and only if the transaction commits. */
export function announceAssembly(tx: Transaction, fact: AssemblyFact): void {
  tx.announce({ topic: TOPIC, payload: { ...fact } });
}

/** The fact in an announcement; null where it is of another topic. */
export function readAssemblyAnnouncement({ topic, payload }: Announcement): AssemblyFact | null {
  const { organizationId, assemblyId } = payload;
  const status = ASSEMBLY_STATES.find((known) => known === payload['status']);
  return topic !== TOPIC || organizationId === undefined || assemblyId === undefined || status === undefined
    ? null
    : { organizationId, assemblyId, status };
}
