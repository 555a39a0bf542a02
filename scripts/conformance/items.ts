import { type Estimate } from '@touchstone/kernel';
import { itemStatistics } from '@touchstone/psychometrics';
import type { Json, OracleInput, Section } from './section';
import { tableOf } from './table-of';

function classicalStatistics(input: OracleInput): Json {
  const { items, ...test } = itemStatistics(tableOf(input));
  const value = ({ value: figure }: Estimate): number | null => figure;
  return {
    alpha: value(test.alpha),
    n: test.candidates,
    k: items.length,
    items: Object.fromEntries(
      items.map((item) => [
        item.item,
        {
          mean: value(item.mean),
          difficulty: value(item.difficulty),
          sd: value(item.standardDeviation),
          item_total: value(item.itemTotal),
          item_rest: value(item.itemRest),
          alpha_if_dropped: value(item.alphaIfDropped),
        },
      ]),
    ),
    mean_total: value(test.meanTotal),
    sd_total: value(test.standardDeviationOfTotal),
    sem: value(test.standardErrorOfMeasurement),
    constant_items: test.constantItems,
    alpha_without_constant_items: value(test.alphaWithoutConstantItems),
    excluded: test.excluded,
  };
}

export const itemSections: readonly Section[] = [{ name: 'ctt', compute: classicalStatistics }];
