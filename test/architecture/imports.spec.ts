import { readFileSync } from 'node:fs';
import { ROOMS, STOREYS, type StoreyRule } from './house';
import { readSources, type Source } from './sources';

const sources = readSources();
const ruleOf = (path: string): StoreyRule | undefined => STOREYS.find(({ where }) => where.test(path));
const roomOf = (path: string): string | null => /^apps\/api\/src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
const product = sources.filter(({ path }) => ruleOf(path)?.storey !== 'test');

/** Every import of the product that `faulty` picks, as `from -> what`. */
const importsThat = (faulty: (source: Source, target: Source['imports'][number]) => boolean): string[] =>
  product.flatMap((source) =>
    source.imports.filter((target) => faulty(source, target)).map(({ specifier }) => `${source.path} -> ${specifier}`),
  );

describe('who may import whom', () => {
  it('knows a storey for every file, and every rule has files', () => {
    expect(sources.filter(({ path }) => ruleOf(path) === undefined).map(({ path }) => path)).toEqual([]);
    const empty = STOREYS.filter((rule) => !sources.some(({ path }) => ruleOf(path) === rule));
    expect(empty.map(({ where }) => String(where))).toEqual([]);
  });

  it('resolves every import within the tree', () => {
    expect(importsThat((_source, { file }) => file?.startsWith('missing:') === true && !file.endsWith('.json'))).toEqual([]);
  });

  /** Every import that climbs, as from and to. */
  const upward = product.flatMap(({ path, imports }) =>
    imports.flatMap(({ file }) => {
      if (file === null || file.startsWith('missing:')) return [];
      const [from, to] = [ruleOf(path), ruleOf(file)];
      const climbs = from !== undefined && to !== undefined && from.storey !== to.storey && !from.below.includes(to.storey);
      return climbs ? [{ from: path, to: file }] : [];
    }),
  );
  it('goes only down', () => {
    expect(upward).toEqual([]);
  });

  it('uses only the packages of its storey', () => {
    const foreign = importsThat((source, { specifier, file }) => {
      const allowed = ruleOf(source.path)?.packages ?? null;
      return file === null && allowed !== null && !allowed.some((pattern) => pattern.test(specifier));
    });
    expect(foreign).toEqual([]);
  });

  it('enters another room by its front door, and only an earlier one', () => {
    const order = (room: string): number => (ROOMS as readonly string[]).indexOf(room);
    const trespassing = importsThat((source, { file }) => {
      const from = roomOf(source.path);
      const to = file === null ? null : roomOf(file);
      if (to === null || from === to) return false;
      const byDoor = /^apps\/api\/src\/features\/[^/]+\/index\.ts$/.test(file as string);
      return !byDoor || (from !== null && order(to) >= order(from));
    });
    expect(trespassing).toEqual([]);
  });

  it('takes nothing of persistence through a front door into transport', () => {
    const read = (path: string): string => readFileSync(path, 'utf8');
    const namesIn = (list: string): string[] => list.split(',').map((name) => name.replace(/\btype\b/, '').trim());
    /** By room: what its front door gives out of its persistence. */
    const rows = new Map(
      ROOMS.map((room) => [
        room as string,
        [...read(`apps/api/src/features/${room}/index.ts`).matchAll(/export (?:type )?\{([^}]*)\} from '\.\/persistence\//g)].flatMap(
          ([, list]) => namesIn(list as string).map((name) => name.split(' as ').at(-1) as string),
        ),
      ]),
    );
    expect([...rows.values()].flat()).toEqual(expect.arrayContaining(['Loops', 'LoopValue', 'Kits', 'Members']));
    const taken = product
      .filter(({ path }) => ruleOf(path)?.storey === 'transport')
      .flatMap(({ path }) =>
        [...read(path).matchAll(/import (?:type )?\{([^}]*)\} from '\.\.\/\.\.\/([a-z-]+)';/g)].flatMap(([, list, room]) =>
          namesIn(list as string)
            .filter((name) => rows.get(room as string)?.includes(name.split(' as ')[0] as string))
            .map((name) => `${path} -> ${name}`),
        ),
      );
    expect(taken).toEqual([]);
  });

  it('has all eight rooms, each with a card on its door', () => {
    const rooms = new Set(sources.map(({ path }) => roomOf(path)).filter((room) => room !== null));
    expect([...rooms].sort()).toEqual([...ROOMS].sort());
  });

  it('runs in no circle', () => {
    expect(circles(product)).toEqual([]);
  });
});

/** The circles of imports, each once, as a path from file to file. */
function circles(all: readonly Source[]): string[] {
  const next = new Map(all.map(({ path, imports }) => [path, imports.flatMap(({ file }) => (file === null ? [] : [file]))]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    state.set(path, 'open');
    for (const target of next.get(path) ?? []) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const { path } of all) visit(path, []);
  return found;
}
