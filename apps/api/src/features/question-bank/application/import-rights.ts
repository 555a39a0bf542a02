import type { Actor } from '@touchstone/platform/actor';
import type { QuestionImportRecord } from '../persistence/question-import.record';

type Reader = Pick<Actor, 'memberId' | 'roles'>;

/** An import tells of drafts, so it is for whoever made it and for ADMIN, who sees all drafts. For everybody else it does not exist. */
export const mayReadImport = ({ memberId }: Pick<QuestionImportRecord, 'memberId'>, reader: Reader): boolean =>
  memberId === reader.memberId || reader.roles.includes('ADMIN');

/** What comes in are drafts of whoever planned it: nobody else says yes to them or takes them back. */
export const mayDecideImport = ({ memberId }: Pick<QuestionImportRecord, 'memberId'>, reader: Reader): boolean =>
  memberId === reader.memberId;
