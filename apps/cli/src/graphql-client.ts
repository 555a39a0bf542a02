/** What came back: the body of the answer and how it was sent. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: T | null;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/** A client of the GraphQL API over HTTP, signed in as one person or as nobody. */
export class GraphqlClient {
  constructor(
    readonly url: string,
    readonly token: string | null = null,
  ) {}

  /** Sends one operation and gives whatever comes back. */
  async send<T = Record<string, never>>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.token !== null && { authorization: `Bearer ${this.token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: T | null; errors?: Answer<T>['errors'] };
    return { status: response.status, headers: response.headers, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Sends one operation that must not fail at the top level, and gives its data. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the caller knows what it asked for
  async ask<T = any>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const answer = await this.send<T>(query, variables);
    if (answer.errors.length > 0 || answer.data === null) {
      throw new Error(`GraphQL answered ${answer.status}: ${JSON.stringify(answer.errors)}`);
    }
    return answer.data;
  }

  /** The code of the first top-level error, or null. */
  async refusal(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<string | null> {
    const answer = await this.send(query, variables);
    return (answer.errors[0]?.extensions?.['code'] as string | undefined) ?? null;
  }
}
