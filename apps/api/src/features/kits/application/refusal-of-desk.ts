import { invalid } from '@touchstone/kernel';
import type { BlueprintFault } from '@touchstone/kit-assembly';
import { assemblyTimeLimit, type AssemblyDeskError, infeasibleBlueprint } from '../errors';
import type { DeskRefusal } from './assembly-desk';

/** What the desk refuses, as it is told; `path` names the blueprints in the input. */
export function refusalOfDesk(refusal: DeskRefusal, timeLimitSeconds: number, path: readonly string[]): AssemblyDeskError {
  switch (refusal.type) {
    case 'InvalidBlueprintError':
      return invalid(faultsInWords(refusal.faults), path);
    case 'NoSuchKitError':
      return infeasibleBlueprint(refusal.conflict, refusal.message, refusal.relaxations, path);
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
