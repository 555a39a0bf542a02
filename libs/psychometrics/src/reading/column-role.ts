export type Role = 'CANDIDATE' | 'RATER' | 'ITEM' | 'SCORE' | 'ASIDE';

const WORDS: Readonly<Record<Role, readonly string[]>> = {
  CANDIDATE: [
    'candidate',
    'applicant',
    'interviewee',
    'examinee',
    'ratee',
    'person',
    'subject',
    'participant',
    'student',
    'employee',
    'target',
  ],
  RATER: [
    'rater',
    'interviewer',
    'judge',
    'assessor',
    'evaluator',
    'reviewer',
    'observer',
    'panelist',
    'panellist',
    'panelmember',
    'examiner',
    'coder',
    'grader',
    'marker',
  ],
  ITEM: [
    'item',
    'question',
    'criterion',
    'criteria',
    'competency',
    'competence',
    'dimension',
    'task',
    'topic',
    'skill',
    'trait',
    'aspect',
    'attribute',
    'exercise',
  ],
  SCORE: ['score', 'rating', 'mark', 'grade', 'point', 'value', 'level', 'response', 'result', 'stars'],
  ASIDE: [
    'total',
    'sum',
    'average',
    'mean',
    'date',
    'time',
    'timestamp',
    'minute',
    'comment',
    'note',
    'evidence',
    'remark',
    'weight',
    'year',
    'month',
    'round',
    'stage',
    'department',
    'email',
    'decision',
  ],
};
const ROLE_OF = new Map(Object.entries(WORDS).flatMap(([role, words]) => words.map((word) => [word, role as Role] as const)));

/** Words that say that a column names something, not what. */
const NAMING = new Set([
  'id',
  'name',
  'no',
  'nr',
  'number',
  'code',
  'key',
  'ref',
  'slug',
  'label',
  'title',
  'text',
  'by',
  'given',
  'the',
  'of',
  'full',
  'first',
  'last',
]);

/**
 * What a column is for, going by its header in English; null where the header does not say. The last word that means something decides ("question score" is
 * a score, "candidate name" a candidate), then any other. A number behind the word makes it the name of one of many ("Rater 1", "Q2"): null as well, see `isOneOf`.
 */
export function roleOfHeader(header: string): Role | null {
  if (/\d\s*$/.test(header)) return null;
  const words = wordsOf(header).filter((word) => !NAMING.has(word));
  for (const word of words.reverse()) {
    const role = ROLE_OF.get(word);
    if (role !== undefined) return role;
  }
  return /\b(rated|scored|marked|assessed) by\b/i.test(header) ? 'RATER' : null;
}

/** Whether a header names one of several raters or items: "Rater 1", "judge_B", "Q7", "Item 3". */
export function isOneOf(header: string): 'RATER' | 'ITEM' | null {
  if (/^\s*q(uestion)?[\s_.-]*\d+/i.test(header)) return 'ITEM';
  const match = /^\s*([a-z]+)[\s_.-]*(\d+|[a-z])\s*$/i.exec(header.replace(/([a-z])([A-Z0-9])/g, '$1 $2'));
  const role = ROLE_OF.get(singular((match?.[1] ?? '').toLowerCase()));
  return role === 'RATER' || role === 'ITEM' ? role : null;
}

const wordsOf = (header: string): string[] =>
  header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .map(singular);

const singular = (word: string): string => (ROLE_OF.has(word) ? word : word.replace(/ies$/, 'y').replace(/s$/, ''));
