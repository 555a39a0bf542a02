import { type LoggedClaim, claimLog, csvRows, openClaims } from '@touchstone/bank-format';
import { WrongUsage } from '../analyze/input/faults';
import { wrap } from '../analyze/render/wrap';
import { complain, numbered, type Terminal, writeJson } from './terminal';
import { readQuestions } from './input/read-questions';
import { readTexts } from './input/read-texts';

/** What `touchstone bank claims` may be told. */
export interface ClaimsFlags {
  readonly open?: boolean;
  readonly csv?: boolean;
  readonly json?: boolean;
}

const INDENT = '  ';

/** The facts that questions rest on, with source and way of checking. 1: a fact that scores depend on is open, or a file cannot be read. */
export async function claims(names: readonly string[], flags: ClaimsFlags, terminal: Terminal): Promise<0 | 1> {
  if (names.length === 0) throw new WrongUsage('Name the files, folders or patterns of the bank.');
  const { questions, complaints } = readQuestions(readTexts(names));
  complain(terminal, complaints);
  const log = claimLog(questions);
  const open = openClaims(log);
  const shown = flags.open === true ? open : log;
  if (flags.json === true) writeJson(terminal, shown);
  else if (flags.csv === true) terminal.out(await csvRows([COLUMNS, ...shown.map((claim) => COLUMNS.map((column) => claim[column]))]));
  else show(shown, new Set(open.map(({ id }) => id)), terminal);
  if (flags.json !== true && flags.csv !== true)
    terminal.out(`${numbered(log.length, 'fact')} in ${numbered(questions.length, 'question')}; scores depend on ${open.length} that nobody has checked to the end.\n`);
  return complaints.length > 0 || open.length > 0 ? 1 : 0;
}

const COLUMNS = ['id', 'fact', 'class', 'criteria', 'versions', 'source', 'checked', 'how', 'result', 'condition'] as const satisfies readonly (keyof LoggedClaim)[];

function show(claims: readonly LoggedClaim[], open: ReadonlySet<string>, { out, paint, columns }: Terminal): void {
  const put = (text: string): void => {
    for (const line of wrap(text, columns - INDENT.length)) out(`${INDENT}${line}\n`);
  };
  for (const claim of claims) {
    out(`${paint.strong(claim.id)}${open.has(claim.id) ? ` ${paint.stop('open')}` : ''}\n`);
    put(claim.fact);
    put([claim.source, claim.versions].filter((part) => part !== '').join('; '));
    put([claim.result, claim.condition, claim.how, claim.checked].filter((part) => part !== '').join('; '));
    out('\n');
  }
}
