import type { CoverageReport } from '@touchstone/bank-format';
import type { Paint } from '../../analyze/render/paint';
import { fit, widthOf } from '../../analyze/render/wrap';

type Cell = CoverageReport['cells'][number];

const LABELS: Readonly<Record<string, string>> = {
  'technical-depth': 'depth',
  'system-design': 'design',
  'debugging-evidence': 'debug',
  'debugging-evidence-long': 'debug-l',
  'debugging-evidence-short': 'debug-s',
  'code-review': 'review',
  'work-sample': 'sample',
  'case': 'case',
  'case-short': 'case-s',
  'case-long': 'case-l',
  'situational': 'situat.',
  'behavioural': 'behav.',
};
const WIDTH = 8;

/** Cells of one category. `counts`: there is no plan for them, so only how many there are. */
export interface Matrix {
  readonly title: string;
  readonly cells: readonly Cell[];
  readonly counts: boolean;
}

/** Competencies by kinds, `2/3` for two of three; `!` marks what is missing, `+` what is beyond the plan. Kinds that the rows do not have are left out. */
export function matrixLines({ title, cells, counts }: Matrix, columns: number, paint: Paint): readonly string[] {
  const order = Object.keys(LABELS);
  const kinds = [...new Set(cells.map(({ column }) => column))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const competencies = [...new Set(cells.map(({ competency }) => competency))];
  const longest = Math.max(...competencies.map(widthOf));
  const names = Math.max(16, Math.min(longest, columns - WIDTH * (kinds.length + 1)));
  const row = (name: string, ofKind: (kind: string) => Cell[], all: readonly Cell[]): string =>
    `${fit(name, names, 'left')}${[...kinds.map((kind) => shown(ofKind(kind), counts, paint)), shown(all, counts, paint)].join('')}`;
  return [
    paint.strong(title),
    `${fit('', names, 'left')}${paint.quiet([...kinds.map((kind) => LABELS[kind] ?? kind), 'all'].map((label) => fit(label, WIDTH, 'right')).join(''))}`,
    ...competencies.map((competency) => {
      const own = cells.filter((cell) => cell.competency === competency);
      return row(competency, (kind) => own.filter(({ column }) => column === kind), own);
    }),
    ...(competencies.length > 1 ? [row('all', (kind) => cells.filter(({ column }) => column === kind), cells)] : []),
  ];
}

function shown(cells: readonly Cell[], counts: boolean, paint: Paint): string {
  if (cells.length === 0) return fit('', WIDTH, 'right');
  if (counts) return fit(String(cells.reduce((sum, cell) => sum + cell.have, 0)), WIDTH, 'right');
  const [have, planned] = [cells.reduce((sum, cell) => sum + cell.have, 0), cells.reduce((sum, cell) => sum + cell.planned, 0)];
  const missing = cells.reduce((sum, cell) => sum + Math.max(0, cell.planned - cell.have), 0);
  const [mark, brush] = missing > 0 ? ['!', missing > 1 ? paint.stop : paint.care] : have > planned ? ['+', paint.quiet] : [' ', paint.good];
  return brush(fit(`${have}/${planned}${mark}`, WIDTH, 'right'));
}
