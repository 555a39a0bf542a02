import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const texts = new Map<string, string>();

/** The folder `bank/` beside the sources, found from source and from dist alike. Throws where the installation has none. */
export function shippedBankFolder(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const bank = join(folder, 'bank');
    if (existsSync(join(bank, 'framework.yaml'))) return bank;
  }
  throw new Error('The folder bank/ with framework.yaml is missing beside the program. Install Touchstone again, complete.');
}

/** The text of a file of the shipped bank, such as `framework.yaml`; read once per process. */
export function shippedText(name: string): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(join(shippedBankFolder(), name), 'utf8');
    texts.set(name, text);
  }
  return text;
}

/** Names of the YAML files in a folder of the shipped bank, sorted: `training/spark-tuning.yaml` … */
export const shippedFiles = (folder: string): readonly string[] =>
  readdirSync(join(shippedBankFolder(), folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`);
