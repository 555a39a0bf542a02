import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DOOR_LIMITS } from '@touchstone/bank-format';
import { conflict, err, invalid, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { KeepQuestionUploadError } from '../errors';
import type { QuestionFileRecord } from '../persistence/question-file.record';
import { QuestionFileRepository } from '../persistence/question-file.repository';
import { UploadRoom } from './upload-room';

export interface KeepQuestionUploadInput {
  /** Only its last part counts. */
  readonly name: string;
  /** As they come; read no further than may be kept. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

const KEPT_MS = 24 * 60 * 60 * 1000;
/** Bytes that one organization keeps here at once, on their way in and out. */
export const QUOTA_BYTES = 250_000_000;
const LONGEST_NAME = 200;

/**
 * Keeps the bytes of a file for a day, so that what is in them can be planned and changed and planned again. Nothing looks into them here. The same file of the
 * same member sent again is the upload that is there.
 */
@Injectable()
export class KeepQuestionUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: QuestionFileRepository,
    private readonly room: UploadRoom,
  ) {}

  async execute(
    actor: Actor,
    { name: given, bytes }: KeepQuestionUploadInput,
  ): Promise<Result<QuestionFileRecord, KeepQuestionUploadError>> {
    const name = (given.split(/[/\\]/).at(-1) ?? '').trim();
    if (name === '' || name.length > LONGEST_NAME || /[\p{C}]/u.test(name) || !name.isWellFormed())
      return err(invalid(`Give the name of the file, at most ${LONGEST_NAME} characters: ?name=bank.csv`, ['name']));
    const most = /\.(csv|tsv)$/i.test(name) ? DOOR_LIMITS.csvFile : DOOR_LIMITS.file;
    const read = await this.read(bytes, most);
    if (!read.ok) return read;
    try {
      return await this.keep(actor, name, read.value);
    } finally {
      this.room.giveBack(read.value.length);
    }
  }

  /** Holds room for what it gives; the caller gives it back. */
  private async read(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Result<Buffer, KeepQuestionUploadError>> {
    const parts: Uint8Array[] = [];
    let length = 0;
    let whole = false;
    try {
      for await (const part of bytes) {
        if (length + part.length > most)
          return err({
            type: 'TooLargeError',
            code: 'TOO_LARGE',
            message: `The file is larger than ${most / 1_000_000} million bytes. Split it into several files.`,
            path: [],
          });
        if (!this.room.take(part.length)) return err(busy);
        length += part.length;
        parts.push(part);
      }
      if (length === 0) return err(invalid('The file is empty. Send its bytes as the body, as application/octet-stream.', []));
      whole = true;
      return ok(Buffer.concat(parts, length));
    } finally {
      if (!whole) this.room.giveBack(length);
    }
  }

  private keep(actor: Actor, name: string, bytes: Buffer): Promise<Result<QuestionFileRecord, KeepQuestionUploadError>> {
    const { organizationId, memberId } = actor;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return this.unitOfWork.write(actor, async (tx) => {
      const kept = await this.files.bytesKept(tx, organizationId);
      const twin = await this.files.twin(tx, { organizationId, memberId, purpose: 'UPLOAD', name, sha256 });
      if (twin !== null) return ok(twin);
      if (kept + bytes.length > QUOTA_BYTES)
        return err(
          conflict(
            `The organization keeps ${QUOTA_BYTES / 1_000_000} million bytes of files at once. They go after a day; try again then, or send less.`,
            [],
          ),
        );
      const file: QuestionFileRecord = {
        organizationId,
        id: newId(),
        memberId,
        purpose: 'UPLOAD',
        name,
        mediaType: 'application/octet-stream',
        byteCount: bytes.length,
        sha256,
        tokenHash: null,
        createdAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + KEPT_MS),
      };
      await this.files.add(tx, file, bytes);
      tx.audit({
        action: 'question.upload',
        subjectType: 'QuestionFile',
        subjectId: file.id,
        detail: { name, byteCount: bytes.length, sha256 },
      });
      return ok(file);
    });
  }
}

const busy = {
  type: 'BusyError',
  code: 'BUSY',
  message: 'Too many files come in at this moment. Try again in a minute.',
  path: [],
} as const;
