import { connect, type Socket } from 'node:net';

/** One request as its bytes. */
export type RequestBytes = Buffer;

export interface Round {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds of each request. */
  readonly latencies: readonly number[];
}

/** An HTTP request with a JSON body, ready for the wire. */
export function postBytes(url: string, body: unknown, token: string | null): RequestBytes {
  const { host, pathname } = new URL(url);
  const content = Buffer.from(JSON.stringify(body));
  const lines = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${content.length}`,
  ];
  if (token !== null) lines.push(`authorization: Bearer ${token}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content]);
}

/**
 * Sends requests over `clients` kept-alive connections, each waiting for its answer before the next one, until the time or the requests
 * are used up. `next` gives the bytes of the next request, or null where there is none left. Throws on any answer but 200 or one that `refuse` names.
 */
export async function load(
  url: string,
  next: () => RequestBytes | null,
  bounds: { readonly clients: number; readonly seconds: number; readonly requests: number },
  refuse: (body: Buffer) => boolean = () => false,
): Promise<Round> {
  const { hostname, port } = new URL(url);
  const latencies: number[] = [];
  const began = performance.now();
  let left = bounds.requests;
  const worker = async (): Promise<void> => {
    const wire = await Wire.open(hostname, Number(port));
    try {
      while (left > 0 && performance.now() - began < bounds.seconds * 1000) {
        left -= 1;
        const request = next();
        if (request === null) break;
        const sent = performance.now();
        const { status, body } = await wire.send(request);
        latencies.push(performance.now() - sent);
        if (status !== 200 || refuse(body)) throw new Error(`${url} answered ${status}: ${body.toString('utf8').slice(0, 400)}`);
      }
    } finally {
      wire.close();
    }
  };
  await Promise.all(Array.from({ length: bounds.clients }, worker));
  return { requests: latencies.length, seconds: (performance.now() - began) / 1000, latencies };
}

/** One request and its whole answer. */
export async function once(url: string, request: RequestBytes): Promise<{ readonly status: number; readonly body: Buffer }> {
  const { hostname, port } = new URL(url);
  const wire = await Wire.open(hostname, Number(port));
  try {
    return await wire.send(request);
  } finally {
    wire.close();
  }
}

/** A kept-alive connection that reads answers by their content-length and costs as little as can be. */
class Wire {
  private chunks: Buffer[] = [];
  private length = 0;
  private wanted = -1;
  private head = '';
  private waiting: { resolve(answer: { status: number; body: Buffer }): void; reject(error: Error): void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('the connection was closed')));
  }

  static open(host: string, port: number): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true }, () => resolve(new Wire(socket)));
      socket.once('error', reject);
    });
  }

  send(request: RequestBytes): Promise<{ status: number; body: Buffer }> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
    if (this.wanted < 0) {
      const all = Buffer.concat(this.chunks);
      const end = all.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.head = all.toString('latin1', 0, end);
      this.wanted = end + 4 + Number(/content-length: (\d+)/i.exec(this.head)?.[1] ?? Number.NaN);
      if (Number.isNaN(this.wanted)) this.waiting?.reject(new Error(`no content-length in ${this.head}`));
    }
    if (this.length < this.wanted) return;
    const all = Buffer.concat(this.chunks);
    const answer = { status: Number(this.head.slice(9, 12)), body: all.subarray(this.head.length + 4) };
    this.chunks = [];
    this.length = 0;
    this.wanted = -1;
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve(answer);
  }
}
