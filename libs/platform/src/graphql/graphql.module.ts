import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { Authenticator } from '../actor';
import { CONFIGURATION, type Configuration } from '../configuration';
import { UnitOfWork } from '../database';
import { httpContext } from '../http/http-context';
import { currentRequestId } from '../http/request-id';
import { takingWhatIsAtHand } from './at-hand';
import { compiledExecution } from './compiled-execution';
import { limits } from './document-screen';
import { formatRequestError } from './format-error';
import { requestPlugin } from './server-plugin';

/** GraphQL over HTTP: Apollo Server behind Fastify, schema made from the resolvers, everything that leaks switched off. */
export const graphqlOverHttp = (): DynamicModule =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [CONFIGURATION, UnitOfWork, Authenticator],
    useFactory: (configuration: Configuration, unitOfWork: UnitOfWork, authenticator: Authenticator): ApolloDriverConfig => ({
      path: '/graphql',
      autoSchemaFile: true,
      sortSchema: true,
      transformSchema: takingWhatIsAtHand,
      playground: false,
      graphiql: false,
      introspection: true,
      csrfPrevention: true,
      persistedQueries: false,
      allowBatchedHttpRequests: false,
      stopOnTerminationSignals: false,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: true,
      parseOptions: { maxTokens: limits.tokens },
      context: httpContext(configuration, authenticator),
      formatError: (formatted, error) => formatRequestError(formatted, error, currentRequestId()),
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginLandingPageDisabled(),
        requestPlugin(unitOfWork, configuration),
        compiledExecution(),
      ],
    }),
  });
