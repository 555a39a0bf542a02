/* From whoever has work to give away */
export { threadLine, type ThreadLine, type ThreadLineOptions, type Turn } from './thread-line';
export { askThread, type ThreadReply, ThreadStopped } from './ask-thread';

/* In the thread */
export { answerTasks } from './answer-tasks';
export { stepBack } from './step-back';
