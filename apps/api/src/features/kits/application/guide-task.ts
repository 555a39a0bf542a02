import type { GuideKit, GuideOptions } from '@touchstone/kit-guide';

/** What crosses to the thread: plain data. */
export interface GuideTask {
  readonly kit: GuideKit;
  /** Titles of competencies by slug. */
  readonly titles: Readonly<Record<string, string>>;
  readonly options: GuideOptions;
}
