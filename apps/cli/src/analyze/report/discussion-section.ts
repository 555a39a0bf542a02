import type { PanelAnalysis } from '@touchstone/psychometrics';
import { chance, fixed } from './figures';
import { type Block, type ColumnOf, type Section, tableOf, text } from './report';

const MOST = 10;

/** Where there is one question, it goes without saying. */
const questionColumn = <T extends { readonly item: string }>({ items }: PanelAnalysis['counts']): readonly ColumnOf<T>[] =>
  items > 1 ? [{ title: 'Question', align: 'left', show: ({ item }) => item }] : [];

const scoreOf = (score: number): string => fixed(score, Number.isInteger(score) ? 0 : 2);

export function discussionSection({ discussion, diagnosis, counts }: PanelAnalysis): Section | null {
  if (discussion === null) return null;
  const given = ({ score, raters }: { readonly score: number; readonly raters: readonly string[] }): string =>
    `${scoreOf(score)} (${raters.length > 2 ? `${raters.slice(0, 2).join(', ')} + ${raters.length - 2}` : raters.join(', ')})`;
  const knowsChance = discussion.some(({ chanceItDecides }) => chanceItDecides !== null);
  const table: Block =
    discussion.length === 0
      ? text('There is nothing to settle: no answer has two different scores.')
      : tableOf(
          'Disagreements, the one most likely to decide first',
          discussion.slice(0, MOST),
          [
            { title: 'Candidate', align: 'left', show: ({ candidate }) => candidate },
            ...questionColumn<(typeof discussion)[number]>(counts),
            { title: 'Lowest', align: 'left', show: ({ lowest }) => given(lowest) },
            { title: 'Highest', align: 'left', show: ({ highest }) => given(highest) },
            { title: 'Swing', align: 'right', show: ({ swing }) => fixed(swing) },
            ...(knowsChance
              ? ([{ title: 'Decides', align: 'right', show: (one: (typeof discussion)[number]) => chance(one.chanceItDecides) }] as const)
              : []),
          ],
          [
            'Swing: by how many points the total moves from all agreeing on the lowest score to all agreeing on the highest.',
            ...(knowsChance ? ['Decides: the chance that the line between taken and not taken lies within that swing.'] : []),
          ],
        );
  const odd = diagnosis?.unexpected ?? [];
  const unexpected: Block[] =
    odd.length === 0
      ? []
      : [
          tableOf(
            'Single scores that nothing else explains',
            odd.slice(0, MOST),
            [
              { title: 'Candidate', align: 'left', show: ({ candidate }) => candidate },
              { title: 'Interviewer', align: 'left', show: ({ rater }) => rater },
              ...questionColumn<(typeof odd)[number]>(counts),
              { title: 'Given', align: 'right', show: ({ observed }) => scoreOf(observed) },
              { title: 'Expected', align: 'right', show: ({ expected }) => fixed(expected, 1) },
            ],
            [
              `Listed where the score is two standard deviations or more from what candidate, interviewer and question lead to expect; about one in twenty is, by chance alone. Here: ${diagnosis?.unexpectedInAll ?? 0} in all.`,
            ],
          ),
        ];
  return {
    id: 'discussion',
    title: 'What to talk about first',
    lead: 'Which disagreement is most likely to change the decision?',
    blocks: [table, ...unexpected],
  };
}
