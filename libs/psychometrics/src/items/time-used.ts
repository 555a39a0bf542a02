import { type Estimate, err, ok, type Result } from '@touchstone/kernel';
import { ascending } from '../sums/ascending';
import { neumaierSum } from '../sums/neumaier-sum';
import { meanWithInterval } from './mean-with-interval';

/** How long one question took in one interview, against what the kit had planned for it. */
export interface Timing {
  readonly item: string;
  readonly plannedMinutes: number;
  readonly usedMinutes: number;
}

export interface TimingFault {
  /** The position of the row in what was given, the first being 1. */
  readonly row: number;
  readonly code: 'MISSING_NAME' | 'NOT_MINUTES';
  readonly message: string;
}

/** `n` of the estimates counts interviews; nobody's judgement is behind them, so that `raters` is 0. */
export interface TimeUsed {
  readonly item: string;
  readonly used: Estimate;
  /** Used less planned, in minutes: above 0 the plan is too short. */
  readonly overrun: Estimate;
  /** Minutes used for each minute planned, all interviews together. */
  readonly usedPerPlanned: number;
  /** Interviews in which the question took longer than planned. */
  readonly overran: number;
}

const MOST_FAULTS = 20;
const USED = 'mean of minutes used, Student’s interval';
const OVERRUN = 'mean of minutes used less minutes planned, Student’s interval';

/**
 * Which questions take longer than the plan gives them?
 *
 * For each question the mean of the minutes used, and of the difference to the plan, over interviews. "Overrun 4.2 (1.1 to 7.3)" says that four minutes more should be planned,
 * and that it is not chance: the interval does not hold 0. A question whose interval does may be left as it is.
 *
 * Longest overrun first, ties by name. One interview gives a figure without an interval. Minutes used are numbers from 0 on, minutes planned above 0; other
 * rows are faults, of which the first 20 are told. Interviews are taken as independent. Cost O(n log n).
 *
 * Source: Student's t interval of a mean, as in `tQuantile`.
 */
export function timeUsed(timings: Iterable<Timing>): Result<readonly TimeUsed[], readonly TimingFault[]> {
  const byItem = new Map<string, Timing[]>();
  const faults: TimingFault[] = [];
  let row = 0;
  for (const timing of timings) {
    row += 1;
    const fault = faultOf(timing, row);
    if (fault !== null && faults.push(fault) === MOST_FAULTS) break;
    const same = byItem.get(timing.item);
    if (same === undefined) byItem.set(timing.item, [timing]);
    else same.push(timing);
  }
  if (faults.length > 0) return err(faults);
  const items = [...byItem].sort(([a], [b]) => (a < b ? -1 : 1)).map(([item, same]) => timeOf(item, same));
  return ok(items.sort((a, b) => (b.overrun.value ?? 0) - (a.overrun.value ?? 0)));
}

function timeOf(item: string, timings: readonly Timing[]): TimeUsed {
  const support = { n: timings.length, raters: 0 };
  const used = timings.map(({ usedMinutes }) => usedMinutes);
  const over = timings.map(({ usedMinutes, plannedMinutes }) => usedMinutes - plannedMinutes);
  const planned = timings.map(({ plannedMinutes }) => plannedMinutes);
  return {
    item,
    used: meanWithInterval(used, USED, support),
    overrun: meanWithInterval(over, OVERRUN, support),
    usedPerPlanned: total(used) / total(planned),
    overran: over.filter((minutes) => minutes > 0).length,
  };
}

const total = (minutes: readonly number[]): number => neumaierSum(ascending(minutes));

function faultOf({ item, plannedMinutes, usedMinutes }: Timing, row: number): TimingFault | null {
  if (typeof item !== 'string' || item.trim() === '') return { row, code: 'MISSING_NAME', message: `Row ${row} names no question.` };
  if (!(typeof usedMinutes === 'number' && Number.isFinite(usedMinutes) && usedMinutes >= 0)) {
    return { row, code: 'NOT_MINUTES', message: `Row ${row}: minutes used are a number from 0 on.` };
  }
  if (!(typeof plannedMinutes === 'number' && Number.isFinite(plannedMinutes) && plannedMinutes > 0)) {
    return { row, code: 'NOT_MINUTES', message: `Row ${row}: minutes planned are a number above 0.` };
  }
  return null;
}
