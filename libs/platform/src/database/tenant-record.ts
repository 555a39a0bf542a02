import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { registerRecords } from './records';

/** Foreign keys of a tenant record: the name in `<table>_<name>_fk`, the property that holds the id, the record it names. */
export type TenantKeys = Readonly<Record<string, readonly [property: string, record: string]>>;

/**
 * The table of a room, as one flat record. Adds what the tenancy recipe of the migrations gives every table: the key to the
 * organization, and composite keys that cannot cross organizations.
 */
export function TenantRecord(table: string, keys: TenantKeys = {}): ClassDecorator {
  return (target) => {
    Entity(table)(target);
    ForeignKey('OrganizationRecord', ['organizationId'], ['id'], { name: `${table}_organization_fk`, onDelete: 'CASCADE' })(target);
    for (const [name, [property, record]] of Object.entries(keys)) {
      ForeignKey(record, ['organizationId', property], ['organizationId', 'id'], { name: `${table}_${name}_fk` })(target);
    }
    registerRecords(target as never);
  };
}

/** The organization that leads every primary key. */
export const OrganizationKey = (): PropertyDecorator => PrimaryColumn('uuid');
