import { WrongUsage } from '../analyze/input/faults';
import { markdownReport } from '../analyze/render/markdown';
import { terminalReport } from '../analyze/render/terminal';
import { mustBeFile } from '../analyze/usage';
import { readTexts } from '../bank/input/read-texts';
import { complain, type Terminal, writeJson } from '../bank/terminal';
import { answerOrder } from './answer-order';
import { compareWithGold } from './compare-with-gold';
import { comparisonReport } from './comparison-report';
import { markdownForm, plainForm } from './form-layout';
import { givenRatings } from './given-ratings';
import { lean } from './lean';
import { type Material, materialOf } from './material';
import { ratingForm } from './rating-form';
import { ratingSheet } from './rating-sheet';

/** What `touchstone calibrate` may be told. */
export interface CalibrateFlags {
  readonly ratings?: string;
  readonly sheet?: boolean;
  readonly markdown?: boolean;
  readonly json?: boolean;
  readonly seed?: string;
  readonly bank?: readonly string[];
}

/** Prints what is to be rated, or compares ratings with gold. 1: the set or the ratings cannot be used. Throws WrongUsage. */
export async function calibrate(path: string, flags: CalibrateFlags, terminal: Terminal): Promise<0 | 1> {
  const seed = seedOf(flags.seed);
  mustAgree(flags);
  const material = materialOf(path, flags.bank);
  if (!material.ok) return refuse(path, material.error, terminal);
  if (flags.ratings !== undefined) return compare(flags.ratings, material.value, flags, terminal);
  if (flags.sheet === true) terminal.out(await ratingSheet(material.value, seed));
  else if (flags.json === true) writeJson(terminal, withoutGold(material.value, seed));
  else {
    const form = ratingForm(material.value, seed);
    terminal.out(flags.markdown === true ? markdownForm(form) : plainForm(form, terminal.columns, terminal.paint));
  }
  return 0;
}

function compare(path: string, material: Material, { json, markdown }: CalibrateFlags, terminal: Terminal): 0 | 1 {
  mustBeFile(path);
  const given = givenRatings(readTexts([path])[0]?.text ?? '', material);
  if (!given.ok) return refuse(path, given.error, terminal);
  const comparisons = given.value.map((ratings) => compareWithGold(ratings, material));
  if (json === true) {
    const { id, title } = material.question;
    writeJson(terminal, {
      question: { id, title, version: material.set.questionVersion },
      raters: comparisons.map(({ exact, withinOne, ratings, ...rest }) => ({
        ...rest,
        ratings,
        exactShare: exact / ratings,
        withinOneShare: withinOne / ratings,
        leans: lean(rest.meanDifference),
        criteria: rest.criteria.map(({ exact: equal, withinOne: near, ...criterion }) => ({
          ...criterion,
          exactShare: equal / criterion.ratings,
          withinOneShare: near / criterion.ratings,
        })),
      })),
    });
    return 0;
  }
  const report = comparisonReport(comparisons, material, path);
  terminal.out(markdown === true ? markdownReport(report) : terminalReport(report, terminal.columns, terminal.paint));
  return 0;
}

/** The form for programs. */
const withoutGold = ({ set, question }: Material, seed: number): unknown => ({
  question: { id: question.id, title: question.title, version: set.questionVersion, category: set.category },
  criteria: question.rubric.criteria.map(({ id, title, description, anchors }) => ({ id, title, description, anchors })),
  answers: answerOrder(set.answers, seed).map(({ id, evidence, hints, said }) => ({ id, evidence, hints, said })),
});

function refuse(path: string, complaints: readonly string[], terminal: Terminal): 1 {
  complain(terminal, [`${path} cannot be used:`, ...complaints.map((complaint) => `  ${complaint}`)]);
  return 1;
}

function seedOf(written = '1'): number {
  const seed = Number(written);
  if (!/^\d+$/.test(written) || seed > 0xffff_ffff)
    throw new WrongUsage(`--seed takes a whole number from 0 to 4294967295; "${written}" is none.`);
  return seed;
}

function mustAgree({ ratings, sheet, markdown, json }: CalibrateFlags): void {
  if (sheet === true && ratings !== undefined)
    throw new WrongUsage('--sheet writes a table to fill, --ratings reads it when it is filled. Name one of the two.');
  const forms = [json === true ? '--json' : '', markdown === true ? '--markdown' : '', sheet === true ? '--sheet' : ''].filter(Boolean);
  if (forms.length > 1) throw new WrongUsage(`${forms.join(' and ')} exclude each other. Name one of them.`);
}
