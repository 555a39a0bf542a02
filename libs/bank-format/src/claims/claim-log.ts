import type { BankQuestion } from '../bank-file';
import type { Claim } from '../upkeep-shapes';

/** One line of the log: a fact that a question rests on, and how it was checked. Texts are empty where the question does not say them. */
export interface LoggedClaim {
  /** Question and place in its list of facts, from 1: `gv-0101.f2`. */
  readonly id: string;
  readonly fact: string;
  readonly class: string;
  /** Criteria whose scores depend on it, separated by blanks. */
  readonly criteria: string;
  readonly versions: string;
  readonly source: string;
  readonly checked: string;
  readonly how: string;
  readonly result: string;
  readonly condition: string;
}

/** Every fact of the questions' `reviewedFacts`, in the order of the questions. */
export const claimLog = (questions: readonly BankQuestion[]): readonly LoggedClaim[] =>
  questions.flatMap(({ id, reviewedFacts }) =>
    reviewedFacts.map((entry, index) => logged(`${id}.f${index + 1}`, typeof entry === 'string' ? { fact: entry } : entry)),
  );

const logged = (id: string, claim: Claim): LoggedClaim => ({
  id,
  fact: claim.fact,
  class: claim.class ?? '',
  criteria: (claim.criteria ?? []).join(' '),
  versions: claim.versions ?? '',
  source: claim.source ?? '',
  checked: claim.checked ?? '',
  how: claim.how ?? '',
  result: claim.result ?? '',
  condition: claim.condition ?? '',
});

/**
 * Claims on which a score depends (class A, or with criteria) that nobody can rely on yet: without a source, without a way of checking, or with a
 * result other than verified or, with its condition, conditional.
 */
export const openClaims = (log: readonly LoggedClaim[]): readonly LoggedClaim[] =>
  log.filter(
    (claim) =>
      (claim.class === 'A' || claim.criteria !== '') &&
      (claim.source === '' ||
        claim.how === '' ||
        !(claim.result === 'verified' || (claim.result === 'conditional' && claim.condition !== ''))),
  );
