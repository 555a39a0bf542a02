import type { FaultPath } from './bank-fault';

/** A path as a JSON pointer (RFC 6901): `/rubric/criteria/0/weight`; the whole is the empty text. */
export const pointerOf = (path: FaultPath): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What a JSON pointer leads to in a value; `undefined` where it leads nowhere or is none. */
export function atPointer(value: unknown, pointer: string): unknown {
  const steps = stepsOf(pointer);
  if (steps === null) return undefined;
  return steps.reduce<unknown>((found, step) => {
    if (Array.isArray(found)) return PLACE_IN_LIST.test(step) ? (found[Number(step)] as unknown) : undefined;
    return typeof found === 'object' && found !== null && Object.hasOwn(found, step)
      ? (found as Readonly<Record<string, unknown>>)[step]
      : undefined;
  }, value);
}

/** The steps of a pointer; null where the text is none. */
export function stepsOf(pointer: string): readonly string[] | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

const PLACE_IN_LIST = /^(0|[1-9]\d{0,5})$/;
