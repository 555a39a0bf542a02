/** Where every instant comes from. Nothing in the product reads the machine's clock by itself. */
export interface Clock {
  now(): Date;
}

export const fixedClock = (instant: Date): Clock => ({ now: () => new Date(instant) });
