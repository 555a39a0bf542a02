import type { FaultPath } from './bank-fault';
import type { FaultLog } from './fault-log';
import { FieldReader, type EntryReader, type Fields } from './field-reader';
import { PROBE_KINDS, type FollowUp, type Hint, type PlausibleWrongAnswer, type Probe } from './question-document';
import { LIMITS } from './text-limits';
import { PART_ID } from './text-pattern';
import { nameOfType } from './value-readers';
import { withoutAbsent } from './without-absent';

const PROBE_FIELDS: Fields<Probe> = { id: true, ask: true, when: true, kind: true };

export const readProbe: EntryReader<Probe> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, PROBE_FIELDS);
  return withoutAbsent<Probe>({
    id: fields.requiredLine('id', LIMITS.line, PART_ID),
    ask: fields.requiredText('ask', LIMITS.passage),
    when: fields.line('when'),
    kind: fields.oneOf('kind', PROBE_KINDS),
  });
};

const HINT_FIELDS: Fields<Hint> = { id: true, text: true, when: true, caps: true };

export const readHint: EntryReader<Hint> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, HINT_FIELDS);
  return withoutAbsent<Hint>({
    id: fields.requiredLine('id', LIMITS.line, PART_ID),
    text: fields.requiredText('text', LIMITS.passage),
    when: fields.line('when'),
    caps: readCaps(fields, [...path, 'caps'], log),
  });
};

/** Criterion id → highest level still possible. */
function readCaps(fields: FieldReader, path: FaultPath, log: FaultLog): Readonly<Record<string, number>> {
  const caps: [string, number][] = [];
  for (const [criterion, level] of fields.entries('caps')) {
    if (PART_ID.form.test(criterion)) caps.push([criterion, readLevel(level, [...path, criterion], log)]);
    else log.report('PATTERN', [...path, criterion], `"${criterion.slice(0, 60)}" must be the id of a criterion: ${PART_ID.says}.`);
  }
  return Object.fromEntries(caps);
}

const readLevel: EntryReader<number> = (value, path, log) => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LIMITS.level) return value;
  log.report('RANGE', path, `A level is a whole number from 1 to ${LIMITS.level}; found ${nameOfType(value)}.`);
  return 1;
};

const FOLLOW_UP_FIELDS: Fields<FollowUp> = { levels: true, ask: true };

export const readFollowUp: EntryReader<FollowUp> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, FOLLOW_UP_FIELDS);
  const levels = fields.distinctList('levels', LIMITS.level, readLevel, String);
  if (levels.length === 0) fields.fault('MISSING', 'levels', 'Say for which levels this follow-up is, for example [4, 5].');
  return { levels, ask: fields.requiredText('ask', LIMITS.passage) };
};

const WRONG_ANSWER_FIELDS: Fields<PlausibleWrongAnswer> = { claim: true, whyAttractive: true, whyWrong: true };

export const readWrongAnswer: EntryReader<PlausibleWrongAnswer> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, WRONG_ANSWER_FIELDS);
  return {
    claim: fields.requiredText('claim', LIMITS.passage),
    whyAttractive: fields.requiredText('whyAttractive', LIMITS.passage),
    whyWrong: fields.requiredText('whyWrong', LIMITS.passage),
  };
};
