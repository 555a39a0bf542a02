import { fixed, plural } from '../../analyze/report/figures';
import type { Report, Section, Statement } from '../../analyze/report/report';
import { tableOf } from '../../analyze/report/report';
import type { AssemblyResult, KitResult, QuestionResult } from '../result';
import { conflictSection } from './conflict-section';
import { exposureSection } from './exposure-section';

/** The report on an assembly: what came of it in words, then the kits, then how the wishes fare. */
export function writeReport(result: AssemblyResult): Report {
  const sections = [
    outcomeSection(result),
    result.conflict === null ? null : conflictSection(result.conflict),
    ...result.kits.map(kitSection),
    wishesSection(result),
    costsSection(result),
    result.exposure === null ? null : exposureSection(result.exposure),
  ];
  return {
    title: 'Kits, and how good they are',
    subtitle: result.name,
    understood: result.understood,
    sections: sections.filter((section) => section !== null),
    closing: [
      'Solved by HiGHS as a mixed integer program (van der Linden 2005); every kit was checked by counting, apart from the solver. ' +
        'Everything, with the slack of every row, is in the output of --json.',
    ],
  };
}

const outcomeSection = (result: AssemblyResult): Section => ({
  id: 'outcome',
  title: 'What came of it',
  lead: '',
  blocks: [{ kind: 'statements', statements: [outcomeOf(result)] }],
});

function outcomeOf({ status, objective, bound, gap, seconds, kits }: AssemblyResult): Statement {
  const took = seconds === null ? '' : ` It took ${fixed(seconds, seconds < 10 ? 2 : 0)} s.`;
  const what = plural(kits.length, 'kit');
  switch (status) {
    case 'optimal':
      return gap === 0
        ? {
            tone: 'GOOD',
            headline: `${what}, proven best: ${points(objective)} points.`,
            says: `No other choice from this pool has more.${took}`,
          }
        : {
            tone: 'GOOD',
            headline: `${what} within ${percent(gap)} of the best: ${points(objective)} points.`,
            says: `No choice from this pool has more than ${points(bound)}.${took}`,
          };
    case 'feasible':
      return {
        tone: 'CARE',
        headline: `${what}, the best found in time: ${points(objective)} points.`,
        says: `No choice from this pool has more than ${points(bound)}; the gap is ${percent(gap)}. Allow more time (--time-limit), or a gap (--gap).${took}`,
      };
    case 'infeasible':
      return { tone: 'STOP', headline: 'There are no such kits.', says: 'Proven: no choice from this pool keeps all hard wishes.' };
    case 'time_limit':
      return {
        tone: 'STOP',
        headline: 'The time ran out before anything was found.',
        says: 'It is not proven that there is nothing. Allow more time (--time-limit), or ask for less.',
      };
    case 'invalid':
      return { tone: 'STOP', headline: 'The files cannot be used.', says: '' };
  }
}

const points = (figure: number | null): string => (figure === null ? '–' : String(figure).replace('-', '−'));
const percent = (share: number | null): string => `${fixed((share ?? 0) * 100, 2)} %`;

/** Questions of a large form shown in the terminal; --json has all. */
const MOST_SHOWN = 60;

function kitSection(kit: KitResult, index: number): Section {
  const all = kit.rounds.flatMap(({ name, questions }) => questions.map((question) => ({ round: name, ...question })));
  const hasSlots = all.some(({ slot }) => slot !== null);
  const hasSubstitutes = all.some(({ substitutes }) => substitutes !== undefined);
  const left = all.length - MOST_SHOWN;
  type Shown = QuestionResult & { readonly round: string };
  const minutes = kit.rounds.reduce((sum, round) => sum + round.minutes, 0);
  const difficulty = all.reduce((sum, question) => sum + question.difficulty, 0) / Math.max(1, all.length);
  const notes = [
    ...(left > 0 ? [`And ${plural(left, 'question')} more.`] : []),
    ...(kit.uncovered.length > 0 ? [`Not covered: ${kit.uncovered.join(', ')}.`] : []),
  ];
  return {
    id: `kit${index + 1}`,
    title: kit.name,
    lead: `${plural(all.length, 'question')}, ${plural(minutes, 'minute')}, mean difficulty ${fixed(difficulty)}, ${points(kit.worth)} points.`,
    blocks: [
      tableOf<Shown>(
        'Questions',
        all.slice(0, MOST_SHOWN),
        [
          ...(kit.rounds.length > 1 ? [{ title: 'Round', align: 'left' as const, show: ({ round }: Shown) => round }] : []),
          ...(hasSlots ? [{ title: 'Slot', align: 'left' as const, show: ({ slot }: Shown) => slot ?? '' }] : []),
          { title: 'Question', align: 'left', show: ({ id }) => id },
          { title: 'Kind', align: 'left', spare: 2, show: ({ kind }) => kind },
          { title: 'Minutes', align: 'right', show: (question) => String(question.minutes) },
          { title: 'Difficulty', align: 'right', show: (question) => String(question.difficulty) },
          { title: 'Competencies', align: 'left', spare: 3, show: ({ competencies }) => competencies.join(', ') },
          ...(hasSubstitutes ? [{ title: 'Instead', align: 'left' as const, spare: 1, show: instead }] : []),
        ],
        notes,
      ),
    ],
  };
}

const instead = ({ substitutes = [] }: QuestionResult): string =>
  substitutes.length === 0
    ? 'nothing'
    : substitutes
        .map(({ questionId, objectiveChange }) => `${questionId} (${objectiveChange >= 0 ? '+' : '−'}${Math.abs(objectiveChange)})`)
        .join(', ');

/** Limits with no room left come first, since they are what holds the kits back. */
function wishesSection({ rows }: AssemblyResult): Section | null {
  if (rows.length === 0) return null;
  const tight = rows.filter(({ slack }) => slack <= 0);
  const shown = [...tight, ...rows.filter(({ slack }) => slack > 0)].slice(0, MOST_SHOWN);
  return {
    id: 'wishes',
    title: 'How the wishes fare',
    lead: `${plural(tight.length, 'limit')} of ${rows.length} reached.`,
    blocks: [
      tableOf('Limits', shown, [
        { title: 'Limit', align: 'left', show: ({ row }) => row },
        { title: 'Asked', align: 'right', show: ({ required }) => String(required) },
        { title: 'Has', align: 'right', show: ({ achieved }) => (achieved === null ? '–' : String(Math.round(achieved * 1000) / 1000)) },
        { title: 'Room', align: 'right', show: ({ slack }) => String(Math.round(slack * 1000) / 1000).replace('-', '−') },
        { title: '', align: 'left', show: ({ kept }) => (kept ? '' : 'missed') },
      ]),
    ],
  };
}

function costsSection({ costs }: AssemblyResult): Section | null {
  if (costs.length === 0) return null;
  return {
    id: 'costs',
    title: 'What the wishes cost',
    lead: 'How much better the kit would be without one of them.',
    blocks: [
      {
        kind: 'statements',
        statements: costs.map(({ words, points: gain }) => ({ tone: 'PLAIN', headline: words, says: `${gain} points.` })),
      },
    ],
  };
}
