import type { ChapterName } from '../panel-analysis';

/** `GOOD`: rely on it. `PLAIN`: good to know. `CARE`: read with care. `STOP`: do not decide on these scores before this is mended. */
export type Tone = 'GOOD' | 'PLAIN' | 'CARE' | 'STOP';

/** One thing that the figures say, for somebody who decides and has never heard of statistics. */
export interface Finding {
  readonly topic: ChapterName;
  readonly tone: Tone;
  /** What it comes to. */
  readonly headline: string;
  /** What that rests on, and what to do. One to three sentences. */
  readonly says: string;
}
