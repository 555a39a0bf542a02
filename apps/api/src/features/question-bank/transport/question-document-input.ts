import { CustomScalar, Scalar } from '@nestjs/graphql';
import { boundedJson, jsonLimits, refuse } from '@touchstone/platform/graphql';
import { Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import type { SentDocument } from '../application/read-question-document';

/**
 * The content of a question as it is sent, whole: what `QuestionVersion.document` gives, or what `QuestionVersion.text` gives. One input for
 * every member that there is, so nothing is lost between reading and saving.
 */
@Scalar('QuestionDocumentInput')
export class QuestionDocumentInput implements CustomScalar<unknown, SentDocument> {
  description =
    'The whole content of a question in the format interview-bank/1: a JSON object, or a text in YAML or JSON. `id` may be left out. Faults are answered one by one.';

  serialize(value: unknown): unknown {
    return value;
  }

  parseValue(value: unknown): SentDocument {
    if (typeof value === 'string') return bounded(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw refuse(
        'BAD_USER_INPUT',
        'A question document is a JSON object with members such as title, category, kind and minutes, or its text in YAML or JSON.',
      );
    }
    return boundedJson(value) as Record<string, unknown>;
  }

  parseLiteral(ast: ValueNode, variables?: Record<string, unknown> | null): SentDocument {
    if (ast.kind === Kind.STRING) return this.parseValue(ast.value);
    return this.parseValue(ast.kind === Kind.OBJECT ? valueFromASTUntyped(ast, variables) : null);
  }
}

function bounded(text: string): string {
  if (text.length <= jsonLimits.characters) return text;
  throw refuse('BAD_USER_INPUT', `The text of the question has more than ${jsonLimits.characters} characters. Send less.`);
}
