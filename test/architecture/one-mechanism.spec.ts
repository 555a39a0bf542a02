import { readFileSync } from 'node:fs';
import { readSources } from './sources';

const product = readSources().filter(({ path }) => /^(apps|libs|scripts)\//.test(path) && !/\.(spec|e2e-spec)\.ts$/.test(path));
const filesThat = (has: RegExp): string[] => product.filter(({ text }) => has.test(text)).map(({ path }) => path);

describe('each thing that many need has one way', () => {
  it('an actor is made of texts by actorOf alone', () => {
    expect(filesThat(/as unknown as Actor\b|as (UserId|MemberId|OrganizationId)\b/)).toEqual(['libs/platform/src/actor/actor-of.ts']);
  });

  it('roles and scopes are asked together by permits alone', () => {
    const both = filesThat(/\bcan\(/).filter((path) => filesThat(/\ballowedByScopes\(/).includes(path));
    // The two rooms that are being rebuilt ask them one by one.
    const elsewhere = both.filter((path) => !/features\/(kits|question-bank)\//.test(path));
    expect(elsewhere).toEqual(['libs/interviewing/src/access/permits.ts']);
  });

  it('a verb writes in one transaction, but for those that ARCHITECTURE.md excepts', () => {
    const writes = (text: string): number => [...text.matchAll(/\bunitOfWork\s*\.(?:write|writeIn)\(/g)].length;
    const several = product
      .filter(({ path, text }) => /\/application\//.test(path) && writes(text) > 1)
      .map(({ path }) => path.split('/').at(-1)?.replace('.ts', ''));
    expect(several.sort()).toEqual(['create-organization', 'password-proof']);
    const excepted = /## Written beside a change[\s\S]*?\n## /.exec(readFileSync('ARCHITECTURE.md', 'utf8'))?.[0] ?? '';
    for (const name of ['createOrganization', 'signIn', 'changePassword', 'acceptInvitation']) expect(excepted).toContain(`\`${name}\``);
  });
});
