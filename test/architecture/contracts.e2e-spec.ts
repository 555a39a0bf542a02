import { readFileSync } from 'node:fs';
import { accessText, schemaText, World } from '@touchstone/testing';

describe('committed contracts (npm run schema brings them up to date)', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('schema.graphql is the schema that is served', () => {
    expect(schemaText(world)).toBe(readFileSync('schema.graphql', 'utf8'));
  });

  it('access.md says for every operation who may call it', () => {
    const text = accessText(world);
    expect(text).not.toContain('**none**');
    expect(text).toBe(readFileSync('test/architecture/access.md', 'utf8'));
  });
});
