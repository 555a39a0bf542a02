import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** Knows that the process has been asked to stop, so that probes send no new work while the last requests finish. */
@Injectable()
export class Lifecycle implements BeforeApplicationShutdown {
  stopping = false;

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}
