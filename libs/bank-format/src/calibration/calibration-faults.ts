import type { BankFault, FaultPath } from '../bank-fault';
import type { BankQuestion } from '../bank-file';
import { FaultLog } from '../fault-log';
import { unknownName } from '../value-readers';
import type { CalibrationAnswer, CalibrationSet } from './calibration-set';
import { inOneRun, quotedPassages } from './quoted-words';

/** Words of one answer: below, nothing can be rated on all criteria; above, nobody says it in the time. */
const WORDS = { fewest: 100, most: 400 } as const;

/** More often, and one impression of the answer would do for all its criteria. */
const MOST_OF_ONE_LEVEL = 2;

/**
 * Can these answers train anybody for this question? `question` is the one that the set names, or undefined where the bank has none.
 * Holds: the question exists, in this version and category; every answer is rated on every criterion; over the answers a criterion shows
 * each level of its anchors once; within an answer no level stands more than twice, nor alone; evidence and hints are the question's; no
 * gold level is above the cap of a hint that was given; what a reason quotes was said; an answer has 100 to 400 words. Empty = fit for use.
 */
export function calibrationFaults(set: CalibrationSet, question: BankQuestion | undefined): readonly BankFault[] {
  const log = new FaultLog();
  if (question === undefined || question.id !== set.question) {
    log.report('REFERENCE', ['question'], `There is no question "${set.question}" in the bank. Mend the id, or name the files it is in.`);
    return log.faults;
  }
  const version = question.record?.version ?? 1;
  if (version !== set.questionVersion)
    log.report(
      'REFERENCE',
      ['questionVersion'],
      `The bank has version ${version} of "${set.question}", the set is for ${set.questionVersion}. Rate the answers again by the anchors of today.`,
    );
  if (question.category !== set.category)
    log.report(
      'REFERENCE',
      ['category'],
      `"${set.question}" is about "${question.category}", the set about "${set.category}". Mend one of the two.`,
    );
  set.answers.forEach((answer, index) => reportAnswer(answer, question, ['answers', index], log));
  reportLevelsOfCriteria(set, question, log);
  return log.faults;
}

function reportAnswer(answer: CalibrationAnswer, question: BankQuestion, path: FaultPath, log: FaultLog): void {
  reportParts(answer, question, path, log);
  const words = inOneRun(answer.said).split(' ').length;
  if (words < WORDS.fewest || words > WORDS.most)
    log.report('LENGTH', [...path, 'said'], `An answer has ${WORDS.fewest} to ${WORDS.most} words; this one has ${words}.`);
  const said = inOneRun(answer.said);
  for (const [id, { why }] of Object.entries(answer.ratings))
    for (const passage of quotedPassages(why))
      if (!said.includes(passage))
        log.report(
          'REFERENCE',
          [...path, 'ratings', id, 'why'],
          `'${passage}' is quoted and was not said. Quote the answer word for word.`,
        );
  reportLevelsOfAnswer(answer, path, log);
  reportCaps(answer, question, path, log);
}

function reportParts({ evidence, hints, ratings }: CalibrationAnswer, question: BankQuestion, path: FaultPath, log: FaultLog): void {
  const criteria = question.rubric.criteria.map(({ id }) => id);
  const pieces = question.evidenceOnRequest.map(({ id }) => id);
  const known = question.hints.map(({ id }) => id);
  evidence.forEach((id, index) => {
    if (!pieces.includes(id)) log.report('REFERENCE', [...path, 'evidence', index], unknownName(id, pieces, 'piece of evidence'));
  });
  hints.forEach((id, index) => {
    if (!known.includes(id)) log.report('REFERENCE', [...path, 'hints', index], unknownName(id, known, 'hint'));
  });
  for (const id of Object.keys(ratings))
    if (!criteria.includes(id)) log.report('REFERENCE', [...path, 'ratings', id], unknownName(id, criteria, 'criterion'));
  for (const id of criteria)
    if (ratings[id] === undefined)
      log.report('MISSING', [...path, 'ratings'], `Criterion "${id}" is not rated. Add ${id}: {level: …, why: …}.`);
}

function reportLevelsOfAnswer({ ratings }: CalibrationAnswer, path: FaultPath, log: FaultLog): void {
  const levels = Object.values(ratings).map(({ level }) => level);
  const often = levels.find((level) => levels.filter((other) => other === level).length > MOST_OF_ONE_LEVEL);
  if (often !== undefined)
    log.report(
      'DUPLICATE',
      [...path, 'ratings'],
      `Level ${often} stands more than ${MOST_OF_ONE_LEVEL} times in this answer. Let its criteria differ, or one impression rates them all.`,
    );
  else if (levels.length > 1 && new Set(levels).size === 1)
    log.report('DUPLICATE', [...path, 'ratings'], `All criteria of this answer have level ${levels[0] ?? 0}. Let them differ.`);
}

function reportCaps({ hints, ratings }: CalibrationAnswer, question: BankQuestion, path: FaultPath, log: FaultLog): void {
  for (const { id, caps } of question.hints.filter((hint) => hints.includes(hint.id)))
    for (const [criterion, cap] of Object.entries(caps)) {
      const level = ratings[criterion]?.level ?? 0;
      if (level > cap)
        log.report(
          'RANGE',
          [...path, 'ratings', criterion, 'level'],
          `Hint ${id} was given and caps this criterion at ${cap}; it is ${level}.`,
        );
    }
}

/** Levels are those that the criterion has anchors for. */
function reportLevelsOfCriteria({ answers }: CalibrationSet, question: BankQuestion, log: FaultLog): void {
  for (const { id, anchors } of question.rubric.criteria) {
    const scale = Object.keys(anchors).map(Number);
    for (const level of scale) {
      const times = answers.filter(({ ratings }) => ratings[id]?.level === level).length;
      if (times === 0) log.report('MISSING', ['answers'], `No answer shows level ${level} of criterion "${id}". Each level stands once.`);
      if (times > 1)
        log.report('DUPLICATE', ['answers'], `${times} answers have level ${level} on criterion "${id}". Each level stands once.`);
    }
    answers.forEach(({ ratings }, index) => {
      const level = ratings[id]?.level;
      if (level !== undefined && !scale.includes(level))
        log.report(
          'RANGE',
          ['answers', index, 'ratings', id, 'level'],
          `Criterion "${id}" has no level ${level}; it has ${scale.join(', ')}.`,
        );
    });
  }
}
