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

  it('goes only down', () => {
    const upward = importsThat((source, { file }) => {
      if (file === null || file.startsWith('missing:')) return false;
      const from = ruleOf(source.path);
      const to = ruleOf(file);
      return from !== undefined && to !== undefined && from.storey !== to.storey && !from.below.includes(to.storey);
    });
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

  it('has all eight rooms, each with a card on its door', () => {
    const rooms = new Set(sources.map(({ path }) => roomOf(path)).filter((room) => room !== null));
    expect([...rooms].sort()).toEqual([...ROOMS].sort());
  });

  it('lets no verb call another', () => {
    const verb = /^apps\/api\/src\/features\/[^/]+\/application\/(?!.*\.(loader|spec)\.ts$)/;
    const executes = (path: string): boolean => verb.test(path);
    const calling = importsThat((source, { file, specifier }) => {
      if (file === null || !executes(source.path) || !executes(file)) return false;
      return VERB_NAME.test(specifier.split('/').at(-1) ?? '');
    });
    expect(calling).toEqual([]);
  });

  it('runs in no circle', () => {
    expect(circles(product)).toEqual([]);
  });
});

/** Files named after a mutation or a query: a verb in the imperative and its object. */
const VERB_NAME =
  /^(create|update|delete|list|publish|assemble|submit|open|close|reopen|record|rate|save|start|end|cancel|schedule|assign|remove|sign|change|revoke|invite|accept|switch|swap|move|erase|declare|withdraw|review|retire)-/;

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
