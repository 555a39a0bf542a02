import { globalId } from '@touchstone/platform/graphql';
import type { ApplicationValue } from '../application/view-applications';
import type { CandidateValue } from '../application/view-candidates';
import type { OpeningValue } from '../application/view-openings';
import type { Application } from './application.types';
import type { Candidate } from './candidate.types';
import type { Opening } from './opening.types';

export const presentOpening = (source: OpeningValue): Opening => ({
  source,
  id: globalId('Opening', source.organizationId, source.id),
  title: source.title,
  status: source.status,
  timeZone: source.timeZone,
  createdAt: source.createdAt,
  revision: source.revision,
});

/** A candidate with her contact data: only for those who hold candidate.read over her. */
export const presentCandidate = (source: CandidateValue): Candidate => ({
  source,
  id: globalId('Candidate', source.organizationId, source.id),
  name: source.name,
  email: source.email,
  phone: source.phone,
  note: source.note,
  createdAt: source.createdAt,
  erasedAt: source.erasedAt,
  revision: source.revision,
});

export const presentApplication = (source: ApplicationValue): Application => ({
  source,
  id: globalId('Application', source.organizationId, source.id),
  candidateName: source.candidateName,
  createdAt: source.createdAt,
});
