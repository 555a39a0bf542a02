import type { Coverage } from '@touchstone/bank-format';
import type { Paint } from '../../analyze/render/paint';
import { fit, widthOf } from '../../analyze/render/wrap';

/** Rows of what is planned and what is there. */
export interface Grid {
  readonly title: string;
  readonly rows: readonly (Coverage & { readonly name: string })[];
}

const FIGURES = 16;
const BAR = 12;

/** A row for each: name, have of planned, a bar, and a mark that says it without colour: `✓` reached, `!` one missing, `✗` more, `+` beyond the plan. */
export function gridLines({ title, rows }: Grid, columns: number, paint: Paint): readonly string[] {
  const longest = Math.max(...rows.map(({ name }) => widthOf(name)));
  const names = Math.min(longest, columns - FIGURES - BAR - 6);
  return [
    paint.strong(title),
    ...rows.map(({ name, planned, have }) => {
      const missing = planned - have;
      const [mark, brush] = missing > 1 ? ['✗', paint.stop] : missing === 1 ? ['!', paint.care] : planned === 0 ? ['+', paint.quiet] : ['✓', paint.good];
      const filled = planned === 0 ? 0 : Math.min(BAR, Math.round((BAR * have) / planned));
      const bar = `${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}`;
      return `${brush(mark)} ${fit(name, names, 'left')}  ${String(have).padStart(4)} of ${String(planned).padEnd(4)} ${brush(bar)}${missing > 0 ? ` ${missing} missing` : ''}`;
    }),
  ];
}
