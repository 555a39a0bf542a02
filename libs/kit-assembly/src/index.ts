/* 1. What is wished, and what there is */
export type { KitBlueprint, RoundWish, Bound, SlugBound, KindBound, DifficultyWish, Pin, PoolQuestion } from './blueprint';
export { type Priorities, defaultPriorities } from './priorities';
export type { BlueprintFault } from './blueprint-fault';
export { blueprintFaults } from './blueprint-faults';
export type { Wish, WishSubject } from './wish';
export { listWishes } from './wishes';

/* 2. The whole way, from blueprint to proven kit */
export { assembleKit, type AssembleOptions, type AssemblyOutcome } from './assemble';
export type {
  AssemblyRefusal,
  InvalidBlueprintError,
  NoSuchKitError,
  AssemblyTimeLimitError,
  AssemblyCancelledError,
} from './assembly-refusal';
export type { AssembledKit, KitRound, KitItem, KitLayout } from './kit';

/* 3. Looking at a kit: checked, scored, changed by hand */
export { verify } from './verify';
export { kitInspector, type KitInspector, type Violation } from './inspector';
export type { WishSlack } from './wish-slack';
export type { KitScore } from './score';
export { substitutesFor, type Substitute, type Place } from './substitutes';

/* 4. Why there is no such kit */
export { explain, type Conflict, type ExplainOptions } from './explain';
export { minimalConflict, type MinimalConflict, type Feasibility } from './minimal-conflict';

/* 5. The mathematics in between */
export { formulate, type Formulation, type FormulateOptions, type Placement } from './formulate';
export { interpret } from './interpret';
export { type LinearProgram, type Column, type Row, type Term, objectiveOf } from './linear-program';

/* 6. Solvers */
export { type Solver, type SolveOptions, type Solution, type Incumbent, relativeGap } from './solver';
export { highsThread, type ThreadedSolver, type HighsThreadOptions } from './solvers/highs-thread';
export { highsSolver } from './solvers/highs';
export { exhaustiveSolver } from './solvers/exhaustive';
