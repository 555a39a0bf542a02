import { cleanText } from '../guard/clean-text';
import { DOOR_LIMITS } from '../guard/door-limits';
import type { Notices } from '../guard/notices';
import type { Incoming, IncomingQuestion } from './incoming';

/** Members that are copied as they are: bytes, places, and foreign texts that nobody is shown. */
const AS_IT_IS = new Set(['bytes', 'place', 'own', 'sidecars', 'foreign']);

/** Every text as it may be stored. Questions with a text that is longer than any may be are left out, never cut. */
export function cleanIncoming(incoming: Incoming, notices: Notices): Incoming {
  const cleaner = new Cleaner();
  const questions = incoming.questions.flatMap((question): IncomingQuestion[] => {
    cleaner.begin();
    const cleaned = { ...(cleaner.clean(question) as IncomingQuestion), own: question.own };
    if (cleaner.longest > DOOR_LIMITS.text) {
      notices.warn(
        'TEXT_TOO_LONG',
        `A text of ${cleaner.longest} characters is longer than the ${DOOR_LIMITS.text} that a question may have; the question was left out.`,
        'Shorten it, or split the question.',
        question.place,
      );
      return [];
    }
    if (cleaner.removed === 'direction marks')
      notices.warn(
        'CHARACTERS_REMOVED',
        'Invisible marks that reorder a text were taken out.',
        'Look whether it still reads as it should.',
        question.place,
      );
    return [cleaned];
  });
  const { questions: _questions, ...rest } = incoming;
  const kept = questions.length === incoming.questions.length ? incoming.plans : incoming.plans.map((plan) => ({ ...plan, questions: [] }));
  return {
    ...(cleaner.clean(rest) as Omit<Incoming, 'questions'>),
    own: incoming.own,
    sidecars: incoming.sidecars,
    plans: kept,
    questions,
  };
}

class Cleaner {
  longest = 0;
  removed: 'nothing' | 'controls' | 'direction marks' = 'nothing';

  begin(): void {
    this.longest = 0;
    this.removed = 'nothing';
  }

  clean(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((entry) => this.clean(entry));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, AS_IT_IS.has(name) ? member : this.clean(member)]));
  }

  private text(raw: string): string {
    const { text, removed } = cleanText(raw);
    if (removed !== 'nothing' && this.removed !== 'direction marks') this.removed = removed;
    this.longest = Math.max(this.longest, text.length);
    return text;
  }
}
