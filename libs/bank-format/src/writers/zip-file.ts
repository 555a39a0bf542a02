/** A file of an archive, in the order in which it is written. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * An archive of these files; the only file that knows `yazl`. The same parts give the same bytes anywhere: every file bears one fixed
 * moment, in the form that knows no time zone.
 */
export async function zipFile(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  for (const { name, bytes } of parts)
    zip.addBuffer(Buffer.from(bytes), name, { mtime: FIXED, mode: 0o100644, compress: bytes.length > SMALL, forceDosTimestamp: true });
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  return Uint8Array.from(Buffer.concat(chunks));
}

const FIXED = new Date(2026, 0, 1);
/** Below this, packing gains nothing. */
const SMALL = 64;
