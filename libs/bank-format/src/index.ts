/* A question: the content of one immutable version */
export {
  type QuestionDocument,
  type QuestionMinutes,
  type Technology,
  type Exhibit,
  type RequestableEvidence,
  type Probe,
  type Hint,
  type FollowUp,
  type QuestionRubric,
  type Criterion,
  type PlausibleWrongAnswer,
  type QuestionVariants,
  type QuestionKind,
  type QuestionForm,
  type QuestionUsage,
  type Seniority,
  type ExhibitFormat,
  type ProbeKind,
  type Difficulty,
  QUESTION_KINDS,
  QUESTION_FORMS,
  QUESTION_USAGES,
  SENIORITIES,
  EXHIBIT_FORMATS,
  PROBE_KINDS,
} from './question-document';

/* Is it well-formed, is it fit to be submitted */
export { type QuestionDefaults, HOUSE_DEFAULTS, QUESTION_FIELDS, validateQuestionDocument } from './validate-question';
export { WEIGHT_TOLERANCE, publishFaults } from './publish-faults';
export { type BankFault, type BankFaultCode, type FaultPath, pathText, faultText } from './bank-fault';
export { LIMITS } from './text-limits';

/* What becomes of it: a text to hash, a page for the candidate, words to find it by */
export { canonicalQuestion } from './canonical-question';
export { type CandidateView, type CandidateExhibit, candidateView } from './candidate-view';
export { type SearchText, searchText } from './search-text';

/* Files: banks, the framework, blueprint templates */
export { type BankFile, type BankHeader, BANK_FORMAT, parseBankFile } from './parse-bank';
export {
  type Framework,
  type FrameworkScale,
  type ScaleLevel,
  type FrameworkCategory,
  type FrameworkCompetency,
  type SeedPhrase,
  type FrameworkRoleProfile,
  type CompetencyWeight,
  type KnownFramework,
  knownFramework,
} from './framework';
export { FRAMEWORK_FORMAT, parseFramework } from './parse-framework';
export { type BlueprintTemplate, type TemplateRound, type TemplateSlot, SLOT_MINUTES_TOLERANCE } from './blueprint-template';
export { BLUEPRINT_FORMAT, parseBlueprintTemplate } from './parse-blueprint-template';
