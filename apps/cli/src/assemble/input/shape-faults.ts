import { fault, type InputFault } from './input-fault';
import type { AssemblyInput } from './instance';

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** What in the file is no list, no object or no text where one must be. */
export function shapeFaults(input: AssemblyInput): InputFault[] {
  if (!isRecord(input)) return [fault('BAD_SHAPE', '', 'The file holds no object with items, constraints and an objective.')];
  const faults: InputFault[] = [];
  if (
    !Array.isArray(input.items) ||
    !input.items.every((item) => isRecord(item) && typeof item.id === 'string' && isTexts(item.competencies))
  )
    faults.push(fault('BAD_SHAPE', 'items', 'items is a list of objects, each with a text as id and a list of texts as competencies.'));
  if (!isRecord(input.constraints)) faults.push(fault('BAD_SHAPE', 'constraints', 'constraints is an object of limits.'));
  else faults.push(...listFaults(input.constraints));
  if (!isRecord(input.objective) || !isRecord(input.objective.weights))
    faults.push(fault('BAD_SHAPE', 'objective', 'objective is an object with a type and weights.'));
  const { enemies = [] } = input;
  if (!Array.isArray(enemies) || !enemies.every((pair) => isTexts(pair) && pair.length === 2))
    faults.push(fault('BAD_SHAPE', 'enemies', 'enemies is a list of pairs of ids.'));
  return faults;
}

function listFaults({ competency, exclude, include }: Readonly<Record<string, unknown>>): InputFault[] {
  const faults = Object.entries({ exclude, include })
    .filter(([, ids]) => ids !== undefined && !isTexts(ids))
    .map(([name]) => fault('BAD_SHAPE', `constraints.${name}`, `${name} is a list of ids.`));
  if (competency !== undefined && !isRecord(competency))
    faults.push(fault('BAD_SHAPE', 'constraints.competency', 'competency is an object of limits by the names of competencies.'));
  return faults;
}
