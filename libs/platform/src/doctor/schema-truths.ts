import { GLOBAL_TABLES } from '../database/verify-server';
import type { Truth } from './truth';

const globals = GLOBAL_TABLES.map((name) => `'${name}'`).join(', ');

/** The tables of organizations: everything of ours that is not on the short list of global ones. */
const TENANT = `tenant AS (
  SELECT c.oid, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname NOT IN (${globals}))`;

const FIRST_COLUMN = `(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[0])`;

/** What every table must obey, so that organizations stay apart and the schema can be spread over many servers. */
export const schemaTruths: readonly Truth[] = [
  {
    says: 'every tenant table has a primary key that starts with organization_id',
    faults: `WITH ${TENANT} SELECT t.name FROM tenant t WHERE NOT EXISTS (
      SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary AND ${FIRST_COLUMN} = 'organization_id')`,
  },
  {
    says: 'every unique key of a tenant table starts with organization_id',
    faults: `WITH ${TENANT} SELECT t.name || '.' || i.indexrelid::regclass FROM tenant t JOIN pg_index i ON i.indrelid = t.oid
      WHERE i.indisunique AND ${FIRST_COLUMN} <> 'organization_id'`,
  },
  {
    says: 'organization_id is uuid and never null',
    faults: `WITH ${TENANT} SELECT t.name FROM tenant t LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'organization_id' AND a.attnotnull
      AND a.atttypid = 'uuid'::regtype WHERE a.attrelid IS NULL`,
  },
  {
    says: 'foreign keys between tenant tables carry organization_id on both sides',
    faults: `WITH ${TENANT} SELECT f.conname FROM pg_constraint f JOIN tenant child ON child.oid = f.conrelid JOIN tenant parent ON parent.oid = f.confrelid
      WHERE f.contype = 'f' AND NOT EXISTS (
        SELECT 1 FROM generate_subscripts(f.conkey, 1) AS k
        JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[k] AND a.attname = 'organization_id'
        JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = f.confkey[k] AND b.attname = 'organization_id')`,
  },
  {
    says: 'no global table refers to a tenant table',
    faults: `WITH ${TENANT} SELECT f.conname FROM pg_constraint f JOIN tenant parent ON parent.oid = f.confrelid
      WHERE f.contype = 'f' AND f.conrelid NOT IN (SELECT oid FROM tenant)`,
  },
  {
    says: 'there are no triggers but those of foreign keys',
    faults: `SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT t.tgisinternal AND n.nspname = 'public'`,
  },
  {
    says: 'row-level security is on and forced on every tenant table',
    faults: `WITH ${TENANT} SELECT t.name FROM tenant t JOIN pg_class c ON c.oid = t.oid WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  },
  {
    // Nearly all that GIN, GiST and SP-GiST answer is not leakproof, and PostgreSQL asks nothing of the kind before a policy is checked.
    says: 'every index of a tenant table is one that row-level security lets be used',
    faults: `WITH ${TENANT} SELECT t.name || '.' || c.relname FROM tenant t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_am a ON a.oid = c.relam WHERE a.amname NOT IN ('btree', 'hash', 'brin') AND NOT i.indisexclusion`,
  },
  {
    says: 'a restrictive policy ties every row to the organization, for reading and for writing',
    faults: `WITH ${TENANT} SELECT t.name FROM tenant t WHERE NOT EXISTS (
      SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid AND NOT p.polpermissive AND p.polcmd = '*'
        AND pg_get_expr(p.polqual, p.polrelid) ~ 'organization_id = (public\\.)?touchstone_organization_id\\(\\)'
        AND pg_get_expr(p.polwithcheck, p.polrelid) ~ 'organization_id = (public\\.)?touchstone_organization_id\\(\\)')`,
  },
  {
    says: 'the application role owns nothing and bypasses nothing',
    faults: `SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'touchstone_app'
      UNION ALL SELECT rolname FROM pg_roles WHERE rolname = 'touchstone_app' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`,
  },
  {
    says: 'nothing runs with the rights of its owner',
    faults: `SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public' AND p.prosecdef
      UNION ALL SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('v', 'm') AND NOT coalesce(array_to_string(c.reloptions, ',') ~ 'security_invoker=(true|on)', false)
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`,
  },
  {
    says: 'ids come from the application: no sequence stands behind a tenant table',
    faults: `WITH ${TENANT} SELECT t.name || '.' || a.attname FROM tenant t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0
      LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
      WHERE a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE '%nextval%'`,
  },
  {
    says: 'the application role may never truncate, and never changes the audit log or a document',
    faults: `SELECT g.table_name || ': ' || g.privilege_type FROM information_schema.role_table_grants g
      WHERE g.grantee IN ('touchstone_app', 'PUBLIC') AND g.table_schema = 'public' AND (g.privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')
        OR (g.table_name IN ('audit_event', 'question_document', 'scoring_rule', 'second_rating', 'decision', 'deviation') AND g.privilege_type IN ('UPDATE', 'DELETE')))`,
  },
  {
    says: 'functions that policies call are honest about changing nothing',
    faults: `SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'public' AND p.proname LIKE 'touchstone\\_%' AND p.provolatile = 'v'`,
  },
];
