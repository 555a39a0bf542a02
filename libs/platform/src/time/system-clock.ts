import { Injectable } from '@nestjs/common';
import type { Clock } from '@touchstone/kernel';

/** The injection token of the clock, and the real one. The only place that reads the machine's clock. */
@Injectable()
export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}
