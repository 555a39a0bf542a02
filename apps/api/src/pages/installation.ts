import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Authenticator } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { noOrganization, UnitOfWork } from '@touchstone/platform/database';
import { credentialOf } from '@touchstone/platform/http/credentials';
import { originOf } from '@touchstone/platform/http/origin';
import { Users } from '../features/identity';

/** What the server itself must know of this installation to choose a page, so that no page jumps when the script arrives. */
export interface Installation {
  readonly explorer: boolean;
  isSignedIn(request: FastifyRequest): Promise<boolean>;
  hasPeople(): Promise<boolean>;
  /** An organization made for trying out, on a server that is not in production. */
  hasDemo(): Promise<boolean>;
}

export function installationOf(app: NestFastifyApplication): Installation {
  const configuration = app.get<Configuration>(CONFIGURATION);
  const unitOfWork = app.get(UnitOfWork);
  const users = app.get(Users);
  let people = false;
  return {
    explorer: configuration.explorer,
    isSignedIn: async (request) => {
      const credential = credentialOf(request.raw, configuration.baseUrl);
      return (
        credential !== null &&
        (await app.get(Authenticator).authenticate(credential.secret, originOf(request.raw, configuration.trustedProxies))) !== null
      );
    },
    hasPeople: async () => {
      people ||= await unitOfWork.readIn(noOrganization, (tx) => users.exist(tx));
      return people;
    },
    hasDemo: async () => {
      if (configuration.environment === 'production') return false;
      const [row] = await unitOfWork.readIn(noOrganization, (tx) =>
        tx.query<{ found: boolean }>('SELECT EXISTS (SELECT 1 FROM organization WHERE demo) AS found'),
      );
      return row?.found === true;
    },
  };
}
