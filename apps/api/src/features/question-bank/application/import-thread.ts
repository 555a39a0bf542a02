import { answerTasks } from '@touchstone/threads';
import { importWork } from './import-work';

/** The other end of `ImportDesk`: reads and writes files in a thread, where a bad one hurts nobody. */
answerTasks(importWork());
