import type { QuestionDocument } from './question-document';

/**
 * What everybody may read who knows of the question: labels, and what candidates are told and shown. All else is for interviewers and
 * scorers. Named one by one, so that a new member is not open until it is said here.
 */
export const OPEN_MEMBERS = [
  'id',
  'title',
  'usage',
  'edition',
  'language',
  'license',
  'category',
  'kind',
  'form',
  'competencies',
  'roles',
  'seniority',
  'difficulty',
  'minutes',
  'tags',
  'technologies',
  'advanceNotice',
  'context',
  'prompt',
  'exhibits',
  'response',
] as const satisfies readonly (keyof QuestionDocument)[];

const OPEN: ReadonlySet<string> = new Set(OPEN_MEMBERS);
const ANSWER_MODE: ReadonlySet<string> = new Set(['mode', 'maxSeconds', 'minWords', 'maxWords', 'language', 'template', 'shuffle']);
const CHOICE: ReadonlySet<string> = new Set(['id', 'text']);

/** Is what stands at this place open? Members and names on the way to it, as `compareQuestions` gives them. Which choice is right is not. */
export function isOpenPlace([member = '', second = '', , inChoice = '']: readonly string[]): boolean {
  if (member !== 'response') return OPEN.has(member);
  return second === 'choices' ? CHOICE.has(inChoice) : ANSWER_MODE.has(second);
}
