import type { Command } from 'commander';
import type { Outputs } from '../analyze/terminal-facts';
import { terminalOf } from './terminal';
import { claims, type ClaimsFlags } from './claims';
import { coverage, type CoverageFlags } from './coverage';
import { diff, type DiffFlags } from './diff';
import { fix, type FixFlags } from './fix';
import { lint, type LintFlags } from './lint';
import { stats, type StatsFlags } from './stats';

const FILES = 'bank files, folders or patterns such as "bank/**/*.yaml"; - for the standard input';

/** The commands on files of questions. Exit codes: 0 fine, 1 something was found or a file cannot be read, 2 wrong usage. */
export function addBankCommands(program: Command, outputs: Outputs, ended: (code: 0 | 1) => void, clock: () => Date = () => new Date()): Command {
  const terminal = terminalOf(outputs);
  const bank = program.command('bank').description('Check, mend, compare and count files of questions.');
  bank
    .command('lint')
    .argument('[files...]', FILES)
    .description('Hold questions against every rule of the authoring guide.')
    .option('--fix', 'mend first what needs no thought')
    .option('--drop-comments', 'with --fix: also where comments inside a file are lost')
    .option('--strict', 'fail on warnings without a reason, too')
    .option('--rule <ids...>', 'only these rules, such as L11,L13')
    .option('--answered', 'show also what authors have answered')
    .option('--rules', 'list the rules')
    .option('--explain <id>', 'say what a rule asks, and why')
    .option('--framework <file>', 'competency framework that slugs are looked up in; "none" for no look-up (the shipped one)')
    .option('--facts <files...>', 'fact sheets and pages: nothing may be copied from them, and they may back names')
    .option('--today <day>', 'day of the check, such as 2026-11-24')
    .option('--quiet', 'nothing but complaints')
    .option('--json', 'everything, as JSON')
    .action((files: string[], flags: LintFlags) => ended(lint(files, flags, terminal, clock)));
  bank
    .command('fix')
    .argument('[files...]', FILES)
    .description('Mend what needs no thought and put files into canonical form, in place.')
    .option('--dry-run', 'only say what would be mended')
    .option('--drop-comments', 'also where comments inside a file are lost')
    .option('--framework <file>', 'competency framework; "none" for none (the shipped one)')
    .option('--quiet', 'say nothing')
    .option('--json', 'what became of each file, as JSON')
    .action((files: string[], flags: FixFlags) => ended(fix(files, flags, terminal, clock)));
  bank
    .command('diff')
    .argument('<old>', 'the file before')
    .argument('<new>', 'the file after; - for the standard input')
    .description('Say what differs between two versions of a question, in words or side by side.')
    .option('--question <id>', 'only this question')
    .option('--words', 'sentences only')
    .option('--side-by-side', 'texts beside each other')
    .option('--json', 'everything, as JSON')
    .action((old: string, fresh: string, flags: DiffFlags) => ended(diff(old, fresh, flags, terminal)));
  bank
    .command('coverage')
    .argument('[files...]', FILES)
    .description('Compare a bank with the plan of what it is to hold, cell by cell.')
    .option('--plan <file>', 'coverage plan (the shipped one)')
    .option('--framework <file>', 'competency framework (the shipped one)')
    .option('--kits <number>', 'what so many parallel kits of each role need, place by place (4, unless a plan is named)')
    .option('--whole', 'the whole plan, cell by cell, of which the shipped bank is the first part')
    .option('--missing', 'only what is missing')
    .option('--check', 'fail when a place of the kits misses more than one question')
    .option('--json', 'everything, as JSON')
    .action((files: string[], flags: CoverageFlags) => ended(coverage(files, flags, terminal)));
  bank
    .command('stats')
    .argument('[files...]', FILES)
    .description('Count kinds, difficulties, seniorities and culprits, and measure lengths.')
    .option('--json', 'everything, as JSON')
    .action((files: string[], flags: StatsFlags) => ended(stats(files, flags, terminal)));
  bank
    .command('claims')
    .argument('[files...]', FILES)
    .description('List the facts that scores rest on, with their sources and how they were checked.')
    .option('--open', 'only those that nobody has checked to the end')
    .option('--csv', 'as a table of commas')
    .option('--json', 'everything, as JSON')
    .action(async (files: string[], flags: ClaimsFlags) => ended(await claims(files, flags, terminal)));
  return bank;
}
