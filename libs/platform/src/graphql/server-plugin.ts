import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../actor';
import type { UnitOfWork } from '../database';
import { gate, type GateSettings } from './operation-gate';

/** Limits before execution, one read snapshot during it, and its end with the request. */
export const requestPlugin = (unitOfWork: UnitOfWork, settings: GateSettings): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (operation === undefined) return;
        const refusal = gate(schema, document, operation, request.variables ?? {}, contextValue.actor, settings);
        if (refusal !== null) throw refusal;
        if (contextValue.actor !== null) unitOfWork.shareReads(contextValue.actor);
      },
      async willSendResponse({ contextValue, response }) {
        response.http.headers.set('x-request-id', contextValue.origin.requestId);
        response.http.headers.set('cache-control', 'no-store');
        // The answer does not wait: what it was read from may be given back beside it.
        if (contextValue.actor !== null) void unitOfWork.endSharedReads(contextValue.actor);
      },
    };
  },
});
