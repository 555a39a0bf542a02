import type { Result } from '@touchstone/kernel';
import type {
  ExposureReport,
  FamilyBlueprint,
  KitBlueprint,
  KitLayout,
  PoolQuestion,
  SolvedFamily,
  WishCost,
} from '@touchstone/kit-assembly';
import type { OrderRefusal, SolvableOrder } from './solve-order';

/** What the thread is asked. */
export type AssemblyTask =
  | { readonly kind: 'ASSEMBLE'; readonly order: SolvableOrder }
  | {
      readonly kind: 'WEIGH';
      readonly kit: KitLayout;
      readonly blueprint: KitBlueprint;
      readonly pool: readonly PoolQuestion[];
      readonly seconds: number;
    }
  | {
      readonly kind: 'SIMULATE';
      readonly family: FamilyBlueprint;
      readonly pool: readonly PoolQuestion[];
      readonly draws: number;
      /** Past draws that count as uses. */
      readonly window: number;
      readonly share: number;
      readonly seed: number;
      readonly seconds: number;
    };

/** What it answers, by what it was asked. */
export interface AssemblyAnswers {
  readonly ASSEMBLE: Result<SolvedFamily, OrderRefusal>;
  /** Null where the time did not suffice. */
  readonly WEIGH: readonly WishCost[] | null;
  readonly SIMULATE: ExposureReport;
}
