import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the documents say is there, is there. */
describe('documents', () => {
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'GLOSSARY.md', 'docs/decisions/README.md'];

  it.each(pages)('%s links to files that exist', (page) => {
    const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/')) : '.';
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => join(folder, link as string));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('name every decision in their table of contents', () => {
    const contents = readFileSync('docs/decisions/README.md', 'utf8');
    const left = readdirSync('docs/decisions').filter((file) => file !== 'README.md' && !contents.includes(file));
    expect(left).toEqual([]);
  });

  it('name every configuration variable of the README in the reader of the configuration, and the other way round', () => {
    const reader = readFileSync('libs/platform/src/configuration/read-configuration.ts', 'utf8');
    const table = readFileSync('README.md', 'utf8').match(/## Configuration[\s\S]*?\n## /)?.[0] ?? '';
    const told = [...table.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name as string);
    const read = [...reader.matchAll(/\('([A-Z][A-Z_]+)'/g)].map(([, name]) => name as string);
    expect([...new Set(read)].filter((name) => !told.includes(name))).toEqual([]);
    expect([...new Set(told)].filter((name) => !reader.includes(`'${name}'`))).toEqual([]);
  });
});
