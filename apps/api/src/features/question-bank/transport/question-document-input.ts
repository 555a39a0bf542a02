import { CustomScalar, Scalar } from '@nestjs/graphql';
import { boundedJson, refuse } from '@touchstone/platform/graphql';
import { Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

/** The content of a question as it is sent: the JSON object of a question in the format `interview-bank/1`. */
@Scalar('QuestionDocumentInput')
export class QuestionDocumentInput implements CustomScalar<unknown, Record<string, unknown>> {
  description =
    'The content of a question: a JSON object as in a bank file (interview-bank/1). `id` may be left out. Faults are answered one by one.';

  serialize(value: unknown): unknown {
    return value;
  }

  parseValue(value: unknown): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw refuse('BAD_USER_INPUT', 'A question document is a JSON object with members such as title, category, kind and minutes.');
    }
    return boundedJson(value) as Record<string, unknown>;
  }

  parseLiteral(ast: ValueNode, variables?: Record<string, unknown> | null): Record<string, unknown> {
    return this.parseValue(ast.kind === Kind.OBJECT ? valueFromASTUntyped(ast, variables) : null);
  }
}
