import { registerRecords } from '@touchstone/platform/database';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Which organizations to look into for a user. What she may do there stands in `member`. */
@Entity('user_organization')
@ForeignKey('UserRecord', ['userId'], ['id'], { name: 'user_organization_user_fk', onDelete: 'CASCADE' })
@ForeignKey('OrganizationRecord', ['organizationId'], ['id'], { name: 'user_organization_organization_fk', onDelete: 'CASCADE' })
export class UserOrganizationRecord {
  @PrimaryColumn('uuid') userId!: string;
  @PrimaryColumn('uuid') organizationId!: string;
}

registerRecords(UserOrganizationRecord);
