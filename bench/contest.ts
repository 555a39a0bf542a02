import type { RequestBytes } from './load';

/** One operation that product and limit both do. */
export interface Contest {
  readonly name: string;
  /** Pairs of requests whose answers must be equal. */
  readonly samples: () => readonly (readonly [product: RequestBytes, limit: RequestBytes])[];
  readonly next: Readonly<Record<'product' | 'limit', () => RequestBytes | null>>;
  readonly requestsPerRound: number;
  /** An answer of 200 that refuses. */
  readonly refuses?: (body: Buffer) => boolean;
}
