import { highsSolver } from '@touchstone/kit-assembly';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { answerTasks, stepBack } from '@touchstone/threads';
import { assemblyWork } from './assembly-work';

/** The other end of `AssemblyDesk`: solves in a thread, where blocking hurts nobody, and behind the requests of others. */
stepBack();
answerTasks(assemblyWork(highsSolver(), new SystemClock()));
