import { globalId } from '@touchstone/platform/graphql';
import type { OpenedSession } from '../application/session-opener';
import type { SignInPayload } from './identity.types';

/** A session that was just opened, as every mutation that opens one answers it. */
export const presentSession = ({ token, expiresAt, organizationId, memberId }: OpenedSession): SignInPayload => ({
  token,
  expiresAt,
  organizationId: globalId('Organization', organizationId, organizationId),
  memberId: globalId('Member', organizationId, memberId),
});
