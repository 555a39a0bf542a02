import { type DoorFault, doorFaultText, type ImportedBank, type Loss } from '@touchstone/bank-format';
import type { Paint } from '../analyze/render/paint';
import { numbered } from '../bank/terminal';

/** First questions that a preview shows, and lines of one matter. */
const FIRST = 5;
const MOST_LINES = 5;

/** What was found in a file and what became of it, in lines. */
export function reportLines(name: string, { incoming, mapped }: ImportedBank, paint: Paint): readonly string[] {
  const { format, dialect, encoding, columns, rubrics, plans, competencies, roles, scorecards } = incoming;
  const counts = [
    numbered(mapped.questions.length, 'question'),
    ...(rubrics.length > 0 ? [numbered(rubrics.length, 'rubric')] : []),
    ...(competencies.length > 0 ? [competencies.length === 1 ? '1 competency' : `${competencies.length} competencies`] : []),
    ...(plans.length > 0 ? [numbered(plans.length, 'plan')] : []),
    ...(roles.length > 0 ? [numbered(roles.length, 'role')] : []),
    ...(scorecards.length > 0 ? [numbered(scorecards.length, 'scorecard')] : []),
    ...(mapped.attachments.length > 0 ? [numbered(mapped.attachments.length, 'attachment')] : []),
  ];
  const used = columns.filter(({ use }) => use !== null).map(({ head, use }) => `${use ?? ''}=${head || '(no name)'}`);
  const shown = mapped.questions.slice(0, FIRST);
  return [
    `${paint.strong(name)}: ${counts.join(', ')}`,
    paint.quiet(
      `  read as ${[format, dialect ?? '', encoding === null || encoding === 'utf-8' ? '' : encoding].filter((part) => part !== '').join(', ')}`,
    ),
    ...(used.length > 0 ? [paint.quiet(`  columns: ${used.join(', ')}`)] : []),
    ...shown.map(({ id, title }) => `  ${id}  ${title}`),
    ...(mapped.questions.length > FIRST ? [paint.quiet(`  and ${mapped.questions.length - FIRST} more`)] : []),
    ...faultLines(mapped.warnings, 'warning', paint.care),
    ...faultLines(mapped.notes, 'note', paint.quiet),
  ];
}

function faultLines(faults: readonly DoorFault[], word: string, colour: (text: string) => string): readonly string[] {
  const byCode = new Map<string, DoorFault[]>();
  for (const fault of faults) byCode.set(fault.code, [...(byCode.get(fault.code) ?? []), fault]);
  return [...byCode.values()].flatMap((same) => [
    ...same.slice(0, MOST_LINES).map((fault) => colour(`  ${word} ${doorFaultText(fault)}`)),
    ...(same.length > MOST_LINES ? [colour(`  ${word} ${same[0]?.code ?? ''}: and ${same.length - MOST_LINES} more`)] : []),
  ]);
}

/** What a format cannot carry, in lines; what our own file inside carries is told in one. */
export function lossLines(losses: readonly Loss[], paint: Paint): readonly string[] {
  const lost = losses.filter(({ inSidecar }) => !inSidecar);
  const carried = losses.length - lost.length;
  return [
    ...lost.map(({ part, questions }) => paint.care(`  lost: ${part} (${numbered(questions, 'question')})`)),
    ...(carried > 0 ? [paint.quiet(`  ${numbered(carried, 'part')} of questions only in the copy in our own format inside`)] : []),
  ];
}
