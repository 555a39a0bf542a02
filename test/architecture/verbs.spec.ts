import { readFileSync } from 'node:fs';
import { readSources } from './sources';

const ROOM = /^apps\/api\/src\/features\/([^/]+)\//;
const everything = readSources().map(({ path }) => ({ path, text: readFileSync(path, 'utf8') }));
const files = everything.filter(({ path }) => !/spec\.ts$/.test(path) && !path.startsWith('test/'));
const application = files.filter(({ path }) => /^apps\/api\/src\/features\/[^/]+\/application\//.test(path));

const classesOf = (text: string): string[] => [...text.matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name]) => name as string);
const firstWord = (path: string): string => /([a-z]+)[^/]*$/.exec(path)?.[1] ?? '';
const executes = (text: string): boolean => /^ {2}(?:private )?(?:async )?execute[(<]/m.test(text);

/** The words with which names of verbs begin: those of the files that have an `execute`. */
const imperatives = new Set(application.filter(({ text }) => executes(text)).map(({ path }) => firstWord(path)));
/** A verb has an `execute`, or a name like those that have one (`ViewLoops` reads in several ways). */
const verbs = new Map(
  application
    .filter(({ path, text }) => executes(text) || imperatives.has(firstWord(path)))
    .flatMap(({ path, text }) => classesOf(text).map((name) => [name, path] as const)),
);

/** What the constructors of a file are given. */
const injected = (text: string): string[] =>
  [...text.matchAll(/constructor\(([^)]*)\)/g)].flatMap(([, parameters]) =>
    [...(parameters as string).matchAll(/: (\w+)/g)].map(([, type]) => type as string),
  );

/** The names that a file imports from another room, by its front door. */
const fromOtherRooms = (text: string): string[] =>
  [...text.matchAll(/import (?:type )?\{([^}]*)\} from '\.\.\/(?:\.\.\/)?[a-z-]+';/g)].flatMap(([, names]) =>
    (names as string).split(',').map(
      (name) =>
        name
          .replace(/\btype\b/, '')
          .trim()
          .split(' as ')[0] as string,
    ),
  );

describe('verbs', () => {
  it('are known', () => {
    expect(verbs.size).toBeGreaterThan(80);
    for (const name of ['SubmitScorecard', 'EraseCandidate', 'ViewLoops', 'ListKits']) expect([...verbs.keys()]).toContain(name);
    for (const name of ['LoopReader', 'SealReader', 'KitLoader', 'LoopGate', 'InterviewStep'])
      expect([...verbs.keys()]).not.toContain(name);
  });

  it('are called by transport and by nothing else: what verbs have in common is a noun of its own', () => {
    const below = files.filter(({ path }) => /^apps\/api\/src\/features\/[^/]+\/(application|persistence)\//.test(path));
    const calling = below.flatMap(({ path, text }) =>
      injected(text)
        .filter((type) => verbs.has(type))
        .map((type) => `${path} <- ${type}`),
    );
    expect(calling).toEqual([]);
  });

  it('stay in their room: a front door gives later rooms loaders and readers', () => {
    const crossing = files
      .filter(({ path }) => ROOM.test(path))
      .flatMap(({ path, text }) =>
        fromOtherRooms(text)
          .filter((name) => verbs.has(name) && ROOM.exec(verbs.get(name) as string)?.[1] !== ROOM.exec(path)?.[1])
          .map((name) => `${path} <- ${name}`),
      );
    expect(crossing).toEqual([]);
  });

  it('go out by a front door only where those ask for them who put the application together, or try it', () => {
    const doors = files.filter(({ path }) => /^apps\/api\/src\/features\/[^/]+\/index\.ts$/.test(path));
    const given = doors.flatMap(({ text }) => [...verbs.keys()].filter((name) => new RegExp(`\\b${name}\\b`).test(text)));
    const outside = everything.filter(({ path }) => !ROOM.test(path)).map(({ text }) => text);
    expect(given.filter((name) => !outside.some((text) => new RegExp(`\\b${name}\\b`).test(text)))).toEqual([]);
  });
});
