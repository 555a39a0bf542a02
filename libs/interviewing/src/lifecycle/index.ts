/* Life cycles as data */
export { type Transition, type Transitions, transitionIn, type Words } from './transitions';

/* Why something was done */
export { REASON_LENGTH, checkReason } from './reason';
