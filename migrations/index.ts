import { Platform1790000000001 } from './1790000000001-platform';
import { Identity1790000000002 } from './1790000000002-identity';
import { Competencies1790000000003 } from './1790000000003-competencies';
import { QuestionBank1790000000004 } from './1790000000004-question-bank';
import { Kits1790000000005 } from './1790000000005-kits';
import { Interviews1790000000006 } from './1790000000006-interviews';
import { Scorecards1790000000007 } from './1790000000007-scorecards';
import { Insights1790000000008 } from './1790000000008-insights';
import { QuestionThreads1790000000009 } from './1790000000009-question-threads';
import { Assemblies1790000000010 } from './1790000000010-assemblies';
import { QuestionImports1790000000011 } from './1790000000011-question-imports';

export { APPLICATION_ROLE } from './tenancy';

/** Every migration, oldest first. A released one is never edited. */
export const migrations = [
  Platform1790000000001,
  Identity1790000000002,
  Competencies1790000000003,
  QuestionBank1790000000004,
  Kits1790000000005,
  Interviews1790000000006,
  Scorecards1790000000007,
  Insights1790000000008,
  QuestionThreads1790000000009,
  Assemblies1790000000010,
  QuestionImports1790000000011,
];
