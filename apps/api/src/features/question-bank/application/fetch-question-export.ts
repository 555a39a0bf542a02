import { Injectable } from '@nestjs/common';
import { err, notFound, type NotFoundError, ok, type Result } from '@touchstone/kernel';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { readToken } from '@touchstone/platform/secrets/token';
import { QuestionFileRepository } from '../persistence/question-file.repository';

/** A file that is ready to be fetched. */
export interface FetchedExport {
  readonly name: string;
  readonly mediaType: string;
  readonly byteCount: number;
  /** Read from the database as fast as somebody takes them. */
  readonly parts: AsyncIterable<Uint8Array>;
}

/** The file behind the link of an export, until it expires. Whoever has the link has the file, so it is short-lived and its token is kept as a hash. */
@Injectable()
export class FetchQuestionExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: QuestionFileRepository,
  ) {}

  async execute(token: string): Promise<Result<FetchedExport, NotFoundError>> {
    const read = readToken('export', token);
    const gone = err(notFound('export'));
    if (read === null) return gone;
    const { organizationId, hash } = read;
    const file = await this.unitOfWork.readIn(wholeOrganization(organizationId), async (tx) => {
      const found = await this.files.byToken(tx, organizationId, hash);
      return found !== null && found.expiresAt > tx.now ? found : null;
    });
    if (file === null) return gone;
    const { name, mediaType, byteCount, id } = file;
    return ok({ name, mediaType, byteCount, parts: this.parts(organizationId, id) });
  }

  private async *parts(organizationId: string, id: string): AsyncGenerator<Uint8Array> {
    for (let number = 0; ; number += 1) {
      const part = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) => this.files.part(tx, organizationId, id, number));
      if (part === null) return;
      yield part;
    }
  }
}
