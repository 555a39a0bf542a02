/* 1. What is wished, and what there is */
export type { Bound, SlugBound, KindBound, LevelBound, DifficultyWish } from './bound';
export type { KitBlueprint, RoundWish, SlotWish, Seat, RaterWish, Pin } from './blueprint';
export type { PoolQuestion } from './pool-question';
export { type FamilyBlueprint, type FamilyMember, type Likeness, kitsOf } from './family';
export { type Priorities, defaultPriorities } from './priorities';
export type { BlueprintFault } from './blueprint-fault';
export { blueprintFaults } from './blueprint-faults';
export { familyFaults } from './family-faults';
export type { Wish, WishSubject } from './wish';
export { listWishes } from './wishes';

/* 2. The whole way, from blueprint to proven kits */
export type { AssembleOptions, Variety } from './assemble-options';
export { assembleKit, type AssemblyOutcome } from './assemble';
export { assembleFamily } from './assemble-family';
export type { SolvedFamily, FamilyKit } from './solve-family';
export {
  type AssemblyRefusal,
  type InvalidBlueprintError,
  type NoSuchKitError,
  type AssemblyTimeLimitError,
  type AssemblyCancelledError,
  noSuchKit,
} from './assembly-refusal';
export type { AssembledKit, KitRound, KitItem, KitLayout, KitPlace } from './kit';
export type { UncoveredCompetency } from './uncovered';

/* 3. Looking at a kit: checked, scored, changed by hand */
export { verify } from './verify';
export { verifyFamily } from './verify-family';
export { kitInspector, type KitInspector, type KitAssessment, type Violation } from './inspector';
export type { WishSlack } from './wish-slack';
export type { KitScore } from './score';
export { substitutesFor, type Substitute, type Place } from './substitutes';
export { wishCosts, type WishCost, type WishCostOptions } from './wish-costs';

/* 4. Why there is no such kit, and what would help */
export { explain, type Conflict, type FamilyRule, type ExplainOptions } from './explain';
export { explainFamily } from './explain-family';
export { relaxations, type Relaxation, type RelaxationOptions } from './relaxations';
export type { LoosenedWish } from './loosened-wish';
export { minimalConflict, type MinimalConflict, type Feasibility } from './minimal-conflict';

/* 5. How a bank wears */
export { simulateExposure, type ExposureReport, type SimulationOptions } from './simulate-exposure';

/* 6. The mathematics in between */
export { formulate, type Formulation, type FormulateOptions } from './formulate';
export { formulateFamily, type FamilyFormulation } from './formulate-family';
export type { Placement } from './kit-draft';
export { interpret } from './interpret';
export { type LinearProgram, type Column, type Row, type Term, type Copies, objectiveOf } from './linear-program';

/* 7. Solvers */
export { type Solver, type SolveOptions, type Solution, type Incumbent, relativeGap, isSolved } from './solver';
export { highsThread, type ThreadedSolver, type HighsThreadOptions } from './solvers/highs-thread';
export { highsSolver } from './solvers/highs';
export { exhaustiveSolver } from './solvers/exhaustive';
