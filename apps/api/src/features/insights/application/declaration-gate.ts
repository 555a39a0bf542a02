import { Injectable, type OnModuleInit } from '@nestjs/common';
import { conflict, type ConflictError, err, notFound, type NotFoundError, ok, type Result } from '@touchstone/kernel';
import { type Transaction } from '@touchstone/platform/database';
import { readToken } from '@touchstone/platform/secrets/token';
import { WrittenOnLoops } from '../../interviews';
import { DeclarationRepository, type HeldLink } from '../persistence/declaration.repository';

const PATH = ['input', 'token'] as const;
const unknown: Result<never, NotFoundError> = err(notFound('link', PATH));

/** Who stands behind a declaration link; and the end of all that was declared when a candidate is erased. */
@Injectable()
export class DeclarationGate implements OnModuleInit {
  constructor(
    private readonly written: WrittenOnLoops,
    private readonly declarations: DeclarationRepository,
  ) {}

  onModuleInit(): void {
    this.written.addEraser({
      hold: () => Promise.resolve(),
      takeOut: (tx, organizationId) => this.declarations.erase(tx, organizationId),
    });
  }

  /** The organization of a link, as its token says; null where it is no such token. */
  organizationOf(token: string): { readonly organizationId: string; readonly hash: string } | null {
    return readToken('declaration', token);
  }

  /** `open`: it must not have run out; what was declared can be taken back for as long as there is a link. */
  async linkOf(
    tx: Transaction,
    { organizationId, hash }: { readonly organizationId: string; readonly hash: string },
    { open }: { readonly open: boolean },
  ): Promise<Result<HeldLink, NotFoundError | ConflictError>> {
    const link = await this.declarations.holdLink(tx, organizationId, hash);
    if (link === null) return unknown;
    if (open && link.expiresAt <= tx.now) return err(conflict('This link has run out. Ask for a new one if you wish to declare.', PATH));
    return ok(link);
  }
}
