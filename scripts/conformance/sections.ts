import { aggregationSections } from './aggregation';
import { agreementSections } from './agreement';
import { binomialSection, fairnessSections } from './fairness';
import { generalizabilitySections } from './generalizability';
import { itemSections } from './items';
import { linkingSections } from './linking';
import { mixedModelSections } from './mixed-model';
import { raschSections } from './rasch';
import { reliabilitySections } from './reliability';
import type { Section } from './section';

/** Every section of the oracles that the library answers; the first whose name fits is taken. */
export const sections: readonly Section[] = [
  ...aggregationSections,
  ...agreementSections,
  ...reliabilitySections,
  ...generalizabilitySections,
  ...mixedModelSections,
  ...raschSections,
  ...linkingSections,
  ...itemSections,
  ...fairnessSections,
  { ...binomialSection, appliesTo: (input) => Array.isArray(input['binomial']) },
];
