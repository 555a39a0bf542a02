import { type DoorFault, doorFaultText } from '@touchstone/bank-format';
import { type Terminal, writeJson } from '../bank/terminal';

/** Most faults of one file that are shown; JSON has all. */
const MOST = 10;

/** Says why a file cannot be read. */
export function refuse(name: string, faults: readonly DoorFault[], { json }: { readonly json?: boolean }, terminal: Terminal): 1 {
  if (json === true) writeJson(terminal, { file: name, faults });
  terminal.error(`${terminal.paint.stop(`${name} cannot be read.`)}\n`);
  for (const fault of faults.slice(0, MOST)) terminal.error(`  ${doorFaultText(fault)}\n`);
  if (faults.length > MOST) terminal.error(`  and ${faults.length - MOST} more\n`);
  return 1;
}
