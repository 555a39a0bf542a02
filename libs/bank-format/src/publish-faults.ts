import type { BankFault } from './bank-fault';
import { FaultLog } from './fault-log';
import type { KnownFramework } from './framework';
import type { QuestionDocument } from './question-document';
import type { Criterion } from './rubric-shapes';
import { unknownName } from './value-readers';

/** How far the sum of criterion weights may be from 1: room for 0.1 + 0.2, not for a mistake. */
export const WEIGHT_TOLERANCE = 1e-9;

const STANDARD_LEVELS = [1, 2, 3, 4, 5];

/**
 * What keeps a well-formed draft from being submitted for review; empty = nothing. A submittable question has a prompt, a
 * competency, a licence, a probe, and a rubric whose criteria each name one of its competencies, hold one distinct anchor
 * per level of the scale and no others, and weigh 1 in sum; its hints and follow-ups point at criteria and levels that
 * exist, and the parts of its time add up. With `known`, its category and competencies must be in the framework, the first
 * competency in its category, and the levels are those of the organization's scale (else 1 to 5).
 */
export function publishFaults(document: QuestionDocument, known?: KnownFramework): readonly BankFault[] {
  const log = new FaultLog();
  const levels = known?.levels ?? STANDARD_LEVELS;
  if (document.prompt.trim() === '') log.report('INCOMPLETE', ['prompt'], 'The prompt is empty. Write what is read aloud.');
  if (document.license === 'LicenseRef-unknown') {
    log.report('INCOMPLETE', ['license'], 'The licence is unknown. Find out where the text comes from and set it.');
  }
  if (document.probes.length === 0)
    log.report('INCOMPLETE', ['probes'], 'There is no probe. Add at least one neutral follow-up to ask everybody.');
  reportMinutes(document, log);
  reportCompetencies(document, known, log);
  reportRubric(document, levels, log);
  reportReferences(document, levels, log);
  return log.faults;
}

function reportMinutes({ minutes }: QuestionDocument, log: FaultLog): void {
  const { preparation, answer, probes, target } = minutes;
  if (preparation === undefined || answer === undefined || probes === undefined) return;
  const sum = preparation + answer + probes;
  if (sum !== target) {
    log.report(
      'SUM',
      ['minutes', 'target'],
      `Preparation, answer and probes take ${sum} minutes, the target says ${target}. Make them agree.`,
    );
  }
}

function reportCompetencies(document: QuestionDocument, known: KnownFramework | undefined, log: FaultLog): void {
  const [primary] = document.competencies;
  if (primary === undefined) log.report('INCOMPLETE', ['competencies'], 'No competency is named. Name the one that is measured, first.');
  if (known === undefined) return;
  if (!known.categories.has(document.category)) {
    log.report('REFERENCE', ['category'], unknownName(document.category, [...known.categories], 'category'));
  }
  document.competencies.forEach((slug, index) => {
    if (!known.competencies.has(slug)) {
      log.report('REFERENCE', ['competencies', index], unknownName(slug, [...known.competencies.keys()], 'competency'));
    }
  });
  const home = primary === undefined ? undefined : known.competencies.get(primary);
  if (home !== undefined && home !== document.category && known.categories.has(document.category)) {
    log.report(
      'REFERENCE',
      ['category'],
      `The first competency "${primary}" belongs to "${home}". Use that category, or put another competency first.`,
    );
  }
}

function reportRubric(document: QuestionDocument, levels: readonly number[], log: FaultLog): void {
  const { criteria } = document.rubric;
  if (criteria.length === 0) {
    log.report('INCOMPLETE', ['rubric', 'criteria'], 'The rubric has no criterion. Add at least one with an anchor per level.');
    return;
  }
  const sum = criteria.reduce((total, criterion) => total + criterion.weight, 0);
  if (Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
    log.report('SUM', ['rubric', 'criteria'], `The weights of the criteria sum to ${Number(sum.toFixed(9))}; make them sum to 1.`);
  }
  criteria.forEach((criterion, index) => {
    if (!document.competencies.includes(criterion.competency)) {
      log.report(
        'REFERENCE',
        ['rubric', 'criteria', index, 'competency'],
        `"${criterion.competency}" is not among the competencies of the question. Add it there, or name one of: ${document.competencies.join(', ')}.`,
      );
    }
    reportAnchors(criterion, index, levels, log);
  });
}

function reportAnchors(criterion: Criterion, index: number, levels: readonly number[], log: FaultLog): void {
  const path = ['rubric', 'criteria', index, 'anchors'];
  const written = new Map(Object.entries(criterion.anchors));
  const seen = new Map<string, string>();
  for (const level of levels.map(String)) {
    const anchor = written.get(level);
    if (anchor === undefined) {
      log.report(
        'INCOMPLETE',
        [...path, level],
        `"${criterion.title}" has no anchor for level ${level}. Describe the behaviour that earns it.`,
      );
      continue;
    }
    const twin = seen.get(anchor.trim());
    if (twin !== undefined)
      log.report(
        'DUPLICATE',
        [...path, level],
        `Levels ${twin} and ${level} of "${criterion.title}" have the same anchor. Tell them apart.`,
      );
    seen.set(anchor.trim(), level);
  }
  for (const level of written.keys()) {
    if (!levels.includes(Number(level))) {
      log.report('REFERENCE', [...path, level], `The scale has no level ${level}; its levels are ${levels.join(', ')}. Remove the anchor.`);
    }
  }
}

function reportReferences(document: QuestionDocument, levels: readonly number[], log: FaultLog): void {
  const criteria = document.rubric.criteria.map((criterion) => criterion.id);
  document.hints.forEach((hint, index) => {
    for (const [criterion, level] of Object.entries(hint.caps)) {
      const path = ['hints', index, 'caps', criterion];
      if (!criteria.includes(criterion)) log.report('REFERENCE', path, unknownName(criterion, criteria, 'criterion'));
      if (!levels.includes(level)) log.report('REFERENCE', path, `The scale has no level ${level}; its levels are ${levels.join(', ')}.`);
    }
  });
  document.followUps.forEach((followUp, index) => {
    const stranger = followUp.levels.find((level) => !levels.includes(level));
    if (stranger !== undefined) {
      log.report('REFERENCE', ['followUps', index, 'levels'], `The scale has no level ${stranger}; its levels are ${levels.join(', ')}.`);
    }
  });
  if (document.enemies.includes(document.id)) log.report('REFERENCE', ['enemies'], 'A question cannot be its own enemy. Remove its id.');
}
