import { readFileSync } from 'node:fs';
import { SHARED_TABLES } from './house';
import { readSources } from './sources';

const ROOM = /^apps\/api\/src\/features\/([^/]+)\//;
const files = readSources()
  .map(({ path }) => path)
  .filter((path) => (ROOM.test(path) || /^libs\/platform\/src\//.test(path)) && !/spec\.ts$/.test(path))
  .map((path) => ({ path, room: ROOM.exec(path)?.[1] ?? 'platform', text: readFileSync(path, 'utf8') }));

/** Whose a table is: of the room whose record it is. */
const owners = new Map(
  files
    .filter(({ path }) => path.endsWith('.record.ts'))
    .flatMap(({ room, text }) =>
      [...text.matchAll(/@(?:TenantRecord|Entity)\('(\w+)'/g)].map(([, table]) => [table as string, room] as const),
    ),
);

/** The tables that the statements of a file name. */
const tablesIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:ONLY\s+)?"?([a-z_]+)"?/g)]
    .map(([, name]) => name as string)
    .filter((name) => owners.has(name));

const rooms = files.filter(({ room }) => room !== 'platform');

describe('statements', () => {
  it('are there, and their tables have owners', () => {
    expect(owners.size).toBeGreaterThan(35);
    expect(new Set(owners.values()).size).toBeGreaterThanOrEqual(8);
    expect(rooms.flatMap(({ text }) => tablesIn(text)).length).toBeGreaterThan(80);
  });

  const foreign = rooms.flatMap(({ path, room, text }) =>
    [...new Set(tablesIn(text))]
      .filter((table) => ![room, 'platform'].includes(owners.get(table) as string))
      .map((table) => ({ file: path, table })),
  );

  it('name tables of their own room, and of the platform; another room is asked by its front door', () => {
    expect(foreign.filter(({ file, table }) => !SHARED_TABLES.some((one) => one.file === file && one.table === table))).toEqual([]);
  });

  it('share no more tables than is said, with a reason', () => {
    expect(SHARED_TABLES.length).toBeLessThanOrEqual(3);
    for (const { file, table, because } of SHARED_TABLES) {
      expect(because.length).toBeGreaterThan(20);
      expect(foreign).toContainEqual({ file, table });
    }
  });

  it('stand in persistence', () => {
    const elsewhere = rooms.filter(
      ({ path, text }) => !/\/persistence\//.test(path) && (tablesIn(text).length > 0 || /\btx\.(query|manager|find|findOne)\b/.test(text)),
    );
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });
});
