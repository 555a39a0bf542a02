/* The life of a question version */
export {
  QUESTION_VERSION_STATES,
  type QuestionVersionState,
  QUESTION_VERSION_ACTIONS,
  type QuestionVersionAction,
  questionVersionTransitions,
  questionVersionWords,
  transitionQuestionVersion,
} from './question-version-states';

/* Review */
export { type Authorship, checkFourEyes } from './four-eyes';

/* What is said of it */
export { type ReviewThread, mayResolveThread } from './review-threads';

/* Who sees it, whose it is */
export { type BankMember, type VersionInTheMaking, mayMaintainQuestion, isOwnVersion, mayReadVersion } from './stewardship';
