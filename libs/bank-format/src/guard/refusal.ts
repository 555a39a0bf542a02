import { type DoorFault, type DoorPlace, NOWHERE, type RefusalCode } from './door-fault';

/**
 * Thrown where a reader can go no further, caught by the door alone, which answers with the faults as values. An exception,
 * because parsers call back from deep inside.
 */
export class Refusal extends Error {
  constructor(readonly faults: readonly DoorFault<RefusalCode>[]) {
    super(faults[0]?.message ?? 'refused');
  }
}

/** Refuses the whole file. `message` says what is the matter, `fix` what to do, each in one sentence. */
export function refuseFile(code: RefusalCode, message: string, fix: string, place: DoorPlace = NOWHERE): never {
  throw new Refusal([{ code, message, fix, place }]);
}
