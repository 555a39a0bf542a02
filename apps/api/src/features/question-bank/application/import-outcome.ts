import { type BankMember, isOwnVersion, mayMaintainQuestion, mayReadVersion } from '@touchstone/interviewing/question-bank';
import type { MetQuestion } from '../persistence/import-bank.repository';
import type { ImportEffect, ImportOutcome } from '../persistence/question-import-item.record';

/** What a question of a file is to the bank, and what writing it would do. */
export interface Judgement {
  readonly outcome: ImportOutcome;
  readonly effect: ImportEffect;
  /** Why nothing is written, with what to do. */
  readonly reason: string | null;
  /** The version that it was held against, at its revision; null = none. Whoever writes holds it against the same one. */
  readonly basis: string | null;
}

/** What decides about a question of a file. */
export interface Candidate {
  readonly slug: string;
  readonly contentHash: string;
  /** Its name elsewhere, as `system` and id with a line end between; null where the slug is its name. */
  readonly identity: string | null;
}

/**
 * Is the question new here, changed, as it is, or in the way of something? By its slug, and where it comes from another system by its name there, so that two files
 * with a question "1" each are not taken for one. The rules are those of drafts: one open version at a time, a draft is changed by those who wrote on it,
 * and of what the reader may not know of nothing is told but that the slug is taken.
 */
export function judge({ slug, contentHash, identity }: Candidate, met: MetQuestion | undefined, reader: BankMember): Judgement {
  if (met === undefined) return { outcome: 'NEW', effect: 'NEW_QUESTION', reason: null, basis: null };
  const basis = `${met.latestId}@${met.revision}`;
  const conflict = (reason: string): Judgement => ({ outcome: 'CONFLICT', effect: 'LEFT_OUT', reason, basis });
  const unchanged: Judgement = { outcome: 'UNCHANGED', effect: 'NOTHING', reason: null, basis };
  const readable = mayReadVersion(met, reader);
  if (!readable && met.approvedHash === null)
    return conflict(`The slug "${slug}" is taken. Slugs are for ever; give the question another id in the file.`);
  if ((readable && met.contentHash === contentHash) || met.approvedHash === contentHash) return unchanged;
  if (identity !== null && !hasName(met.external, identity))
    return conflict(
      `The slug "${slug}" belongs to another question, which does not come from this file. Give the question another id in the file, or upload the file under the name that it had before.`,
    );
  if (!mayMaintainQuestion({ ownerId: met.ownerId }, reader))
    return conflict('A new version is started by the owner of the question, a reviewer or an administrator.');
  switch (met.status) {
    case 'IN_REVIEW':
      return conflict('A version of this question is in review. Withdraw it, or wait for the review.');
    case 'DRAFT':
      if (!readable || !isOwnVersion(met, reader.memberId))
        return conflict('Somebody is writing a new version of this question. There is one open version at a time.');
      return { outcome: 'CHANGED', effect: 'DRAFT_REPLACED', reason: null, basis };
    default:
      return { outcome: 'CHANGED', effect: 'NEW_VERSION', reason: null, basis };
  }
}

function hasName(external: string | null, identity: string): boolean {
  const names = external === null ? [] : (JSON.parse(external) as readonly { readonly system: string; readonly id: string }[] | null);
  return (names ?? []).some(({ system, id }) => `${system}\n${id}` === identity);
}
