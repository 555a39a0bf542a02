import { type AlikePair, similarPairs } from './near-duplicates';

/** Words of a run, and the share of runs from which on two questions are twins. */
export const TWIN_RUN = 5;
export const MOST_SHARED = 0.2;

/** What of a question its twin would share. */
export const promptText = ({ prompt, context }: { readonly prompt: string; readonly context?: string | undefined }): string =>
  `${context ?? ''}\n${prompt}`;

/**
 * Which questions are so alike that one gives the other away, by their `promptText`; the share of runs in common with each pair. With `from` only those at
 * that place or behind it, against all before and among each other.
 */
export const alikePrompts = (prompts: readonly string[], from = 0): readonly AlikePair[] =>
  similarPairs(prompts, TWIN_RUN, MOST_SHARED, from);
