import type { PanelAnalysis } from '@touchstone/psychometrics';
import { figure, NONE, notesOn, share } from './figures';
import { type ColumnOf, type Section, tableOf } from './report';

const MOST = 60;
type Told = NonNullable<PanelAnalysis['competencies']>[number];

export function competenciesSection({ competencies }: PanelAnalysis): Section | null {
  const [first] = competencies ?? [];
  if (competencies === null || first === undefined) return null;
  const columns = first.competencies.map(({ competency }, place): ColumnOf<Told> => ({
    title: competency,
    align: 'right',
    show: (one) => {
      const score = one.competencies[place]?.score;
      return score === undefined ? NONE : figure(score);
    },
  }));
  const table = tableOf(
    'Averages by competency, weighted',
    competencies.slice(0, MOST),
    [
      { title: 'Candidate', align: 'left', show: ({ candidate }) => candidate },
      ...columns,
      { title: 'Overall', align: 'right', show: ({ overall }) => figure(overall) },
      { title: 'Rated', align: 'right', spare: 1, show: ({ shareOfWeightRated }) => share(shareOfWeightRated) },
    ],
    [
      'Averages as given, not corrected for strict interviewers.',
      { column: 'Rated', says: 'Rated: the part of the weight that has a score behind it.' },
      ...notesOn(competencies.flatMap((one) => one.competencies.map(({ score }) => score))),
    ],
  );
  return { id: 'competencies', title: 'Competencies', lead: 'Where is each candidate strong?', blocks: [table] };
}
