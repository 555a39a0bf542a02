import { Command, CommanderError } from 'commander';
import { analyze } from './analyze/analyze';
import { WrongUsage } from './analyze/input/faults';
import type { AnalyzeFlags } from './analyze/options';
import { outputsOfProcess } from './analyze/terminal-facts';
import { addAssembleCommand } from './assemble/assemble-command';
import { addBankCommands } from './bank/bank-command';
import { addCalibrateCommand } from './calibrate/calibrate-command';
import { addDoorCommands } from './doors/door-commands';

/** The command line of Touchstone. Exit codes: 0 fine, 1 the file cannot be used, 2 wrong usage; `assemble` has more. */
export async function touchstone(args: readonly string[], outputs = outputsOfProcess()): Promise<number> {
  let code = 0;
  const program = new Command('touchstone')
    .description('Structured interviews for lead roles, and what their scores are worth.')
    .exitOverride()
    .configureOutput({ writeOut: outputs.out, writeErr: outputs.error });
  program
    .command('analyze')
    .argument(
      '<file>',
      'ratings as CSV, Excel (.xlsx) or JSON; long (one rating in a row) or wide (a column for each interviewer or question)',
    )
    .description('Say what the ratings in a file are worth: who is ahead, how surely, who is strict, whether the panel is large enough.')
    .option('--scale <ends>', 'lowest and highest score of the form, such as 1-5')
    .option('--columns <names...>', 'what a column is, such as candidate=Name,rater=Interviewer,item=Question,score=Score')
    .option('--long', 'one rating in each row')
    .option('--wide', 'a column of scores for each interviewer or question')
    .option('--sheet <name>', 'sheet of an Excel workbook; the first one that holds anything unless named')
    .option('--weights <file>', 'how much each question counts: CSV with item,weight and, if wanted, competency; or JSON')
    .option('--groups <file>', 'who applied and who was taken, by group: CSV with group,applicants,selected; or JSON')
    .option('--places <number>', 'how many candidates can be taken (1)')
    .option('--cut-off <score>', 'score from which on a candidate is taken')
    .option('--target <number>', 'dependability that is wanted of the panel (0.8)')
    .option('--seed <number>', 'of everything that is simulated (1): the same seed gives the same report')
    .option('--json', 'everything, as JSON')
    .option('--markdown', 'the report as Markdown')
    .option('--html', 'the report as one page with plots, which needs nothing else')
    .option('--output <file>', 'write to a file instead of the terminal')
    .option('--progress', 'say what is going on, also where the error output is no terminal')
    .option('--quiet', 'nothing but the report')
    .allowExcessArguments()
    .action(async (file: string, flags: AnalyzeFlags, { args: [, further] }: Command) => {
      if (further !== undefined)
        throw new WrongUsage(`analyze takes one file, and “${further}” is one too many. Where the report is to go is --output ${further}.`);
      code = await analyze(file, flags, outputs);
    });
  addAssembleCommand(program, outputs, (ended) => (code = ended));
  addCalibrateCommand(program, outputs, (ended) => (code = ended));
  addDoorCommands(
    addBankCommands(program, outputs, (ended) => (code = ended)),
    outputs,
    (ended) => (code = ended),
  );
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof WrongUsage)) throw error;
    outputs.error(`${error.message}\n`);
    return 2;
  }
}

if (require.main === module) {
  // Whoever reads the output may close it early, as `head` does.
  process.stdout.on('error', () => process.exit(0));
  touchstone(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`This should not have happened: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
