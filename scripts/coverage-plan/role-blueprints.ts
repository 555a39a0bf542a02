import { parseBlueprintTemplate } from '@touchstone/bank-format';
import type { KitBlueprint } from '@touchstone/kit-assembly';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blueprintOfTemplate } from '../../apps/cli/src/assemble/input/blueprint-of-template';

/** The shipped blueprints of the two roles. `root` is the folder of the project. */
export function roleBlueprints(root: string): readonly { readonly name: string; readonly blueprint: KitBlueprint }[] {
  return ['big-data-lead-developer', 'big-data-technical-lead'].map((file) => {
    const read = parseBlueprintTemplate(readFileSync(join(root, 'bank/blueprints', `${file}.yaml`), 'utf8'));
    if (!read.ok) throw new Error(`the shipped blueprint ${file} cannot be read`);
    return { name: read.value.name, blueprint: blueprintOfTemplate(read.value) };
  });
}
