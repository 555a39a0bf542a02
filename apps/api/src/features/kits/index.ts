/* What later rooms may touch */
export { KitsModule } from './kits.module';
export { KitLoader } from './application/kit.loader';
export { AssemblyCalls } from './application/assembly-calls';
export { RunAssembly } from './application/run-assembly';
export { TendAssemblies } from './application/tend-assemblies';
export { GuideDesk, type GuideWish, type PrintedKit } from './application/guide-desk';
export { Guide, GuideArgs } from './transport/guide.types';
export { presentGuide } from './transport/present-guide';
export { type FrozenKit, freezeKit } from './application/freeze-kit';
export { KitRepository as Kits } from './persistence/kit.repository';
export type { KitItemValue, KitRoundValue, KitValue } from './persistence/kit-value';
export { ScoringRuleRepository as ScoringRules, type ScoringRuleValue } from './persistence/scoring-rule.repository';
export { Kit } from './transport/kit.types';
export { ScoringRule } from './transport/scoring-rule.types';
export { presentKit } from './transport/present-kit';
export { presentScoringRule } from './transport/present-scoring-rule';
