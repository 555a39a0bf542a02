import { normalizeEmail } from '@touchstone/interviewing/identity';
import { ok, type Result, type ValidationError } from '@touchstone/kernel';

/** The personal data of a candidate, as typed in. */
export interface CandidateData {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly note: string | null;
}

/** The data in the form in which it is kept: trimmed, an empty text as none, the address in its one form. */
export function checkCandidateData(data: CandidateData): Result<CandidateData, ValidationError> {
  const email = written(data.email);
  const normal = email === null ? ok(null) : normalizeEmail(email, ['input', 'email']);
  if (!normal.ok) return normal;
  return ok({ name: data.name.trim(), email: normal.value, phone: written(data.phone), note: written(data.note) });
}

const written = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());
