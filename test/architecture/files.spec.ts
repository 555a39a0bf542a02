import { EMPTY_NAMES, LONGEST_FILE, SUFFIXES } from './house';
import { readSources } from './sources';

const sources = readSources();

describe('files', () => {
  it(`are at most ${LONGEST_FILE} lines long`, () => {
    expect(sources.filter(({ lines }) => lines > LONGEST_FILE).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('have names that say what is inside', () => {
    expect(sources.map(({ path }) => path).filter((path) => EMPTY_NAMES.test(path))).toEqual([]);
  });

  it('are written in kebab-case with a known suffix', () => {
    const named = new RegExp(
      `^(\\d+-)?[a-z0-9]+(-[a-z0-9]+)*(\\.(${SUFFIXES.map((suffix) => suffix.replace('.', '\\.')).join('|')}))?\\.ts$`,
    );
    expect(sources.map(({ path }) => path).filter((path) => !named.test(path.split('/').at(-1) as string))).toEqual([]);
  });
});
