import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';
import { isSlug } from './slug';

/** One line of a job analysis: how much a competency counts in the role, and who says so. */
export interface WeightedCompetency {
  readonly competency: string;
  /** Percent of the profile, above 0. */
  readonly weight: number;
  readonly critical: boolean;
  /** Who named it and in what: a person, a job description, a workshop. */
  readonly source: string;
}

export const PROFILE_TOTAL = 100;

/** Are these the weights of a role profile? Each competency once, each weight above 0, each with a source, the sum 100. */
export function checkRoleProfile(
  lines: readonly WeightedCompetency[],
  path: readonly string[] = ['input', 'competencies'],
): Result<readonly WeightedCompetency[], ValidationError> {
  const seen = new Set<string>();
  for (const [index, { competency, weight, source }] of lines.entries()) {
    const here = [...path, String(index)];
    if (!isSlug(competency)) return err(invalid('A competency is named by its slug.', [...here, 'competency']));
    if (seen.has(competency)) return err(invalid('A role profile names each competency once.', [...here, 'competency']));
    if (!Number.isFinite(weight) || weight <= 0) return err(invalid('A weight is above 0.', [...here, 'weight']));
    if (source.trim() === '') return err(invalid('Every competency of a role profile has a source: who named it.', [...here, 'source']));
    seen.add(competency);
  }
  const total = lines.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(total - PROFILE_TOTAL) > 1e-9) {
    return err(invalid(`The weights of a role profile add up to ${PROFILE_TOTAL}; these add up to ${Number(total.toFixed(6))}.`, path));
  }
  return ok(lines);
}
