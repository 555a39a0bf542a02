import { Injectable } from '@nestjs/common';
import { isOwnVersion, mayReadVersion } from '@touchstone/interviewing/question-bank';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { type ListedQuestion, QuestionListRepository } from '../persistence/question-list.repository';
import { QuestionVersionRepository } from '../persistence/question-version.repository';
import type { ReadableQuestion } from './list-questions';
import { inPages, pageKey } from './pages-of-many';
import { viewerOf } from './question-bank-viewer';
import { QuestionRights } from './question-rights';
import type { ReadableVersion } from './question-version.loader';

/** Questions by id with the rights of the actor, and their versions, batched over one request. */
@Injectable()
export class QuestionLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: QuestionListRepository,
    private readonly versions: QuestionVersionRepository,
    private readonly rights: QuestionRights,
  ) {}

  private readonly questions = requestLoader<string, ReadableQuestion>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, async (tx) => {
      const faces = (await this.list.faces(tx, actor.organizationId, ids)).filter((version) => mayReadVersion(version, actor));
      const chosen = new Map(
        faces.map(({ questionId }) => [
          questionId,
          faceFor(
            actor,
            faces.filter((face) => face.questionId === questionId),
          ),
        ]),
      );
      const readable = await this.rights.readable(
        tx,
        actor,
        [...chosen.values()].map(({ id }) => id),
      );
      return new Map([...chosen].map(([id, question]) => [id, { question, rubric: readable.has(question.id) }]));
    });
  });

  private readonly versionPages = requestLoader<string, Page<ReadableVersion>>(async ({ actor }, keys) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) =>
      inPages(keys, async (ids, request) => {
        const all = await this.versions.ofQuestions(tx, actor.organizationId, ids, viewerOf(actor), request);
        const readable = await this.rights.readable(
          tx,
          actor,
          all.map(({ id }) => id),
        );
        return (id) =>
          pageOf(
            all.filter(({ questionId }) => questionId === id).map((version) => ({ version, rubric: readable.has(version.id) })),
            request.first,
            ({ version }) => [version.number, version.id],
          );
      }),
    );
  });

  /** The question by the version that stands for it; null where the actor may not know of any. */
  one(context: RequestContext, id: string): Promise<ReadableQuestion | null> {
    return this.questions(context).load(id);
  }

  /** After a change in the same request. */
  forget(context: RequestContext, id: string): void {
    this.questions(context).clear(id);
    this.versionPages(context).clearAll();
  }

  /** A page of the versions that the actor may know of, newest first. */
  async versionsOf(context: RequestContext, questionId: string, request: PageRequest): Promise<Page<ReadableVersion>> {
    return (await this.versionPages(context).load(pageKey(questionId, request))) ?? pageOf<ReadableVersion>([], request.first, () => []);
  }
}

/** Her own open version, else the approved one, else whatever there is for her. `faces` hold the newest first and are not empty. */
export function faceFor({ memberId }: Actor, faces: readonly ListedQuestion[]): ListedQuestion {
  const own = faces.find((face) => (face.status === 'DRAFT' || face.status === 'IN_REVIEW') && isOwnVersion(face, memberId));
  return own ?? faces.find(({ status }) => status === 'APPROVED' || status === 'RETIRED') ?? (faces[0] as ListedQuestion);
}
