import type { Command } from 'commander';
import { terminalOf } from '../bank/terminal';
import type { Outputs } from '../analyze/terminal-facts';
import { convert, type ConvertFlags } from './convert';
import { exportFiles, type ExportFlags } from './export';
import { importFiles, type ImportFlags } from './import';

const FORMATS = 'yaml, json, zip (own), csv, xlsx, markdown, qti-3.0, qti-2.2, moodle-xml, gift, canvas-rubric-csv, case-json';

/** Adds `convert`, `import` and `export` to the commands on files of questions. Exit codes: 0 fine, 1 a file cannot be read or written, 2 wrong usage. */
export function addDoorCommands(bank: Command, outputs: Outputs, ended: (code: 0 | 1) => void, clock: () => Date = () => new Date()): void {
  const terminal = terminalOf(outputs);
  reading(
    bank
      .command('convert')
      .argument('<file>', 'a file of questions in any format that is read; - for the standard input')
      .description('Turn a file of questions from one format into another, and say what is lost on the way.')
      .requiredOption('--to <format>', FORMATS)
      .option('--output <file>', 'where to write; the standard output unless given (texts only)')
      .option('--no-sidecar', 'without the copy in the own format inside, where the format could carry one')
      .option('--day <day>', 'day that is written where a format wants one, such as 2026-11-24 (today)'),
  ).action(async (file: string, flags: ConvertFlags) => ended(await convert(file, flags, terminal, clock)));
  reading(
    bank
      .command('import')
      .argument('<files...>', 'files of questions in any format that is read')
      .description('Show what is in files of others, and with --output write it in the own format, a file for each category.')
      .option('--output <folder>', 'where to write; nothing is written unless given')
      .option('--force', 'write over files that are there'),
  ).action(async (files: string[], flags: ImportFlags) => ended(await importFiles(files, flags, terminal)));
  bank
    .command('export')
    .argument('<files...>', 'bank files in the own format, folders or patterns; - for the standard input')
    .description('Write a bank in the format of another program, and say what that cannot carry.')
    .requiredOption('--to <format>', FORMATS)
    .option('--output <file>', 'where to write; the standard output unless given (texts only)')
    .option('--no-sidecar', 'without the copy in the own format inside, where the format could carry one')
    .option('--day <day>', 'day that is written where a format wants one, such as 2026-11-24 (today)')
    .option('--quiet', 'nothing but the export')
    .option('--json', 'what was written and lost, as JSON')
    .action(async (files: string[], flags: ExportFlags) => ended(await exportFiles(files, flags, terminal, clock)));
}

/** What may be said about the file that is read. */
const reading = (command: Command): Command =>
  command
    .option('--from <format>', 'the format of the file; by its content unless given')
    .option('--dialect <name>', 'how questions are written in a Markdown file; by its content unless given')
    .option('--columns <names...>', 'what a column is, such as prompt=Frage,category=Thema')
    .option('--encoding <name>', 'of texts that are not in UTF-8 (windows-1252)')
    .option('--sheets <names...>', 'sheets of a workbook, also hidden ones (all that are shown)')
    .option('--bank <id>', 'id of the bank that questions come into')
    .option('--title <text>', 'title of that bank')
    .option('--license <expression>', 'licence of the texts, such as CC-BY-4.0')
    .option('--language <tag>', 'language of the texts, such as de')
    .option('--category <slug>', 'for questions that name none')
    .option('--kind <kind>', 'for questions that say none, such as behavioural')
    .option('--difficulty <number>', 'for questions that say none, 1 to 5')
    .option('--minutes <number>', 'for questions that say none')
    .option('--progress', 'say what is going on, also where the error output is no terminal')
    .option('--quiet', 'nothing but the result')
    .option('--json', 'the report, as JSON');
