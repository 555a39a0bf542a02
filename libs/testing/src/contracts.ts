import { permissions } from '@touchstone/interviewing/access';
import { OperationAccessTable } from '@touchstone/platform/access';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { World } from './world';

/** The public API as text: `schema.graphql`. */
export const schemaText = (world: World): string => `${printSchema(lexicographicSortSchema(world.app.get(GraphQLSchemaHost).schema))}\n`;

/** Who may call what, as a table: `test/architecture/access.md`. */
export function accessText(world: World): string {
  const rows = world.app
    .get(OperationAccessTable)
    .operations()
    .map(({ kind, operation, rule }) => {
      if (rule === undefined) return `| ${kind} | \`${operation}\` | **none** | | |`;
      if ('publicBecause' in rule) return `| ${kind} | \`${operation}\` | everybody | | ${rule.publicBecause} |`;
      const { roles, scope } = permissions[rule.permission];
      return `| ${kind} | \`${operation}\` | \`${rule.permission}\` | ${roles.join(' ')} | ${scope ?? ''} |`;
    });
  return [
    '# Who may call what',
    '',
    'Made by `npm run schema` from the resolvers and the permission table; a test holds it true.',
    '',
    '| kind | operation | permission | roles | beyond the role |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
