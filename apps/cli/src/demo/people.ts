import type { Role } from '@touchstone/interviewing/access';

/** Somebody who exists for trying out. `key` is how commands call her. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface DemoOrganization {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  /** The first is the founder. */
  readonly people: readonly DemoPerson[];
}

export const demoOrganizations: readonly DemoOrganization[] = [
  {
    slug: 'demo-meridian',
    name: 'Meridian Analytics (demo)',
    timeZone: 'Europe/Berlin',
    people: [
      { key: 'ada', name: 'Ada Okafor', roles: ['ADMIN'] },
      { key: 'carla', name: 'Carla Reyes', roles: ['COORDINATOR'] },
      { key: 'hugo', name: 'Hugo Haas', roles: ['HIRING_MANAGER'] },
      { key: 'lena', name: 'Lena Lindqvist', roles: ['INTERVIEWER'] },
      { key: 'ivo', name: 'Ivo Marković', roles: ['INTERVIEWER'] },
      { key: 'mira', name: 'Mira Desai', roles: ['INTERVIEWER'] },
      { key: 'sam', name: 'Sam Sato', roles: ['INTERVIEWER'] },
      { key: 'tariq', name: 'Tariq Nasser', roles: ['AUTHOR'] },
      { key: 'rosa', name: 'Rosa Blom', roles: ['REVIEWER'] },
      { key: 'otto', name: 'Otto Vance', roles: ['AUDITOR'] },
    ],
  },
  {
    slug: 'demo-kestrel',
    name: 'Kestrel Freight (demo)',
    timeZone: 'America/New_York',
    people: [
      { key: 'bea', name: 'Bea Winters', roles: ['ADMIN', 'COORDINATOR', 'HIRING_MANAGER'] },
      { key: 'noor', name: 'Noor Rahman', roles: ['INTERVIEWER'] },
    ],
  },
];
