import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BankFile,
  type BankQuestion,
  faultText,
  type KnownFramework,
  knownFramework,
  parseBankFile,
  parseFramework,
} from '@touchstone/bank-format';

const root = join(__dirname, '../../..');

/** The example of the author's reference, as it is printed there. */
export const exampleText: string = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/bank-format.md'), 'utf8'))?.[1] ?? '';

const parsed = parseBankFile(exampleText);
if (!parsed.ok) throw new Error(parsed.error.map(faultText).join('\n'));

export const exampleBank: BankFile = parsed.value;
export const exampleQuestion: BankQuestion = parsed.value.questions[0] as BankQuestion;

const framework = parseFramework(readFileSync(join(root, 'bank/framework.yaml'), 'utf8'));
if (!framework.ok) throw new Error(framework.error.map(faultText).join('\n'));

/** The shipped framework, which the example is written for. */
export const shippedKnown: KnownFramework = knownFramework(framework.value);
