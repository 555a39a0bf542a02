import type { EntityTarget } from 'typeorm';

const records: EntityTarget<object>[] = [];

/**
 * Rooms hand in their records here when their modules are loaded, so that no list of all tables exists twice.
 * Records describe tables; migrations make them; a test holds the two against each other.
 */
export function registerRecords(...targets: EntityTarget<object>[]): void {
  records.push(...targets.filter((target) => !records.includes(target)));
}

export const registeredRecords = (): EntityTarget<object>[] => [...records];
