import { type Coverage, coverageReport, type CoverageReport, faultText, type Framework, parseCoveragePlan,
  planForKits, type CoveragePlan } from '@touchstone/bank-format';
import { shippedText } from '@touchstone/platform/configuration';
import { WrongUsage } from '../analyze/input/faults';
import { complain, type Terminal, writeJson } from './terminal';
import { readQuestions } from './input/read-questions';
import { readTexts } from './input/read-texts';
import { frameworkOf, type SurroundingsFlags } from './input/surroundings';
import { type Grid, gridLines } from './show/grid';
import { matrixLines } from './show/matrix';

/** What `touchstone bank coverage` may be told. */
export interface CoverageFlags extends SurroundingsFlags {
  readonly plan?: string;
  readonly kits?: string;
  readonly whole?: boolean;
  readonly check?: boolean;
  readonly missing?: boolean;
  readonly json?: boolean;
}

/** Beyond this shortfall a pool is short by more than a question that is on its way. */
const MOST_MISSING = 1;

/** So many parallel kits of each role the shipped bank promises: three, and a spare for each place. */
const SHIPPED_KITS = '4';

/** A bank beside its plan, with every cell. 1: with `--check` a pool misses more than one question, or a file cannot be read. */
export function coverage(names: readonly string[], flags: CoverageFlags, terminal: Terminal): 0 | 1 {
  if (names.length === 0) throw new WrongUsage('Name the files, folders or patterns of the bank.');
  const { questions, complaints } = readQuestions(readTexts(names));
  complain(terminal, complaints);
  if (flags.whole === true && flags.kits !== undefined) throw new WrongUsage('--whole and --kits exclude each other.');
  const kits = flags.kits ?? (flags.whole === true || flags.plan !== undefined ? undefined : SHIPPED_KITS);
  const whole = planOf(flags.plan);
  const plan = kits === undefined ? whole : planForKits(whole, kitsOf(kits));
  const report = coverageReport(questions, plan);
  const short = report.pools.filter(({ planned, have }) => planned - have > MOST_MISSING);
  if (flags.json === true) writeJson(terminal, report);
  else show(report, frameworkOf(flags.framework), { ...flags, counts: kits !== undefined }, terminal);
  return complaints.length > 0 || (flags.check === true && short.length > 0) ? 1 : 0;
}

function kitsOf(written: string): number {
  const kits = Number(written);
  if (!Number.isInteger(kits) || kits < 1 || kits > 100) throw new WrongUsage(`--kits takes a whole number from 1 to 100; "${written}" is none.`);
  return kits;
}

function planOf(file: string | undefined): CoveragePlan {
  const read = parseCoveragePlan(file === undefined ? shippedText('coverage-plan.yaml') : (readTexts([file])[0]?.text ?? ''));
  if (!read.ok) throw new WrongUsage(`${file ?? 'coverage-plan.yaml'} is no plan:\n${read.error.map((fault) => `  ${faultText(fault)}`).join('\n')}`);
  return read.value;
}

/** `counts`: the plan says nothing of single cells, so they only tell how many questions there are. */
interface Shown {
  readonly missing?: boolean;
  readonly counts: boolean;
}

function show(report: CoverageReport, framework: Framework, { missing, counts }: Shown, terminal: Terminal): void {
  const { out, paint } = terminal;
  const isShown = ({ planned, have }: Coverage): boolean => missing !== true || have < planned;
  const { total, notCounted, possibleKits } = report;
  out(`${paint.strong(`${total.have} of ${total.planned} questions`)}${notCounted > 0 ? `; ${notCounted} are not counted: training, compromised or retired` : ''}\n\n`);
  if (missing !== true || !counts) showCells(report, framework, isShown, counts, terminal);
  if (counts) out(`${coveredWords(report, framework)}\n\n`);
  const pools = report.pools.flatMap((pool) => [pool, ...pool.byDifficulty.map((each) => ({ ...each, name: `  difficulty ${each.level}` }))]);
  print('Places of kits', [...pools.filter(isShown)], terminal);
  print('Difficulty', report.difficulty.filter(isShown).map((each) => ({ ...each, name: String(each.level) })), terminal);
  print('Seniority', report.seniority.filter(isShown).map((each) => ({ ...each, name: each.for.join(', ') })), terminal);
  print('Technologies and themes, at least', report.technologies.filter(isShown), terminal);
  if (missing !== true) out(`${report.outsidePools} questions are outside the places of kits.\n`);
  if (possibleKits !== null) {
    const { strict, relaxed, limitedBy } = possibleKits;
    out(`${paint.strong(`At most ${strict} strictly parallel kits for each role`)} (${relaxed} when difficulty may differ). "${limitedBy}" is the narrowest place: write for it next.\n`);
  }
}

function showCells(report: CoverageReport, framework: Framework, isShown: (cell: Coverage) => boolean, counts: boolean, { out, columns, paint }: Terminal): void {
  const category = new Map(framework.competencies.map((competency) => [competency.slug, competency.category]));
  const groups = [...framework.categories.map(({ slug, name }) => ({ slug, name })), { slug: undefined, name: 'in no framework' }];
  for (const { slug, name } of groups) {
    const cells = report.cells.filter(({ competency }) => category.get(competency) === slug).filter(isShown);
    if (cells.length > 0) out(`${matrixLines({ title: name, cells, counts }, columns, paint).join('\n')}\n\n`);
  }
}

/** Which competencies and categories have a question of their own. */
function coveredWords({ cells }: CoverageReport, { competencies, categories }: Framework): string {
  const asked = new Set(cells.filter(({ have }) => have > 0).map(({ competency }) => competency));
  const without = competencies.filter(({ slug }) => !asked.has(slug)).map(({ slug }) => slug);
  const covered = new Set(competencies.filter(({ slug }) => asked.has(slug)).map(({ category }) => category));
  return (
    `${covered.size} of ${categories.length} categories and ${competencies.length - without.length} of ${competencies.length} competencies are asked first by a question.` +
    (without.length > 0 ? ` None asks first for ${without.join(', ')}.` : '')
  );
}

function print(title: string, rows: readonly (Coverage & { readonly name: string })[], { out, paint, columns }: Terminal): void {
  if (rows.length === 0) return;
  const grid: Grid = { title, rows: rows.map(({ name, planned, have }) => ({ name, planned, have })) };
  for (const line of gridLines(grid, columns, paint)) out(`${line}\n`);
  out('\n');
}
