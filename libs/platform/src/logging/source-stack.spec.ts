import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inSources } from './source-stack';

describe('stacks in lines of the sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-stack-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('name the source of a compiled file, and leave all else as it is', () => {
    // Line 1, column 1 of the compiled file is line 3, column 1 of src/verb.ts.
    writeFileSync(join(folder, 'verb.js.map'), JSON.stringify({ version: 3, sources: ['src/verb.ts'], names: [], mappings: 'AAEA' }));
    const stack = ['Error: no', `    at run (${folder}/verb.js:1:1)`, `    at ${folder}/other.js:4:2`, '    at node:internal/x:1:2'].join(
      '\n',
    );
    expect(inSources(stack)).toBe(stack.replace(`${folder}/verb.js:1:1`, `${folder}/src/verb.ts:3:1`));
  });

  it('are absent where there is none', () => {
    expect(inSources(undefined)).toBeUndefined();
  });
});
