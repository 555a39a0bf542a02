import type { Command } from 'commander';
import type { Outputs } from '../analyze/terminal-facts';
import { assemble } from './assemble';
import type { AssembleFlags } from './options';

/** Adds `touchstone assemble` to the command line; `onEnd` receives its exit code. */
export function addAssembleCommand(program: Command, outputs: Outputs, onEnd: (code: number) => void): void {
  program
    .command('assemble')
    .argument('<files...>', 'one test assembly instance as JSON, or blueprint templates as YAML (with --bank)')
    .description('Assemble the best kits there are, with a proof; or say which wishes cannot be had together, and what would help.')
    .option('--bank <paths...>', 'bank files, or folders of them, to draw questions from')
    .option('--framework <file>', 'competency framework, for the weights of the roles')
    .option('--kits <number>', 'kits of each blueprint, no question in two of them (1)')
    .option('--strict', 'kits of one blueprint are parallel slot by slot: same kind, same difficulty')
    .option('--include-training', 'use questions that were published with their answers; for practice only')
    .option('--seniority <name>', 'only questions that are fair for this seniority, such as lead')
    .option('--exclude <ids...>', 'questions that must not be used')
    .option('--must-have <ids...>', 'questions that must be used')
    .option('--pin <places...>', 'questions in the round, counted from 1, where they must stand: id=2')
    .option('--time-limit <seconds>', 'for finding the kits (60)')
    .option('--gap <share>', 'how far from the best is good enough, such as 0.01 (0, the proven best)')
    .option('--seed <number>', 'of everything that is left to chance (1): the same seed gives the same kits')
    .option('--variety <share>', 'how much of the best may be given up for fresh questions, such as 0.02')
    .option('--substitutes <number>', 'for each question the best that could stand in its place')
    .option('--costs', 'what each wish costs (one kit only)')
    .option('--simulate <draws>', 'assemble again and again, 52 for a year of weeks, and say how the bank wears')
    .option('--window <draws>', 'past draws that count as use in a simulation (all)')
    .option('--json', 'everything, as JSON')
    .option('--output <file>', 'write to a file instead of the terminal')
    .option('--progress', 'say what is going on, also where the error output is no terminal')
    .option('--quiet', 'nothing but the report')
    .addHelpText(
      'after',
      [
        '',
        'Exit codes: 0 proven best; 1 a file cannot be used; 2 wrong usage; 3 proven that there are no such kits;',
        '4 the best found in time, not proven; 5 nothing found in time.',
      ].join('\n'),
    )
    .action(async (files: readonly string[], flags: AssembleFlags) => onEnd(await assemble(files, flags, outputs)));
}
