import { coefficientSpan, figure, plural, share, signed } from '../analyze/report/figures';
import { type Block, type Report, type Section, type Statement, tableOf } from '../analyze/report/report';
import type { Comparison, Difference, Nearness } from './compare-with-gold';
import { lean } from './lean';
import type { Material } from './material';

/** What the comparison says, for the terminal and for Markdown: each rater, first as a whole, then by criterion, then each rating that differs. */
export function comparisonReport(comparisons: readonly Comparison[], { set, question }: Material, file: string): Report {
  const levels = [...new Set(question.rubric.criteria.flatMap(({ anchors }) => Object.keys(anchors)))].sort();
  return {
    title: 'Ratings beside gold',
    subtitle: `${question.title} (${question.id}, version ${set.questionVersion})`,
    understood: [
      `${file} holds the ratings of ${plural(comparisons.length, 'rater')}: ${set.answers.length} answers, each on ${plural(question.rubric.criteria.length, 'criterion', 'criteria')}, levels ${levels.join(', ')}.`,
    ],
    sections: [...(comparisons.length > 1 ? [overview(comparisons)] : []), ...comparisons.map(sectionOf)],
    closing: [
      `Gold levels are those of whoever wrote the answers${set.check === undefined ? '' : `; how they were checked: ${set.check}`}`,
      'A kappa over so few ratings is rough. Read the reasons of the ratings that differ before the figures.',
    ],
  };
}

const nameOf = (rater: string | null): string => rater ?? 'The rater';

const columnsOfNearness = [
  { title: 'exact', align: 'right', show: ({ exact, ratings }: Nearness) => share(exact / ratings) },
  { title: 'within one', align: 'right', show: ({ withinOne, ratings }: Nearness) => share(withinOne / ratings) },
  { title: 'difference', align: 'right', show: ({ meanDifference }: Nearness) => signed(meanDifference) },
] as const;

const overview = (comparisons: readonly Comparison[]): Section => ({
  id: 'raters',
  title: 'The raters',
  lead: 'Who is near to gold, and to which side do they lean?',
  blocks: [
    tableOf<Comparison>(
      'Each rater beside gold',
      comparisons,
      [
        { title: 'rater', align: 'left', show: ({ rater }) => nameOf(rater) },
        ...columnsOfNearness,
        { title: 'kappa', align: 'right', show: ({ kappa }) => figure(kappa) },
        { title: 'leans', align: 'left', show: ({ meanDifference }) => lean(meanDifference) },
      ],
      ['Difference: mean of given minus gold, in levels. Kappa: Cohen, quadratic weights.'],
    ),
  ],
});

function sectionOf(comparison: Comparison, place: number): Section {
  const { rater, criteria, differing } = comparison;
  const reasons: Block =
    differing.length === 0
      ? { kind: 'text', text: 'No rating differs from gold.' }
      : { kind: 'statements', statements: differing.map((each) => differenceInWords(each, comparison)) };
  return {
    id: `rater-${place + 1}`,
    title: nameOf(rater),
    lead: 'How near are these ratings to gold, to which side do they lean, and where do they differ?',
    blocks: [
      { kind: 'statements', statements: [inWords(comparison)] },
      tableOf(
        'By criterion',
        criteria,
        [{ title: 'criterion', align: 'left', show: ({ id, title }) => `${id} ${title}` }, ...columnsOfNearness],
        ['Difference: mean of given minus gold, in levels.'],
      ),
      reasons,
    ],
  };
}

function inWords({ ratings, exact, withinOne, meanDifference, kappa }: Comparison): Statement {
  const range = coefficientSpan(kappa);
  const certainty = kappa.interval === null || kappa.interval.lower === kappa.interval.upper ? '' : ` (95 %: ${range})`;
  const value = kappa.value === null ? 'cannot be had from these ratings' : `is ${figure(kappa)}${certainty}`;
  return {
    tone: exact === ratings ? 'GOOD' : withinOne === ratings ? 'PLAIN' : 'CARE',
    headline: `${exact} of ${ratings} ratings are the gold level (${share(exact / ratings)}), ${withinOne} are within one (${share(withinOne / ratings)})`,
    says: `Quadratic weighted kappa ${value}. The mean difference from gold is ${signed(meanDifference)} levels: ${lean(meanDifference)}.`,
  };
}

function differenceInWords({ answer, criterion, level, gold, why, cap }: Difference, { criteria }: Comparison): Statement {
  const title = criteria.find(({ id }) => id === criterion)?.title ?? criterion;
  const capped = cap === undefined ? '' : `Hint ${cap.hint} was given, which leaves at most ${cap.level}. `;
  return {
    tone: Math.abs(level - gold) > 1 ? 'STOP' : 'CARE',
    headline: `Answer ${answer}, ${criterion} ${title}: ${level} was given, gold is ${gold}`,
    says: `${capped}${why}`,
  };
}
