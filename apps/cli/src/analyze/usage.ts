import type { RatingTable } from '@touchstone/psychometrics';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WrongUsage } from './input/faults';
import type { AnalyzeOptions } from './options';

export function mustBeFile(path: string): void {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) throw new WrongUsage(`There is no file ${path}.`);
  if (entry.isDirectory()) throw new WrongUsage(`${path} is a folder. Name a file in it.`);
}

/** Before anything is computed: the answer must have somewhere to go. */
export function mustBeWritable(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new WrongUsage(`${path} is a folder. Name a file in it, such as ${join(path, 'report.html')}.`);
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true)
    throw new WrongUsage(`${path} cannot be written: there is no folder ${dirname(path)}. Make it, or name another place.`);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'You may not write there. Name another place.',
  EPERM: 'You may not write there. Name another place.',
  EROFS: 'The disk can only be read. Name another place.',
  ENOSPC: 'The disk is full.',
  ENAMETOOLONG: 'The name is too long.',
};

export const whyNot = (error: unknown): string => REASONS[(error as { readonly code?: string }).code ?? ''] ?? 'Name another place.';

/** Places and the cut-off, held against the ratings. */
export function mustFit({ candidates, scale, score }: RatingTable, { places, cutOff }: AnalyzeOptions): void {
  const several = candidates.length > 1;
  if (places !== undefined && several && places >= candidates.length) {
    throw new WrongUsage(
      `--places ${places} takes all of the ${candidates.length} candidates, so there is nothing to choose. Give a number below ${candidates.length}.`,
    );
  }
  if (cutOff === undefined) return;
  const [min, max] =
    scale === null ? [score.reduce((a, b) => Math.min(a, b)), score.reduce((a, b) => Math.max(a, b))] : [scale.min, scale.max];
  if (cutOff >= min && cutOff <= max) return;
  const ends = scale === null ? `the scores run from ${min} to ${max}` : `the scale runs from ${min} to ${max}`;
  throw new WrongUsage(
    `--cut-off ${cutOff} is beyond the scores: ${ends}. Give a score in between${scale === null ? '' : ', or the scale with --scale'}.`,
  );
}
