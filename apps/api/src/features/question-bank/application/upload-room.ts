import { Injectable } from '@nestjs/common';

/** Bytes of uploads that this process holds at once. */
const MOST_BYTES = 120_000_000;

/** Room for files while they come in: whoever sends slowly holds memory, so there is only so much of it. */
@Injectable()
export class UploadRoom {
  private taken = 0;

  /** True where there was room; it is the caller's until she gives it back. */
  take(bytes: number): boolean {
    if (this.taken + bytes > MOST_BYTES) return false;
    this.taken += bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.taken -= bytes;
  }
}
