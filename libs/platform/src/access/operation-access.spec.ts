import { DiscoveryModule } from '@nestjs/core';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import { Allow, Public } from './allow.decorator';
import { OperationAccessTable } from './operation-access';

@Resolver()
class Guarded {
  @Query(() => String)
  @Allow('viewer.read')
  mine(): string {
    return '';
  }

  @Mutation(() => String, { name: 'enter' })
  @Public('to get in')
  signIn(): string {
    return '';
  }
}

@Resolver()
class Forgotten {
  @Mutation(() => String)
  dropEverything(): string {
    return '';
  }
}

const boot = async (resolvers: (typeof Guarded | typeof Forgotten)[]): Promise<OperationAccessTable> => {
  const module = await Test.createTestingModule({ imports: [DiscoveryModule], providers: [OperationAccessTable, ...resolvers] }).compile();
  await module.init();
  return module.get(OperationAccessTable);
};

describe('the access rule of every operation', () => {
  it('is known by name and kind', async () => {
    const table = await boot([Guarded]);
    expect(table.operations()).toEqual([
      { kind: 'Mutation', operation: 'enter', rule: { publicBecause: 'to get in' } },
      { kind: 'Query', operation: 'mine', rule: { permission: 'viewer.read' } },
    ]);
  });

  it('must be there, or the application does not start', async () => {
    await expect(boot([Guarded, Forgotten])).rejects.toThrow('Operations without @Allow or @Public: Mutation.dropEverything');
  });
});
