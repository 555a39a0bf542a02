import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';
import { checkRoleProfile, type WeightedCompetency } from './role-profile';

/** A line of the new profile, and whether it says something else than before: then it needs a source of its own. */
export interface RevisedLine extends WeightedCompetency {
  readonly changed: boolean;
}

/**
 * Is this a new version of that role profile? `wishes` are all its lines. A line that stays as it was may leave its source
 * empty and keeps the old one; a new line, another weight or another mark of being critical has to say who named it. Weights have at most
 * two decimals and add up to exactly 100.
 */
export function reviseRoleProfile(
  before: readonly WeightedCompetency[],
  wishes: readonly WeightedCompetency[],
  path: readonly string[],
): Result<readonly RevisedLine[], ValidationError> {
  const old = new Map(before.map((line) => [line.competency, line]));
  const lines: RevisedLine[] = [];
  for (const [index, wish] of wishes.entries()) {
    const here = [...path, String(index)];
    const was = old.get(wish.competency);
    const same = was !== undefined && was.weight === wish.weight && was.critical === wish.critical;
    const given = wish.source.trim();
    if (!same && given === '') return err(invalid('Say who named this weight: a new or changed line needs a source.', [...here, 'source']));
    if (!isHundredths(wish.weight)) return err(invalid('A weight is a percentage with at most two decimals.', [...here, 'weight']));
    const source = given === '' ? (was?.source ?? '') : given;
    lines.push({ ...wish, source, changed: !same || source !== was.source });
  }
  const checked = checkRoleProfile(lines, path);
  return checked.ok ? ok(lines) : checked;
}

const isHundredths = (weight: number): boolean => Math.abs(weight * 100 - Math.round(weight * 100)) < 1e-9;
