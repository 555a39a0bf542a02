import type { CaseReport } from './case-report';
import { faultOfLeaf } from './compare-leaf';
import type { Pair } from './pair';
import { faultOfPublished } from './published-figures';
import type { Json, OracleInput, Section } from './section';
import { reasonToSkip } from './skips';
import { toleranceOf } from './tolerance';
import { at, dotted, leaves, lists, type Path } from './tree';

/** Texts under these keys tell the method; a text under any other key is a result. */
const DESCRIPTIVE = new Set(['design', 'estimator', 'formula', 'model', 'quadrature', 'unit_of_agreement']);

const isDescriptive = (path: Path, value: Json): boolean => {
  const key = path.at(-1) ?? '';
  // The sizes of a decision study are the question; its answers stand beside them.
  const isAsked = path.includes('d_study') && key.startsWith('n_');
  return isAsked || (typeof value === 'string' && DESCRIPTIVE.has(key));
};

/** Holds one case against the library: every leaf of every section, every list's length, every published figure. */
export function conform(pair: Pair, sections: readonly Section[]): CaseReport {
  const before = performance.now();
  // What counts as a unit is no result: the case states it beside its results, and the sections need it.
  const input: OracleInput = { unit_of_agreement: pair.expected['unit_of_agreement'], ...pair.input };
  const skipped: { path: string; reason: string }[] = [];
  const descriptive: string[] = [];
  const faults: string[] = [];
  const counts = { compared: 0, agreed: 0 };
  const ours: { [section: string]: Json } = {};
  const check = (path: Path, fault: string | null): void => {
    counts.compared += 1;
    if (fault === null) counts.agreed += 1;
    else faults.push(`${dotted(path)}: ${fault}`);
  };
  for (const [name, expected] of Object.entries(pair.expected)) {
    const told = leaves(expected, [name]);
    descriptive.push(...told.filter(({ path, value }) => isDescriptive(path, value)).map(({ path }) => dotted(path)));
    const results = told.filter(({ path, value }) => !isDescriptive(path, value));
    if (results.length === 0) continue;
    const section = sectionOf(sections, name, input);
    if (section === undefined) {
      counts.compared += results.length;
      faults.push(`${name}: the section is not known here; ${results.length} figures stay unchecked`);
      continue;
    }
    const computed = computedBy(section, input, expected, name);
    if (typeof computed === 'object') ours[name] = computed.tree;
    for (const { path, value } of results) {
      const reason = reasonToSkip(section, path.slice(1));
      if (reason !== null) skipped.push({ path: dotted(path), reason });
      else if (typeof computed === 'string') check(path, computed);
      else check(path, faultOfLeaf(value, at(ours, path), toleranceOf(path, pair.tolerance)));
    }
    for (const { path, length } of lists(expected, [name])) {
      const list = at(ours, path);
      if (Array.isArray(list) && list.length > length && reasonToSkip(section, path.slice(1)) === null) {
        faults.push(`${dotted(path)}: expected ${length} entries, the library gives ${list.length}`);
      }
    }
  }
  const published = { compared: 0, agreed: 0 };
  for (const figure of pair.published) {
    const path = figure.path.split('/');
    const section = sectionOf(sections, path[0] ?? '', input);
    const reason = figure.agrees === false ? 'the oracle does not reproduce it itself' : section && reasonToSkip(section, path.slice(1));
    if (typeof reason === 'string') {
      skipped.push({ path: `published ${dotted(path)}`, reason });
      continue;
    }
    published.compared += 1;
    const fault = faultOfPublished(figure, at(ours, path));
    if (fault === null) published.agreed += 1;
    else faults.push(`published ${dotted(path)}: ${fault}`);
  }
  return { name: pair.name, ...counts, published, skipped, descriptive, faults, seconds: (performance.now() - before) / 1000 };
}

const sectionOf = (sections: readonly Section[], called: string, input: OracleInput): Section | undefined =>
  sections.find((section) => {
    const fits = typeof section.name === 'string' ? section.name === called : section.name.test(called);
    return fits && (section.appliesTo?.(input) ?? true);
  });

/** The section as the library has it, or why it could not be had. */
function computedBy(section: Section, input: OracleInput, expected: Json, name: string): { readonly tree: Json } | string {
  try {
    return { tree: section.compute(input, expected, name) };
  } catch (error) {
    return `not computed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
