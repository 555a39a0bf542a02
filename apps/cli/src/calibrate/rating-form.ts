import { answerOrder } from './answer-order';
import { capsOf } from './caps';
import type { Material } from './material';

/** A piece of the form: a heading of some depth, running text, lines to keep as they are, or a list. */
export type FormPart =
  | { readonly kind: 'heading'; readonly depth: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'verbatim'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] };

/** What a rater needs and nothing that gives a level away: the question, its criteria with anchors, the answers in the order of the seed. */
export function ratingForm({ set, question }: Material, seed: number): readonly FormPart[] {
  const shown = new Set(set.answers.flatMap(({ evidence }) => evidence));
  const pieces = [
    ...question.exhibits.map(({ id, title, content }) => ({ id, title, content, when: '' })),
    ...question.evidenceOnRequest
      .filter(({ id }) => shown.has(id))
      .map(({ id, title, askLike, content }) => ({ id, title: title ?? askLike, content, when: ' (shown on request)' })),
  ];
  return [
    { kind: 'heading', depth: 1, text: `${question.title}: answers to rate` },
    {
      kind: 'prose',
      text: `${question.id}, version ${set.questionVersion}. Rate ${set.answers.length} answers on ${question.rubric.criteria.length} criteria, one criterion after the other over all answers, by the anchors alone.`,
    },
    { kind: 'heading', depth: 2, text: 'The question' },
    ...(question.context === undefined ? [] : [{ kind: 'prose', text: question.context } as const]),
    { kind: 'prose', text: question.prompt },
    ...pieces.flatMap(({ id, title, content, when }): readonly FormPart[] => [
      { kind: 'heading', depth: 3, text: `${id}: ${title}${when}` },
      { kind: 'verbatim', text: content },
    ]),
    { kind: 'heading', depth: 2, text: 'The probes' },
    { kind: 'list', entries: question.probes.map(({ id, ask }) => `[${id}] ${ask}`) },
    { kind: 'heading', depth: 2, text: 'The criteria' },
    ...question.rubric.criteria.flatMap(({ id, title, description, anchors }): readonly FormPart[] => [
      { kind: 'heading', depth: 3, text: `${id}: ${title}` },
      ...(description === undefined ? [] : [{ kind: 'prose', text: description } as const]),
      { kind: 'list', entries: Object.entries(anchors).map(([level, anchor]) => `${level}: ${anchor}`) },
    ]),
    { kind: 'heading', depth: 2, text: 'The answers' },
    ...answerOrder(set.answers, seed).flatMap((answer): readonly FormPart[] => {
      const caps = capsOf(answer, question).map(({ hint, criterion, level }) => `${criterion} at most ${level} (${hint})`);
      return [
        { kind: 'heading', depth: 3, text: `Answer ${answer.id}` },
        ...(answer.evidence.length === 0 ? [] : [{ kind: 'prose', text: `Shown on request: ${answer.evidence.join(', ')}.` } as const]),
        ...question.hints
          .filter(({ id }) => answer.hints.includes(id))
          .map(({ id, text }) => ({ kind: 'prose', text: `Hint ${id} was given: ${text}` }) as const),
        ...(caps.length === 0 ? [] : [{ kind: 'prose', text: `What that costs: ${caps.join(', ')}.` } as const]),
        ...paragraphsOf(answer.said).map((text) => ({ kind: 'prose', text }) as const),
        { kind: 'prose', text: question.rubric.criteria.map(({ id }) => `${id} ____`).join('   ') },
      ];
    }),
  ];
}

/** The answer to a probe begins on a line of its own. */
const paragraphsOf = (said: string): readonly string[] => said.split(/\n(?=\s*\n|\[p\d)/).flatMap((part) => part.trim() || []);
