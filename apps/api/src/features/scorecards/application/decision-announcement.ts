/** The topic on which it is said that a decision was recorded: on which loop of which organization, and nothing of what it is. */
export const DECISION_TOPIC = 'decision';
