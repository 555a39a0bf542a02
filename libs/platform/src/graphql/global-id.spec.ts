import fc from 'fast-check';
import { actorOf } from '../actor';
import { globalId, localId, readGlobalId } from './global-id';

const mine = '018f3c1e-7a5b-7c9d-8e0f-112233445566';
const theirs = '018f3c1e-7a5b-7c9d-8e0f-665544332211';
const thing = '0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000';
const actor = actorOf({
  userId: thing,
  memberId: thing,
  organizationId: mine,
  roles: [],
  scopes: ['*'],
  via: 'session',
  credentialId: thing,
  origin: { requestId: 'test', address: '127.0.0.1', userAgent: 'tests' },
});

describe('ids as clients see them', () => {
  it('carry noun, organization and thing', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.constantFrom('Kit', 'QuestionVersion', 'PanelSeat'), (organizationId, id, noun) => {
        expect(readGlobalId(globalId(noun, organizationId, id))).toEqual({ noun, organizationId, id });
      }),
    );
  });

  it('name a thing of the own organization, by the noun that is asked for, and nothing else', () => {
    expect(localId(actor, 'Kit', globalId('Kit', mine, thing))).toBe(thing);
    expect(localId(actor, 'Kit', globalId('Kit', theirs, thing))).toBeNull();
    expect(localId(actor, 'Kit', globalId('Loop', mine, thing))).toBeNull();
  });

  it('are refused in any other spelling', () => {
    const good = globalId('Kit', mine, thing);
    for (const bad of [
      '',
      'Kit',
      'Kit_',
      thing,
      `${good}A`,
      good.slice(0, -1),
      good.replace('Kit_', 'kit_'),
      `${good}=`,
      ` ${good}`,
      `${good}\n`,
    ]) {
      expect(readGlobalId(bad)).toBeNull();
    }
    fc.assert(fc.property(fc.string(), (text) => readGlobalId(text) === null));
  });
});
