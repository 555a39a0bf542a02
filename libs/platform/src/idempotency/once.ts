import { createHash } from 'node:crypto';
import { canonicalJson, err, type IdempotencyMismatchError, ok, type Result } from '@touchstone/kernel';
import type { Transaction } from '../database/transaction';

/** One change that must happen once: `operation` and `key` name it (for one member), `input` is what was asked. */
export interface Once {
  readonly operation: string;
  readonly key: string;
  readonly input: unknown;
}

/** Whose keys they are: two members may use the same one. */
interface Owner {
  readonly organizationId: string;
  readonly memberId: string;
}

/**
 * Claims the key, or gives the first answer if the key was used before. A second request with the same key waits here
 * until the first has committed or rolled back: PostgreSQL holds it at the unique key.
 */
export async function claimOnce<T>(tx: Transaction, actor: Owner, once: Once): Promise<Result<T, IdempotencyMismatchError> | null> {
  const inputHash = hashOfInput(once.input);
  const claimed = await tx.query(
    `INSERT INTO idempotency_record (organization_id, member_id, operation, key, input_hash, created_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING key`,
    [actor.organizationId, actor.memberId, once.operation, once.key, inputHash, tx.now],
  );
  if (claimed.length > 0) return null;
  return (await recallOnce<T>(tx, actor, once)) ?? err(mismatch);
}

/**
 * The first answer if the key was used before, else null. Claims nothing: for changes whose preparation is too dear to be
 * done again for a replay. The change itself still goes through `claimOnce`.
 */
export async function recallOnce<T>(tx: Transaction, actor: Owner, once: Once): Promise<Result<T, IdempotencyMismatchError> | null> {
  const [earlier] = await tx.query<{ input_hash: string; answer: string }>(
    `SELECT input_hash, answer FROM idempotency_record
     WHERE organization_id = $1 AND member_id = $2 AND operation = $3 AND key = $4`,
    [actor.organizationId, actor.memberId, once.operation, once.key],
  );
  if (earlier === undefined) return null;
  return earlier.input_hash === hashOfInput(once.input) ? ok(JSON.parse(earlier.answer) as T) : err(mismatch);
}

/** Keeps the answer of a claimed key, in the transaction that made it true. */
export function keepAnswer(tx: Transaction, actor: Owner, once: Once, answer: unknown): Promise<unknown> {
  return tx.query(
    `UPDATE idempotency_record SET answer = $5 WHERE organization_id = $1 AND member_id = $2 AND operation = $3 AND key = $4`,
    [actor.organizationId, actor.memberId, once.operation, once.key, JSON.stringify(answer ?? null)],
  );
}

/** Instants count by their text, so that the same request gives the same hash on every instance. */
const hashOfInput = (input: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(input ?? null))))
    .digest('hex');

const mismatch: IdempotencyMismatchError = {
  type: 'IdempotencyMismatchError',
  code: 'IDEMPOTENCY_MISMATCH',
  message: 'This idempotencyKey was used before with other input. Use a fresh key for a new change.',
  path: ['input', 'idempotencyKey'],
};
