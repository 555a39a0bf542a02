import { type Component, type GeneralizabilityStudy, dependability, generalizabilityStudy } from '@touchstone/psychometrics';
import { askedPanels } from './asked-panels';
import type { Json, OracleInput, Section } from './section';
import { tableOf } from './table-of';
import { at } from './tree';

/**
 * Which facet each letter of a design stands for. The object is p; in `p x (a:b)` raters (a) are nested in items (b), whatever the letters, unless
 * the ratings have it the other way round; a single facet is the one that has levels.
 */
function facetsOf(told: string, { design }: GeneralizabilityStudy): { readonly [letter: string]: 'i' | 'r' } {
  const [, inner, outer] = /\((\w):(\w)\)/.exec(told) ?? [];
  if (inner !== undefined && outer !== undefined)
    return design === 'p×(i:r)' ? { [inner]: 'i', [outer]: 'r' } : { [inner]: 'r', [outer]: 'i' };
  if (design === 'p×i' || design === 'p×r') return { [/x (\w)/.exec(told)?.[1] ?? 'f']: design === 'p×i' ? 'i' : 'r' };
  return { i: 'i', r: 'r' };
}

/** The component that a key like `pi`, `i:h` or `pr:t,e` means: which facets it has, in whatever notation. */
function componentOf(key: string, told: string, study: GeneralizabilityStudy): Component | null {
  const facets = facetsOf(told, study);
  const letters = key.replace(/,e$/, '').replaceAll(':', '');
  const meant = [...letters].map((letter) => (letter === 'p' ? 'p' : (facets[letter] ?? '?')));
  const wanted = [...meant].sort().join('');
  const found = study.components.find(({ label }) => [...label.replace(/,e$/, '').replaceAll(':', '')].sort().join('') === wanted);
  return found?.component ?? null;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const keysOf = (value: Json | undefined): readonly string[] => (value !== null && typeof value === 'object' ? Object.keys(value) : []);

type Figure = 'sumOfSquares' | 'degrees' | 'meanSquare' | 'uncorrected';

function study(input: OracleInput, expected: Json): Json {
  const table = tableOf(input);
  const told = textOf(at(expected, ['design']));
  const crossed = generalizabilityStudy(table);
  const nested = told.includes(':') && !String(crossed.design).includes(':');
  const answer = nested ? generalizabilityStudy(table, { ratersWithinItems: true }) : crossed;
  const by = (member: string, figure: Figure): Json =>
    Object.fromEntries(
      keysOf(at(expected, [member])).map((key) => {
        if (key === 'mean') return [key, answer.uncorrectedMean];
        const component = componentOf(key, told, answer);
        return [key, answer.components.find((one) => one.component === component)?.[figure] ?? null];
      }),
    );
  return {
    design: told,
    ss: by('ss', 'sumOfSquares'),
    df: by('df', 'degrees'),
    ms: by('ms', 'meanSquare'),
    T: by('T', 'uncorrected'),
    variance_components: Object.fromEntries(
      keysOf(at(expected, ['variance_components'])).map((key) => {
        const component = componentOf(key, told, answer);
        return [key, answer.components.find((one) => one.component === component)?.estimate.value ?? null];
      }),
    ),
    has_negative: answer.hasNegative,
    d_study: projections(answer, at(expected, ['d_study'])),
  };
}

function projections({ design, components }: GeneralizabilityStudy, asked: Json | undefined): Json {
  if (design === null) return [];
  const used = Object.fromEntries(components.map((one) => [one.component, one.used]));
  return askedPanels(asked, (panel) => dependability(design, used, panel));
}

export const generalizabilitySections: readonly Section[] = [{ name: /^gtheory(_\w+)?$/, compute: study }];
