import { contentRuleCases } from '../../test/content-rule-cases';
import { exampleBank, exampleQuestion, exampleText, shippedKnown } from '../../test/example-question';
import type { Change, RuleCases } from '../../test/rule-case';
import { withChange } from '../../test/sample-question';
import { upkeepRuleCases } from '../../test/upkeep-rule-cases';
import { lintFiles } from './lint-files';
import { QUESTION_RULES } from './rules';

const TODAY = '2026-11-24';
const cases: RuleCases = { ...contentRuleCases, ...upkeepRuleCases };

/** Complaints of the example after these changes, as `L01 roles[0]`. */
function lint(changes: readonly Change[], texts: readonly { name: string; text: string }[] = []): string[] {
  const question = changes.reduce<unknown>((value, [path, replacement]) => withChange(value, path, replacement), exampleQuestion);
  const text = JSON.stringify({ ...exampleBank, questions: [question] });
  return lintFiles([{ name: 'bank.json', text }], { known: shippedKnown, today: TODAY, texts }).findings.map(
    ({ rule, at }) => `${rule} ${at}`,
  );
}

describe('rules for one question', () => {
  it('leave the example of the reference in peace', () => {
    expect(lintFiles([{ name: 'example.yaml', text: exampleText }], { known: shippedKnown, today: TODAY }).findings).toEqual([]);
  });

  it('are all tested here', () => {
    expect(Object.keys(cases).sort()).toEqual(QUESTION_RULES.map(({ id }) => id).sort());
  });

  const table = Object.entries(cases).flatMap(([id, list]) => list.map((each, index) => [id, index + 1, each] as const));

  it.each(table)('%s (%d) complains where it should, and only there', (id, _index, { fails, at, passes = [] }) => {
    expect(lint(fails)).toContain(`${id} ${at}`);
    expect(lint(passes).filter((complaint) => complaint === `${id} ${at}`)).toEqual([]);
  });
});
