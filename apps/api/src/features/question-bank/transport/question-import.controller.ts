import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { Allow, Public } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { globalId } from '@touchstone/platform/graphql';
import { fileAnswer, HttpRefusal } from '@touchstone/platform/http';
import { FetchQuestionExport } from '../application/fetch-question-export';
import { KeepQuestionUpload } from '../application/keep-question-upload';
import type { KeepQuestionUploadError } from '../errors';

const REFUSED: Readonly<Record<KeepQuestionUploadError['type'], readonly [status: number, code: string]>> = {
  ValidationError: [400, 'BAD_USER_INPUT'],
  ConflictError: [409, 'CONFLICT'],
  TooLargeError: [413, 'PAYLOAD_TOO_LARGE'],
  BusyError: [503, 'UNAVAILABLE'],
};

/** What an upload is answered with. */
export interface UploadAnswer {
  readonly uploadId: string;
  readonly name: string;
  readonly byteCount: number;
  readonly sha256: string;
  readonly expiresAt: string;
}

/** Files come and go here, beside GraphQL, where bytes need no quotes. */
@Controller()
export class QuestionImportController {
  constructor(
    private readonly keep: KeepQuestionUpload,
    private readonly fetch: FetchQuestionExport,
  ) {}

  /** Keeps the body, as `application/octet-stream`, under the name in `?name=`. */
  @Post('uploads/questions')
  @HttpCode(201)
  @Allow('question.import')
  async upload(@CurrentActor() actor: Actor, @Query('name') name: unknown, @Body() body: unknown): Promise<UploadAnswer> {
    if (!isStream(body))
      throw new HttpRefusal(415, 'BAD_USER_INPUT', 'Send the bytes of the file as the body, with content-type: application/octet-stream.');
    const kept = await this.keep.execute(actor, { name: typeof name === 'string' ? name : '', bytes: body });
    if (!kept.ok) {
      const [status, code] = REFUSED[kept.error.type];
      throw new HttpRefusal(status, code, kept.error.message);
    }
    const { organizationId, id, byteCount, sha256, expiresAt } = kept.value;
    return {
      uploadId: globalId('QuestionUpload', organizationId, id),
      name: kept.value.name,
      byteCount,
      sha256,
      expiresAt: expiresAt.toISOString(),
    };
  }

  @Get('exports/questions')
  @Public('the link is the proof: 256 bits that only whoever made the export was told, for a quarter of an hour')
  async download(@Query('token') token: unknown): Promise<StreamableFile> {
    const found = await this.fetch.execute(typeof token === 'string' ? token : '');
    if (!found.ok) throw new HttpRefusal(404, 'NOT_FOUND', 'There is no such export, or its time is over. Export the questions again.');
    return fileAnswer(found.value);
  }
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
