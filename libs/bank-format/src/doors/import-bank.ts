import { ok, type Result } from '@touchstone/kernel';
import type { BankFile } from '../bank-file';
import type { DoorFault, RefusalCode } from '../guard/door-fault';
import type { Outgoing } from '../writers/outgoing';
import type { ImportOptions } from './import-options';
import type { Incoming } from './incoming';
import { mapIncoming, type MappedBank } from './map-incoming';
import { openFile } from './open-file';
import { settleSidecar } from './settle-sidecar';

/** A file that came in: what was found in it, and what becomes of that in our format. */
export interface ImportedBank {
  readonly incoming: Incoming;
  readonly mapped: MappedBank;
}

/** Opens a file, settles which of two copies in it counts, and says it in our format. Writes nothing. */
export async function importBank(
  name: string,
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<Result<ImportedBank, readonly DoorFault<RefusalCode>[]>> {
  const opened = await openFile(name, bytes, options);
  if (!opened.ok) return opened;
  const incoming = await settleSidecar(opened.value, options);
  return ok({ incoming, mapped: mapIncoming(incoming, name, options) });
}

/** The imported bank as files: those that it was, or one for each category in the order in which they come. */
export function outgoingOf({ bank, questions, scales, competencies, attachments, files }: MappedBank): Outgoing {
  if (files !== null) return { files, attachments };
  const categories = [...new Set(questions.map(({ category }) => category))];
  const made = categories.map((category, index): BankFile => {
    const own = questions.filter((question) => question.category === category);
    const used = scales.filter(({ id }) => own.some(({ rubric }) => rubric.scale === id));
    return {
      format: 'interview-bank/1',
      bank,
      category,
      ...(used.length > 0 && { scales: used }),
      ...(index === 0 && competencies.length > 0 && { competencies }),
      questions: own,
    };
  });
  if (made.length === 0) made.push({ format: 'interview-bank/1', bank, ...(competencies.length > 0 && { competencies }), questions: [] });
  return { files: made, attachments };
}
