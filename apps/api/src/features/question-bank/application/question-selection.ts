import { Injectable } from '@nestjs/common';
import { mayReadVersion } from '@touchstone/interviewing/question-bank';
import { err, invalid, notFound, ok, type NotFoundError, type Result, type ValidationError } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import type { QuestionFilter } from '../persistence/question-filter';
import { type ListedQuestion, QuestionListRepository } from '../persistence/question-list.repository';
import type { OutgoingQuestion } from './import-tasks';
import { viewerOf } from './question-bank-viewer';
import { QuestionRights } from './question-rights';
import { faceFor } from './question.loader';

const AT_ONCE = 200;
const LISTING = { order: 'TITLE', counted: false } as const;

/** How many there were. */
export interface Selection {
  readonly questions: number;
  readonly withoutRubric: number;
}

const STATUS = { DRAFT: 'draft', IN_REVIEW: 'in-review', APPROVED: 'approved', RETIRED: 'retired' } as const;

/** The questions that somebody names, or that her list holds, each by the version that stands for it for her, with her rights; page by page. */
@Injectable()
export class QuestionSelection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: QuestionListRepository,
    private readonly rights: QuestionRights,
  ) {}

  async read(
    actor: Actor,
    { questionIds, filter }: { readonly questionIds: readonly (string | null)[] | null; readonly filter: QuestionFilter },
    most: number,
    take: (questions: readonly OutgoingQuestion[]) => Promise<void>,
  ): Promise<Result<Selection, NotFoundError | ValidationError>> {
    let [questions, withoutRubric] = [0, 0];
    const next = questionIds === null ? this.byFilter(actor, filter) : this.byIds(actor, questionIds);
    for await (const page of next) {
      if (page === null) return err(notFound('question', ['input', 'questionIds']));
      questions += page.length;
      withoutRubric += page.filter(({ rubric }) => !rubric).length;
      if (questions > most)
        return err(
          invalid(
            `A file of this format holds at most ${most} questions. Choose fewer, or for more than 1,000 another format, such as an archive.`,
            ['input', 'filter'],
          ),
        );
      await take(page);
    }
    if (questions === 0) return err(invalid('No question fits. Widen the filter.', ['input', 'filter']));
    return ok({ questions, withoutRubric });
  }

  private async *byFilter(actor: Actor, filter: QuestionFilter): AsyncGenerator<readonly OutgoingQuestion[]> {
    const viewer = viewerOf(actor);
    for (let after: readonly (string | number | null)[] | null = null, more = true; more;) {
      const behind: readonly (string | number | null)[] | null = after;
      const { outgoing, last, hasNextPage } = await this.in(actor, async (tx) => {
        const page = await this.list.page(tx, actor.organizationId, viewer, { ...LISTING, filter }, { first: AT_ONCE, after: behind });
        const rows = page.rows.map(({ node }) => node);
        return { outgoing: await this.outgoing(tx, actor, rows), last: page.rows.at(-1)?.key ?? null, hasNextPage: page.hasNextPage };
      });
      yield outgoing;
      after = last;
      more = hasNextPage && last !== null;
    }
  }

  /** Null where there is one that is not there for her. */
  private async *byIds(actor: Actor, questionIds: readonly (string | null)[]): AsyncGenerator<readonly OutgoingQuestion[] | null> {
    const ids = [...new Set(questionIds)];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const wanted = ids.slice(from, from + AT_ONCE);
      const known = wanted.filter((id) => id !== null);
      yield await this.in(actor, async (tx) => {
        const faces = (await this.list.faces(tx, actor.organizationId, known)).filter((face) => mayReadVersion(face, actor));
        const byQuestion = new Map<string, ListedQuestion[]>();
        for (const face of faces) byQuestion.set(face.questionId, [...(byQuestion.get(face.questionId) ?? []), face]);
        if (byQuestion.size < wanted.length) return null;
        const chosen = known.flatMap((id) => ((own) => (own === undefined ? [] : [faceFor(actor, own)]))(byQuestion.get(id)));
        return this.outgoing(tx, actor, chosen);
      });
    }
  }

  private async outgoing(tx: Transaction, actor: Actor, rows: readonly ListedQuestion[]): Promise<readonly OutgoingQuestion[]> {
    const readable = await this.rights.readable(
      tx,
      actor,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, document, number, status }) => ({
      document,
      version: number,
      status: STATUS[status],
      rubric: readable.has(id),
    }));
  }

  /** A transaction for each page: whoever writes the file may take longer than one may stay open. */
  private in<Value>({ organizationId }: Actor, work: (tx: Transaction) => Promise<Value>): Promise<Value> {
    return this.unitOfWork.readIn(wholeOrganization(organizationId), work);
  }
}
