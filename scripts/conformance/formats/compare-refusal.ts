import type { DoorFault, Incoming, RefusalCode } from '@touchstone/bank-format';
import type { Expectation } from './sample';

type Opened = { readonly ok: true; readonly value: Incoming } | { readonly ok: false; readonly error: readonly DoorFault<RefusalCode>[] };

/** A refusal names the expected code among its faults, and each fault has words and something to do. */
export function refusalFaults(opened: Opened, { errorCode }: Expectation): readonly string[] {
  if (opened.ok) return [`is read (${opened.value.format}) and not refused`];
  const codes = opened.error.map(({ code }) => String(code));
  const silent = opened.error.filter(({ message }) => message.trim() === '').map(({ code }) => `${code} has no message`);
  return errorCode === undefined || codes.includes(errorCode)
    ? silent
    : [`refused with ${codes.join(', ')} and not ${errorCode}`, ...silent];
}
