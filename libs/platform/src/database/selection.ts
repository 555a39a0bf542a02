import type { EntityMetadata, ObjectLiteral } from 'typeorm';

/** Which rows: each property equals a value, is null, or is one of a list. */
export type RowFilter<Row> = { readonly [P in keyof Row]?: Row[P] | readonly NonNullable<Row[P]>[] | null };

const heads = new WeakMap<EntityMetadata, string>();

/**
 * The statement that reads whole rows of one table as its record describes them. One text for each shape of question, so that it is prepared
 * once; and rows come as the driver makes them, which costs a fraction of what it costs TypeORM to make entities.
 */
export function selection<Row extends ObjectLiteral>(
  metadata: EntityMetadata,
  where: RowFilter<Row>,
  order: readonly string[],
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const parameters: unknown[] = [];
  const conditions = Object.entries(where).map(([property, wanted]) => {
    const column = columnOf(metadata, property);
    if (wanted === null) return `${column} IS NULL`;
    // For one value PostgreSQL comes to keep its plan; for a list it plans anew each time.
    const single = Array.isArray(wanted) && wanted.length === 1;
    parameters.push(single ? wanted[0] : wanted);
    return Array.isArray(wanted) && !single ? `${column} = ANY ($${parameters.length})` : `${column} = $${parameters.length}`;
  });
  const sorted = order.length === 0 ? '' : ` ORDER BY ${order.map((property) => columnOf(metadata, property)).join(', ')}`;
  return { sql: `${headOf(metadata)} WHERE ${conditions.join(' AND ')}${sorted}`, parameters };
}

function headOf(metadata: EntityMetadata): string {
  let head = heads.get(metadata);
  if (head === undefined) {
    const columns = metadata.columns.map(({ databaseName, propertyName }) => `"${databaseName}" AS "${propertyName}"`);
    heads.set(metadata, (head = `SELECT ${columns.join(', ')} FROM "${metadata.tableName}"`));
  }
  return head;
}

function columnOf(metadata: EntityMetadata, property: string): string {
  const column = metadata.findColumnWithPropertyName(property);
  if (column === undefined) throw new TypeError(`${metadata.tableName} has no ${property}`);
  return `"${column.databaseName}"`;
}
