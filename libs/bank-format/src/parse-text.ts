import { type Result, err, ok } from '@touchstone/kernel';
import type { BankFault } from './bank-fault';
import { FaultLog } from './fault-log';
import { readYaml } from './read-yaml';

/** Reads a YAML or JSON text with a reader of plain values (`undefined` = faults were reported), and gives each fault its line and column. */
export function parseText<T>(text: string, read: (value: unknown, log: FaultLog) => T | undefined): Result<T, readonly BankFault[]> {
  const reading = readYaml(text);
  if (!reading.ok) return reading;
  const log = new FaultLog();
  const value = read(reading.value.value, log);
  if (value !== undefined) return ok(value);
  return err(log.faults.map((fault) => ({ ...fault, ...reading.value.locate(fault.path) })));
}
