import { SystemClock } from '@touchstone/platform/time/system-clock';

/** The machine's clock, moved by as much as a test says. */
export class TestClock extends SystemClock {
  private offset = 0;

  override now(): Date {
    return new Date(Date.now() + this.offset);
  }

  advance(by: { readonly days?: number; readonly hours?: number; readonly minutes?: number }): void {
    this.offset += ((by.days ?? 0) * 24 * 60 + (by.hours ?? 0) * 60 + (by.minutes ?? 0)) * 60_000;
  }
}
