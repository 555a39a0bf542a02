/* The life of a question version */
export {
  QUESTION_VERSION_STATES,
  type QuestionVersionState,
  QUESTION_VERSION_ACTIONS,
  type QuestionVersionAction,
  questionVersionTransitions,
  transitionQuestionVersion,
} from './question-version-states';

/* Review */
export { type Authorship, checkFourEyes } from './four-eyes';
