import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { QuestionVersionLoader } from '../application/question-version.loader';
import { QuestionLoader } from '../application/question.loader';
import { presentQuestion } from './present-question';
import { presentQuestionVersion } from './present-question-version';
import type { QuestionVersion } from './question-version.types';
import type { Question } from './question.types';

/** Questions and versions by id, loaded with the rights of the actor and presented. Null where there is no such thing for her. */
@Injectable()
export class QuestionView {
  constructor(
    private readonly questions: QuestionLoader,
    private readonly versions: QuestionVersionLoader,
  ) {}

  async question(context: RequestContext, id: string | null): Promise<Question | null> {
    const readable = id === null ? null : await this.questions.one(context, id);
    return readable === null ? null : presentQuestion(readable);
  }

  async version(context: RequestContext, id: string | null): Promise<QuestionVersion | null> {
    const readable = id === null ? null : await this.versions.readable(context, id);
    return readable === null ? null : presentQuestionVersion(readable.version, readable);
  }

  /** As it is after a change in this request. */
  changedQuestion(context: RequestContext, id: string): Promise<Question | null> {
    this.questions.forget(context, id);
    return this.question(context, id);
  }

  changedVersion(context: RequestContext, id: string): Promise<QuestionVersion | null> {
    this.versions.forget(context, id);
    return this.version(context, id);
  }
}
