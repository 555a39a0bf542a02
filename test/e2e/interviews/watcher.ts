import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

export interface Frame {
  readonly kind: string;
  readonly loopId: string;
  readonly interviewId: string | null;
  readonly seatId: string | null;
  readonly at: string;
}

/** A person who watches one loop over a WebSocket, and every frame that she was sent. */
export class Watcher {
  readonly frames: Frame[] = [];
  /** Why the stream is over; null while it is not. */
  ended: 'completed' | string | null = null;
  /** The errors that she was sent. */
  readonly refusals: { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[] = [];
  private readonly client: Client;

  constructor(url: string, token: string, loopId: string) {
    this.client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    this.client.subscribe<{ loopChanged: Frame }>(
      { query: 'subscription($loopId: ID!) { loopChanged(loopId: $loopId) { kind loopId interviewId seatId at } }', variables: { loopId } },
      {
        next: ({ data, errors }) => {
          if (data) this.frames.push(data.loopChanged);
          if (errors) this.refuse(errors);
        },
        error: (error) => (Array.isArray(error) ? this.refuse(error as Watcher['refusals']) : (this.ended ??= 'closed')),
        complete: () => (this.ended ??= 'completed'),
      },
    );
  }

  private refuse(errors: readonly Watcher['refusals'][number][]): void {
    this.refusals.push(...errors);
    this.ended ??= String(errors[0]?.extensions?.['code']);
  }

  kinds(): string[] {
    return this.frames.map(({ kind }) => kind);
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

/** Waits until `ready` holds; fails after five seconds. */
export async function until(ready: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !ready(); waited += 20) {
    if (waited > 5_000) throw new Error(`waited in vain until ${what}`);
    await pause(20);
  }
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
