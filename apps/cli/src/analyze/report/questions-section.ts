import type { PanelAnalysis } from '@touchstone/psychometrics';
import { figure, fixed, NONE, notesOn, plural, share } from './figures';
import { type Section, tableOf } from './report';

const MOST = 60;

export function questionsSection({ items, counts }: PanelAnalysis): Section | null {
  if (items === null) return null;
  const { statistics, disagreement } = items;
  const apart = new Map(disagreement.map((one) => [one.item, one]));
  const table = tableOf(
    'Questions',
    statistics.items.slice(0, MOST),
    [
      { title: 'Question', align: 'left', show: ({ item }) => item },
      { title: 'Average', align: 'right', show: ({ mean }) => figure(mean) },
      { title: 'Of scale', align: 'right', spare: 1, show: ({ difficulty }) => share(difficulty.value) },
      { title: 'With the rest', align: 'right', show: ({ itemRest }) => figure(itemRest) },
      {
        title: 'Apart',
        align: 'right',
        show: ({ item }) => {
          const one = apart.get(item);
          return one === undefined ? NONE : fixed(one.deviation.value);
        },
      },
      {
        title: 'Look at it?',
        align: 'left',
        show: ({ item, itemRest }) => {
          const one = apart.get(item);
          const limit = one?.practicalLimit ?? null;
          // Only where the whole range says so, as every verdict here.
          const divides = limit !== null && (one?.deviation.interval?.lower ?? -Infinity) > limit;
          const reasons = [
            ...(itemRest.interval !== null && itemRest.interval.upper < 0 ? ['runs against the others'] : []),
            ...(divides ? ['divides the panel'] : []),
          ];
          if (itemRest.status === 'CONSTANT' && statistics.candidates > 1) return 'tells nobody apart';
          return reasons.join(', ') || (itemRest.interval === null ? NONE : 'no');
        },
      },
    ],
    [
      'With the rest: do those who do well here do well elsewhere? From 0.3 a question earns its minutes. Apart: how far interviewers are from their common average, in points.',
      `These rest on the ${plural(statistics.candidates, 'candidate')} rated on every question${statistics.excluded > 0 ? `; ${statistics.excluded} were not` : ''}.`,
      ...notesOn(statistics.items.flatMap(({ mean, itemRest }) => [mean, itemRest])),
      ...(counts.items > MOST ? [`The first ${MOST} of ${plural(counts.items, 'question')}.`] : []),
    ],
  );
  return {
    id: 'questions',
    title: 'The questions',
    lead: 'Which questions tell candidates apart, and which divide the panel?',
    blocks: [table],
  };
}
