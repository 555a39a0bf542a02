import { renderGuide } from '@touchstone/kit-guide';
import { answerTasks } from '@touchstone/threads';
import type { GuideTask } from './guide-task';

/** The other end of `GuideDesk`: sets pages in a thread. A PDF of a whole kit takes a second, fonts and all. */
answerTasks(({ kit, titles, options }: GuideTask) => renderGuide(kit, (slug) => titles[slug] ?? slug, options));
