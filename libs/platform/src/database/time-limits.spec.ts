import { noOrganization, beginStatement } from './scope';
import { TimeLimits } from './time-limits';

describe('time limits', () => {
  it('belong to the connection where it is ours', () => {
    const limits = new TimeLimits(5_000, false);
    expect(limits.ofConnection).toEqual({ statement_timeout: 5_000, lock_timeout: 4_000, idle_in_transaction_session_timeout: 30_000 });
    expect(limits.ofTransaction).toEqual([]);
  });

  it('belong to the transaction where a pooler owns the connection', () => {
    const limits = new TimeLimits(60_000, true);
    expect(limits.ofConnection).toEqual({});
    expect(beginStatement(noOrganization, 'read', 'touchstone_app', limits.ofTransaction)).toContain(
      '; SET LOCAL statement_timeout = 60000; SET LOCAL lock_timeout = 4000; SET LOCAL idle_in_transaction_session_timeout = 60000',
    );
  });
});
