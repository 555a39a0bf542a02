import type { Rating } from '@touchstone/psychometrics';

const RATERS = ['Avogadro', 'Brahe', 'Cavendish'];
const TRAITS = ['Attack', 'Basis', 'Clarity', 'Daring', 'Enthusiasm'];
/** Seven scientists rated by three seniors on five traits of creativity, 1 to 9: J. P. Guilford (1954), Psychometric Methods, 2nd ed., p. 282. */
const SCORES: Readonly<Record<string, readonly [string, string, string]>> = {
  Anne: ['55353', '65463', '55573'],
  Betty: ['97585', '87572', '77575'],
  Chris: ['33371', '45366', '35555'],
  David: ['73133', '56455', '53331'],
  Edward: ['97785', '24323', '97777'],
  Fred: ['35351', '44642', '33353'],
  George: ['77555', '33554', '77757'],
};

export const creativity: readonly Rating[] = Object.entries(SCORES).flatMap(([candidate, byRater]) =>
  RATERS.flatMap((rater, r) => TRAITS.map((item, i) => ({ candidate, rater, item, score: Number(byRater[r]?.[i]) }))),
);
