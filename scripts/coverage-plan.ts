import { highsThread } from '@touchstone/kit-assembly';
import { answerPlan, PLAN, type PlanAnswer } from './coverage-plan/plan-rows';
import { roleBlueprints } from './coverage-plan/role-blueprints';

/*
 * How many kits does the coverage plan of the bank allow?
 *
 *   npm run coverage-plan
 *
 * Fills the plan with placeholders and assembles kits from it for both roles at once by the shipped blueprints, no question in two
 * kits; each answer is proven. With 250 questions three strictly parallel kits for each role and a fourth; with 245 exactly three.
 */
async function main(): Promise<void> {
  const solver = highsThread();
  const roles = roleBlueprints(process.cwd());
  try {
    for (const question of PLAN) for (const line of linesOf(await answerPlan(question, roles, solver))) console.log(line);
  } finally {
    await solver.close();
  }
}

function linesOf({ bank, kits, strict, possible, used, sums, because }: PlanAnswer): string[] {
  const head = `${bank} questions, ${kits} ${strict ? 'strictly parallel ' : ''}kits for each role: ${possible ? 'possible' : 'not possible'}, proven.`;
  if (!possible) return [head, `  ${because}`];
  return [head, `  ${used} questions used; sums of difficulty ${sums.map((ofRole) => ofRole.join(', ')).join(' and ')}.`];
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
