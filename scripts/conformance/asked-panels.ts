import type { Dependability, Panel } from '@touchstone/psychometrics';
import type { Json } from './section';
import { at, isBranch } from './tree';

/**
 * The panels that a decision study is asked for, each with what it would be worth. Sizes are told as n_items, n_raters, n_facet (the one facet there
 * is), n_tasks and n_raters_per_task; one that is not told is 1.
 */
export function askedPanels(asked: Json | undefined, worth: (panel: Panel) => Dependability): Json {
  if (!Array.isArray(asked)) return [];
  return (asked as readonly Json[]).map((panel) => {
    const names = isBranch(panel) ? Object.keys(panel).filter((key) => key.startsWith('n_')) : [];
    const sizes = Object.fromEntries(names.map((key) => [key, Number(at(panel, [key]))]));
    const { n_items, n_tasks, n_facet, n_raters, n_raters_per_task } = sizes;
    const { relativeError, absoluteError, g, phi } = worth({
      questions: n_items ?? n_tasks ?? n_facet ?? 1,
      interviewers: n_raters ?? n_raters_per_task ?? n_facet ?? 1,
    });
    return { ...sizes, rel_error: relativeError, abs_error: absoluteError, g, phi };
  });
}
