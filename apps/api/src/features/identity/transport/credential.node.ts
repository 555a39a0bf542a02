import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { ListCredentials } from '../application/list-credentials';
import { presentAccessToken, presentOwnSession } from './present-credential';

/** The actor's own sessions and access tokens by their ids alone; those of others do not exist for her. */
@Injectable()
export class CredentialNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly credentials: ListCredentials,
  ) {}

  onModuleInit(): void {
    this.nodes.register({
      noun: 'Session',
      permission: 'session.manageOwn',
      load: async ({ actor }, id) => {
        const session = (await this.credentials.sessions(actor)).find((own) => own.id === id);
        return session === undefined ? null : presentOwnSession(actor, session);
      },
    });
    this.nodes.register({
      noun: 'AccessToken',
      permission: 'accessToken.manageOwn',
      load: async ({ actor }, id) => {
        const token = (await this.credentials.accessTokens(actor)).find((own) => own.id === id);
        return token === undefined ? null : presentAccessToken(actor, token);
      },
    });
  }
}
