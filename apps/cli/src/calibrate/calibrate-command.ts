import type { Command } from 'commander';
import type { Outputs } from '../analyze/terminal-facts';
import { terminalOf } from '../bank/terminal';
import { calibrate, type CalibrateFlags } from './calibrate';

/** Adds `touchstone calibrate` to the command line. Exit codes: 0 fine, whatever the ratings say; 1 a file cannot be used, 2 wrong usage. */
export function addCalibrateCommand(program: Command, outputs: Outputs, ended: (code: 0 | 1) => void): void {
  program
    .command('calibrate')
    .argument('<file>', 'a calibration set, such as bank/calibration/spark-tuning.yaml')
    .description(
      'Print answers to rate for training, without their gold levels; or compare ratings with gold and say why gold is what it is.',
    )
    .option('--sheet', 'write the table to fill, as CSV')
    .option('--ratings <file>', 'the filled table: CSV with answer,criterion,level and, where several rate, rater')
    .option('--seed <number>', 'of the order of the answers (1): the same seed gives the same order')
    .option('--bank <paths...>', 'bank files, folders or patterns that hold the question (the shipped bank)')
    .option('--markdown', 'as Markdown')
    .option('--json', 'everything, as JSON; gold only together with --ratings')
    .action(async (file: string, flags: CalibrateFlags) => ended(await calibrate(file, flags, terminalOf(outputs))));
}
