import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** A file to be saved by whoever asked for it. */
export interface FileToSend {
  readonly name: string;
  readonly mediaType: string;
  readonly byteCount: number;
  /** Read as fast as the client takes them, one at a time in memory. */
  readonly parts: AsyncIterable<Uint8Array>;
}

/** The answer that sends a file piece by piece and has browsers save it, whatever is in it. */
export const fileAnswer = ({ name, mediaType, byteCount, parts }: FileToSend): StreamableFile =>
  new StreamableFile(Readable.from(parts, { objectMode: false, highWaterMark: 1 }), {
    type: mediaType,
    length: byteCount,
    disposition: `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`,
  });

const escaped = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
