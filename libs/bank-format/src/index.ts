/* A question: the content of one immutable version */
export type { QuestionDocument, QuestionDefaults, QuestionMinutes, Technology } from './question-document';
export { QUESTION_MEMBERS, HOUSE_DEFAULTS } from './question-document';
export type { Exhibit, RequestableEvidence, Response } from './candidate-shapes';
export type { Probe, Hint, FollowUp, PlausibleWrongAnswer } from './script-shapes';
export type { QuestionRubric, Criterion } from './rubric-shapes';
export {
  type QuestionVariants,
  type Plot,
  type Source,
  type Reference,
  type Claim,
  type ReviewedFact,
  type External,
  inOneLine,
} from './upkeep-shapes';
export {
  type QuestionKind,
  type QuestionForm,
  type QuestionUsage,
  type Seniority,
  type ExhibitFormat,
  type ProbeKind,
  type ResponseMode,
  type Culprit,
  type Ending,
  type RecordState,
  type Difficulty,
  QUESTION_KINDS,
  QUESTION_FORMS,
  QUESTION_USAGES,
  SENIORITIES,
  EXHIBIT_FORMATS,
  PROBE_KINDS,
  RESPONSE_MODES,
  CLAIM_CLASSES,
  CLAIM_RESULTS,
  CULPRITS,
  FIRST_GUESSES,
  ENDINGS,
  RELATIONS,
  RECORD_STATES,
} from './question-words';

/* Is it well-formed, is it fit to be submitted */
export { validateQuestionDocument } from './validate-question';
export { WEIGHT_TOLERANCE, publishFaults } from './publish-faults';
export { type BankFault, type BankFaultCode, type FaultPath, pathText, faultText } from './bank-fault';
export { pointerOf, atPointer, stepsOf } from './json-pointer';
export { LIMITS } from './text-limits';

/* What becomes of it: a text to hash, a page for the candidate, words to find it by */
export { canonicalQuestion } from './canonical-question';
export { type CandidateView, type CandidateExhibit, candidateView } from './candidate-view';
export { openQuestion } from './open-question';
export { type SearchText, searchText } from './search-text';
export { OPEN_MEMBERS, isOpenPlace } from './open-members';

/* Files: banks, the framework, blueprint templates */
export { type BankFile, type BankHeader, type BankQuestion, type BankScale, type BankCompetency, BANK_FORMAT } from './bank-file';
export type { QuestionRecord } from './question-record';
export { parseBankFile, readBankFile } from './parse-bank';
export { printBankFile, printBankJson, leadingComment } from './print-bank';
export { type QuestionReading, printQuestion, readQuestion } from './question-text';
export { bankFileSchema } from './bank-schema';
export { memberTables, ruleTable, withPart } from './reference-tables';
export { FaultLog } from './fault-log';
export {
  type Framework,
  type FrameworkScale,
  type ScaleLevel,
  type FrameworkCategory,
  type FrameworkCompetency,
  type SeedPhrase,
  type FrameworkRoleProfile,
  type CompetencyWeight,
  FRAMEWORK_FORMAT,
} from './framework-shapes';
export { type KnownFramework, knownFramework } from './framework';
export { parseFramework } from './parse-framework';
export {
  type BlueprintTemplate,
  type TemplateRound,
  type TemplateSlot,
  SLOT_MINUTES_TOLERANCE,
  BLUEPRINT_FORMAT,
} from './blueprint-template';
export { parseBlueprintTemplate } from './parse-blueprint-template';

/* Answers with gold ratings, to train raters by */
export { type CalibrationAnswer, type CalibrationSet, CALIBRATION_FORMAT, type GoldRating } from './calibration/calibration-set';
export { parseCalibrationSet } from './calibration/parse-calibration-set';
export { calibrationFaults } from './calibration/calibration-faults';

/* The linter: rules over questions and over the bank, their exceptions, and what can be mended without a thought */
export { type Severity, type KnownText, type LintFix } from './lint/rule';
export { ALL_RULES, type RuleInWords } from './lint/rules';
export { type Finding, placeOf } from './lint/finding';
export { type LintReport, type LintSettings, type NamedText, isWithin, lintFiles } from './lint/lint-files';
export { type FixedFile, fixFile, hasInnerComments } from './lint/fix-file';
export { type QuestionFinding, type QuestionSurroundings, lintQuestion, lintQuestionText } from './lint/lint-question';
export { applyFixes, repairedBy } from './lint/apply-fixes';
export { alikePrompts, promptText } from './lint/alike-prompts';
export { type RelationCheck, checkRelation } from './relations/check-relation';

/* Two versions of a question, a bank beside its plan, a bank in figures */
export { type QuestionChange, compareQuestions } from './diff/compare-questions';
export { changeInWords, isShort as isShortChange } from './diff/in-words';
export { type DiffPart, type LinePair, lineDiff, wordDiff } from './diff/text-diff';
export { type CoveragePlan, COVERAGE_PLAN_FORMAT, parseCoveragePlan, planForKits } from './coverage/coverage-plan';
export { type Coverage, type CoverageReport, coverageReport } from './coverage/coverage-report';
export { type BankStats, bankStats } from './stats/bank-stats';
export { claimLog, type LoggedClaim, openClaims } from './claims/claim-log';
export { csvRows } from './writers/write-csv';

/* Doors in: files that somebody brings, behind one guard for untrusted bytes */
export { openFile } from './doors/open-file';
export { importBank, outgoingOf, type ImportedBank } from './doors/import-bank';
export { mapIncoming, type MappedBank } from './doors/map-incoming';
export type { ImportOptions, ImportProgress } from './doors/import-options';
export {
  INCOMING_FORMATS,
  type Incoming,
  type IncomingFormat,
  type IncomingQuestion,
  type IncomingRubric,
  type IncomingPlan,
  type IncomingScorecard,
  type IncomingCompetency,
  type ColumnUse,
} from './doors/incoming';
export { DIALECTS, type Dialect } from './readers/markdown/dialect';
export { TABLE_FIELDS, type TableField } from './readers/table/guess-columns';
export { foldedText } from './doors/tell-repeated';
export {
  type DoorFault,
  type DoorPlace,
  type DoorCode,
  type RefusalCode,
  type NoticeCode,
  doorFaultText,
  placeText,
} from './guard/door-fault';
export { DOOR_LIMITS } from './guard/door-limits';

/* Doors out: a bank in the formats of others, with what they cannot carry */
export { exportBank, canCarrySidecar } from './doors/export-bank';
export { OUTGOING_FORMATS, type OutgoingFormat, type Outgoing, type ExportOptions, type Exported, type Loss } from './writers/outgoing';
