import { change } from '../interviews/requests';
import type { BuiltLoop } from './loop-fixture';
import type { Panel } from './panel';
import { freshKey, Rater } from './rater';

export interface WrittenLoops {
  readonly decided: BuiltLoop;
  readonly early: BuiltLoop;
  readonly running: BuiltLoop;
}

/** Three loops of one candidate with this word wherever there can be words: debriefed and decided, opened early with a draft left, sealed and running. */
export async function writtenLoops(panel: Panel, word: string): Promise<WrittenLoops> {
  const { admin, fixture, lead, second, shadow, observer, manager } = panel;
  const once = () => ({ idempotencyKey: freshKey() });
  const interviewOf = (loop: BuiltLoop, round = 0): string => panel.id('Interview', loop.interviews[round]?.id ?? '');
  const decided = await panel.loop({ observed: true });
  const { candidateId } = decided;
  await change(
    admin,
    'updateCandidate',
    {
      candidateId: panel.id('Candidate', candidateId),
      expectedRevision: 1,
      name: `${word} name`,
      email: `${word}@example.org`,
      phone: word,
      note: `${word} note`,
    },
    '__typename',
  );
  const deviation = { questionVersionId: panel.rater(lead, decided).version(1), position: 0, reason: `${word} was nervous` };
  await change(lead, 'recordDeviation', { interviewId: interviewOf(decided), kind: 'REORDERED', ...deviation, ...once() }, '__typename');
  await change(
    observer,
    'declareConflict',
    { loopId: panel.id('Loop', decided.id), reason: `${word} is my cousin`, ...once() },
    '__typename',
  );
  await change(
    admin,
    'removeSeat',
    { seatId: panel.id('PanelSeat', decided.interviews[0]?.seats[3] ?? ''), reason: `cousin of ${word}` },
    '__typename',
  );
  const words = { evidence: `${word} said so`, judgement: `${word} knows`, summary: `${word} in short` };
  for (const person of [second, shadow]) await panel.rater(person, decided).finish({ ...words, level: 2 });
  const leads = panel.rater(lead, decided);
  const cardId = await leads.complete({ ...words, judgement: '', level: 4 });
  await leads.save(cardId, 0, 'c2', { notObservedReason: `${word} left early` }, 1);
  await leads.submit(cardId);
  const again = {
    scorecardId: cardId,
    questionVersionId: leads.version(0),
    criterion: 'c1',
    level: 3,
    reason: `${word} convinced me`,
    ...once(),
  };
  await change(lead, 'rateAgain', again, '__typename');
  const decision = { loopId: panel.id('Loop', decided.id), outcome: 'HIRE', reason: `${word} it is`, ...once() };
  await change(manager, 'recordDecision', decision, '__typename');

  const early = await fixture.loop(
    [
      {
        questions: [0],
        seats: [
          [lead, 'LEAD'],
          [second, 'INTERVIEWER'],
        ],
      },
      { questions: [1], seats: [[lead, 'LEAD']], status: 'SCHEDULED' },
      { questions: [], seats: [[second, 'LEAD']], status: 'SCHEDULED' },
    ],
    { candidateId },
  );
  await change(
    admin,
    'cancelInterview',
    { interviewId: interviewOf(early, 1), expectedRevision: 1, reason: `${word} is away` },
    '__typename',
  );
  await panel.rater(second, early).complete({ ...words, questions: [0] });
  await panel.rater(lead, early).finish({ ...words, questions: [0] });
  await change(lead, 'openSealEarly', { loopId: panel.id('Loop', early.id), reason: `${word} has another offer`, ...once() }, '__typename');

  const running = await fixture.loop(
    [
      {
        questions: [0],
        seats: [
          [lead, 'LEAD'],
          [shadow, 'SHADOW'],
        ],
        status: 'IN_PROGRESS',
      },
      { questions: [1], seats: [[second, 'LEAD']] },
    ],
    { candidateId },
  );
  await panel.rater(lead, running).complete({ ...words, questions: [0] });
  await new Rater(second, fixture, running, 1).finish({ ...words, questions: [1] });
  return { decided, early, running };
}
