import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { QuestionImportLoader } from '../application/question-import.loader';
import { presentImport } from './present-question-import';
import type { QuestionImport } from './question-import.types';

/** Imports by id, loaded with the rights of the actor and presented. Null where there is no such thing for her. */
@Injectable()
export class QuestionImportView implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly imports: QuestionImportLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ noun: 'QuestionImport', permission: 'question.import', load: (context, id) => this.one(context, id) });
  }

  async one(context: RequestContext, id: string | null): Promise<QuestionImport | null> {
    const row = id === null ? null : await this.imports.one(context, id);
    return row === null ? null : presentImport(row);
  }

  /** As it is after a change in this request. */
  changed(context: RequestContext, id: string): Promise<QuestionImport | null> {
    this.imports.forget(context, id);
    return this.one(context, id);
  }
}
