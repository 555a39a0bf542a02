import { answerTasks } from '@touchstone/threads';
import { insightWork } from './insight-work';

/** The other end of `InsightDesk`: reckons in a thread, where blocking hurts nobody. */
answerTasks(insightWork());
