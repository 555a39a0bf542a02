import { HttpException } from '@nestjs/common';
import type { RequestErrorCode } from '../graphql/request-error';

/** A refusal at an address beside GraphQL, with a message that may be shown as it is. Whoever reads errors of GraphQL can read it. */
export class HttpRefusal extends HttpException {
  constructor(
    status: number,
    readonly code: RequestErrorCode | (string & {}),
    message: string,
  ) {
    super(message, status);
  }
}
