import type { Component, GeneralizabilityDesign } from './generalizability-design';

/** A panel one might seat. */
export interface Panel {
  /** Interviewers who rate each question; for p×(r:i) the interviewers of one question. */
  readonly interviewers: number;
  /** Questions that each interviewer rates. */
  readonly questions: number;
}

/**
 * TOGETHER: all interviewers rate the same questions, in one room or from one recording. SEPARATELY: every interviewer asks questions of their own,
 * so that the candidate answers interviewers times questions of them.
 */
export type Arrangement = 'TOGETHER' | 'SEPARATELY';

export interface Dependability {
  /** Variance of the candidates' true means; the signal. */
  readonly universeScore: number;
  /** Variance of the error when candidates are compared with each other. */
  readonly relativeError: number;
  /** Variance of the error when a candidate is held against a fixed mark; never below the relative one. */
  readonly absoluteError: number;
  /** The generalizability coefficient, signal over signal and relative error; null for 0/0. */
  readonly g: number | null;
  /** The index of dependability, signal over signal and absolute error; null for 0/0. */
  readonly phi: number | null;
}

/** Components as a study estimated them; one that is not named counts as 0, as does a negative one. */
export type Components = { readonly [component in Component]?: number | null };

/**
 * What would the mean of such a panel be worth, if the differences between ratings come from where this study says?
 *
 * `g` (Eρ²) is for ranking candidates who meet the same panel: the severity of raters and the difficulty of questions cancel. `phi` (Φ) is for
 * deciding on one candidate against a mark, or comparing candidates of different panels: they do not cancel. From about 0.8 a decision rests
 * on the candidates more than on who happened to sit there. The root of `absoluteError` is the standard error of the panel's mean, in rating units.
 *
 * Components are divided by the number of conditions they are averaged over: rater effects by interviewers, question effects by questions, their
 * interaction and the residual by both. Whoever asks questions of their own (SEPARATELY, or a study of p×(i:r)) averages question effects over
 * all of them. A design without a facet says nothing about more of it: p×r holds for its one question, p×i for its one rater, and that
 * number of the panel is not used.
 *
 * Numbers of the panel finite and above 0 (harmonic means need not be whole); throws RangeError otherwise. Cost O(1).
 *
 * Source: R. L. Brennan (2001), Generalizability Theory, Springer, sections 4.1 and 4.2, doi:10.1007/978-1-4757-3456-0.
 */
export function dependability(
  design: GeneralizabilityDesign,
  components: Components,
  { interviewers, questions }: Panel,
  arrangement: Arrangement = 'TOGETHER',
): Dependability {
  if (![interviewers, questions].every((size) => size > 0 && Number.isFinite(size))) {
    throw new RangeError('a panel has a finite number of interviewers and of questions above 0');
  }
  const of = (component: Component): number => Math.max(0, components[component] ?? 0);
  const [relative, further] = errorsOf(design, of, interviewers, questions, arrangement === 'SEPARATELY');
  const universeScore = of('p');
  const absoluteError = relative + further;
  return {
    universeScore,
    relativeError: relative,
    absoluteError,
    g: universeScore + relative > 0 ? universeScore / (universeScore + relative) : null,
    phi: universeScore + absoluteError > 0 ? universeScore / (universeScore + absoluteError) : null,
  };
}

/** The relative error, and what the absolute one adds to it. */
function errorsOf(
  design: GeneralizabilityDesign,
  of: (component: Component) => number,
  interviewers: number,
  questions: number,
  separately: boolean,
): readonly [number, number] {
  const both = interviewers * questions;
  switch (design) {
    case 'p×i':
      return [of('residual') / questions, of('i') / questions];
    case 'p×r':
      return [of('residual') / interviewers, of('r') / interviewers];
    case 'p×(r:i)':
      return [of('pi') / questions + of('residual') / both, of('i') / questions + of('r:i') / both];
    case 'p×(i:r)':
      return [of('pr') / interviewers + of('residual') / both, of('r') / interviewers + of('i:r') / both];
    case 'p×i×r': {
      const asked = separately ? both : questions;
      return [
        of('pi') / asked + of('pr') / interviewers + of('residual') / both,
        of('i') / asked + of('r') / interviewers + of('ir') / both,
      ];
    }
  }
}
