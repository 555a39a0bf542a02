import { ok, type Result } from '@touchstone/kernel';
import type { BankFault } from '../bank-fault';
import { parseText } from '../parse-text';
import { calibrationFile, type CalibrationSet } from './calibration-set';

/**
 * Reads a calibration set from YAML or JSON. What it says about its question is held against that question by `calibrationFaults`.
 * Errors: all faults of form, with path, line and column.
 */
export function parseCalibrationSet(text: string): Result<CalibrationSet, readonly BankFault[]> {
  const read = parseText(text, (value, log) => calibrationFile.read(value, [], log));
  if (!read.ok) return read;
  const { format: _format, ...set } = read.value;
  return ok(set);
}
