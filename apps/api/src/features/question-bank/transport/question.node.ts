import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { QuestionThreadView } from './question-thread-view';
import { QuestionView } from './question-view';

/** Questions, versions and threads by their id alone, with the rights of their direct queries. */
@Injectable()
export class QuestionNode implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly view: QuestionView,
    private readonly threads: QuestionThreadView,
  ) {}

  onModuleInit(): void {
    const permission = 'question.read';
    this.nodes.register({ noun: 'Question', permission, load: (context, id) => this.view.question(context, id) });
    this.nodes.register({ noun: 'QuestionVersion', permission, load: (context, id) => this.view.version(context, id) });
    this.nodes.register({ noun: 'QuestionThread', permission, load: (context, id) => this.threads.thread(context, id) });
  }
}
