import { Injectable } from '@nestjs/common';
import { allowedByScopes, can } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';

/** Of these question versions, those whose rubric this actor may read, for a reason that a later room knows: a seat at an interview. */
export type RubricSource = (tx: Transaction, actor: Actor, versionIds: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Who may read the scorer's half of a question: rubric, probes, model answer, ground truth. Roles with `question.readRubric` may
 * read it in the bank; everybody else only through what later rooms answer here. An access token has to carry the permission in either case.
 */
@Injectable()
export class QuestionRights {
  private readonly sources: RubricSource[] = [];

  /** A later room says through which of its things rubrics can be read. */
  addSource(source: RubricSource): void {
    this.sources.push(source);
  }

  async readable(tx: Transaction, actor: Actor, versionIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (!allowedByScopes(actor.scopes, 'question.readRubric') || versionIds.length === 0) return new Set();
    if (can(actor.roles, 'question.readRubric')) return new Set(versionIds);
    const readable = new Set<string>();
    for (const source of this.sources) for (const id of await source(tx, actor, versionIds)) readable.add(id);
    return readable;
  }
}
