import type { ConflictError, Result } from '@touchstone/kernel';
import {
  INTERVIEW_ACTIONS,
  INTERVIEW_STATES,
  OPENING_ACTIONS,
  OPENING_STATES,
  transitionInterview,
  transitionOpening,
} from '../interviews';
import { ASSEMBLY_ACTIONS, ASSEMBLY_STATES, KIT_ACTIONS, KIT_STATES, transitionAssembly, transitionKit } from '../kits';
import { transitionMember } from '../organizations';
import { QUESTION_VERSION_ACTIONS, QUESTION_VERSION_STATES, transitionQuestionVersion } from '../question-bank';
import { SCORECARD_ACTIONS, SCORECARD_STATES, transitionScorecard } from '../scorecards';
import { checkReason } from './reason';

interface LifeCycle {
  readonly noun: string;
  readonly states: readonly string[];
  readonly actions: readonly string[];
  readonly transition: (from: string, action: string) => Result<string, ConflictError>;
  /** Every possible step, from domain.md; all other pairs are refused. */
  readonly possible: readonly string[];
}

const cycles: readonly LifeCycle[] = [
  {
    noun: 'question version',
    states: QUESTION_VERSION_STATES,
    actions: QUESTION_VERSION_ACTIONS,
    transition: transitionQuestionVersion as LifeCycle['transition'],
    possible: [
      'DRAFT EDIT DRAFT',
      'DRAFT SUBMIT IN_REVIEW',
      'IN_REVIEW WITHDRAW DRAFT',
      'IN_REVIEW REQUEST_CHANGES DRAFT',
      'IN_REVIEW APPROVE APPROVED',
      'APPROVED RETIRE RETIRED',
    ],
  },
  {
    noun: 'kit',
    states: KIT_STATES,
    actions: KIT_ACTIONS,
    transition: transitionKit as LifeCycle['transition'],
    possible: ['DRAFT EDIT DRAFT', 'DRAFT PUBLISH PUBLISHED'],
  },
  {
    noun: 'assembly',
    states: ASSEMBLY_STATES,
    actions: ASSEMBLY_ACTIONS,
    transition: transitionAssembly as LifeCycle['transition'],
    possible: [
      'QUEUED BEGIN RUNNING',
      'RUNNING GIVE_BACK QUEUED',
      'RUNNING FINISH DONE',
      'QUEUED FAIL FAILED',
      'RUNNING FAIL FAILED',
      'QUEUED CANCEL CANCELLED',
      'RUNNING CANCEL CANCELLED',
    ],
  },
  {
    noun: 'opening',
    states: OPENING_STATES,
    actions: OPENING_ACTIONS,
    transition: transitionOpening as LifeCycle['transition'],
    possible: ['OPEN CLOSE CLOSED', 'CLOSED REOPEN OPEN'],
  },
  {
    noun: 'interview',
    states: INTERVIEW_STATES,
    actions: INTERVIEW_ACTIONS,
    transition: transitionInterview as LifeCycle['transition'],
    possible: [
      'SCHEDULED RESCHEDULE SCHEDULED',
      'SCHEDULED START IN_PROGRESS',
      'SCHEDULED CANCEL CANCELLED',
      'SCHEDULED MARK_NO_SHOW NO_SHOW',
      'IN_PROGRESS END ENDED',
    ],
  },
  {
    noun: 'scorecard',
    states: SCORECARD_STATES,
    actions: SCORECARD_ACTIONS,
    transition: transitionScorecard as LifeCycle['transition'],
    possible: ['DRAFT RATE DRAFT', 'DRAFT SUBMIT SUBMITTED'],
  },
];

describe.each(cycles)('the life of a $noun', ({ noun, states, actions, transition, possible }) => {
  it('allows exactly the steps of the domain', () => {
    const allowed = states.flatMap((from) =>
      actions.flatMap((action) => {
        const result = transition(from, action);
        return result.ok ? [`${from} ${action} ${result.value}`] : [];
      }),
    );
    expect(allowed.sort()).toEqual([...possible].sort());
  });

  it('says of every other step what would be possible', () => {
    for (const from of states) {
      for (const action of actions) {
        const result = transition(from, action);
        if (result.ok) continue;
        expect(result.error.code).toBe('CONFLICT');
        expect(result.error.message).toMatch(new RegExp(`^This ${noun} is [a-z -]+; only one that is [a-z -]+ can be [a-z -]+\\.$`));
      }
    }
  });
});

describe('what is said of steps that are not possible', () => {
  const said = (result: Result<unknown, ConflictError>): string => (result.ok ? '' : result.error.message);

  it('is said in words', () => {
    expect(said(transitionInterview('ENDED', 'CANCEL'))).toBe('This interview is over; only one that is scheduled can be cancelled.');
    expect(said(transitionInterview('NO_SHOW', 'MARK_NO_SHOW'))).toBe(
      'This interview is a no-show; only one that is scheduled can be marked as a no-show.',
    );
    expect(said(transitionKit('PUBLISHED', 'EDIT'))).toBe('This kit is published; only one that is a draft can be changed.');
    expect(said(transitionQuestionVersion('APPROVED', 'WITHDRAW'))).toBe(
      'This question version is approved; only one that is in review can be withdrawn.',
    );
    expect(said(transitionMember('REMOVED', 'REMOVE'))).toBe(
      'This member is removed; only one that is active or suspended can be removed.',
    );
  });
});

describe('a reason', () => {
  it('has three characters or more and is more than signs', () => {
    expect(checkReason('  ill ', [])).toEqual({ ok: true, value: 'ill' });
    for (const text of ['', '   ', 'no', '...', 'x'.repeat(10_001)]) expect(checkReason(text, ['input', 'reason']).ok).toBe(false);
    expect(checkReason('x'.repeat(10_000), []).ok).toBe(true);
    expect(checkReason('日本語', []).ok).toBe(true);
  });
});
