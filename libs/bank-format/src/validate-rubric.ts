import type { FaultPath } from './bank-fault';
import type { FaultLog } from './fault-log';
import { FieldReader, type EntryReader, type Fields } from './field-reader';
import type { Criterion, QuestionRubric } from './question-document';
import { LIMITS } from './text-limits';
import { PART_ID, SLUG } from './text-pattern';
import { readText } from './value-readers';

const RUBRIC_FIELDS: Fields<QuestionRubric> = {
  scale: true,
  criteria: true,
  strongSignals: true,
  weakSignals: true,
  redFlags: true,
};

/** How the answer is scored. A question without a rubric gets an empty one on the scale `standard`. */
export const readRubric: EntryReader<QuestionRubric> = (value, path, log) => {
  const fields = FieldReader.open(value ?? {}, path, log, RUBRIC_FIELDS);
  return {
    scale: fields.line('scale', LIMITS.line, SLUG) ?? 'standard',
    criteria: fields.distinctList('criteria', LIMITS.criteria, readCriterion, (criterion) => criterion.id),
    strongSignals: fields.texts('strongSignals'),
    weakSignals: fields.texts('weakSignals'),
    redFlags: fields.texts('redFlags'),
  };
};

const CRITERION_FIELDS: Fields<Criterion> = { id: true, title: true, competency: true, weight: true, anchors: true };

/** A criterion that weighs less does not count; one that weighs nothing is no criterion. */
const LIGHTEST = 0.001;

const readCriterion: EntryReader<Criterion> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, CRITERION_FIELDS);
  return {
    id: fields.requiredLine('id', LIMITS.line, PART_ID),
    title: fields.requiredLine('title'),
    competency: fields.requiredLine('competency', LIMITS.line, SLUG),
    weight: fields.requiredNumber('weight', { minimum: LIGHTEST, maximum: 1, step: 0 }),
    anchors: readAnchors(fields, [...path, 'anchors'], log),
  };
};

/** Level → behaviour. A blank anchor counts as not yet written. */
function readAnchors(fields: FieldReader, path: FaultPath, log: FaultLog): Readonly<Record<string, string>> {
  const anchors: [string, string][] = [];
  for (const [level, value] of fields.entries('anchors')) {
    if (!LEVEL.test(level)) {
      log.report('PATTERN', [...path, level], `Anchors are keyed by a level from 1 to ${LIMITS.level}; found "${level.slice(0, 60)}".`);
      continue;
    }
    const text = value === null || value === undefined ? null : readText(value, [...path, level], log, LIMITS.passage);
    if (text !== null && text.trim() !== '') anchors.push([level, text]);
  }
  return Object.fromEntries(anchors.sort(([a], [b]) => Number(a) - Number(b)));
}

const LEVEL = new RegExp(`^[1-${LIMITS.level}]$`);
