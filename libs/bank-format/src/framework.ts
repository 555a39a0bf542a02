import type { QuestionKind } from './question-document';

/** The competency framework as shipped: what can be measured, on which scale, and how much of it each role needs. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly license: string;
  /** Where it comes from, in words. */
  readonly source: string;
  readonly ratingScale: FrameworkScale;
  /** In the order of `position`. */
  readonly categories: readonly FrameworkCategory[];
  readonly competencies: readonly FrameworkCompetency[];
  readonly roleProfiles: readonly FrameworkRoleProfile[];
}

/** Levels from the lowest to the highest, values consecutive from 1. `notObserved` is an answer beside the scale, never a level or a number. */
export interface FrameworkScale {
  readonly slug: string;
  readonly name: string;
  readonly levels: readonly ScaleLevel[];
  readonly notObserved: { readonly label: string; readonly meaning: string };
}

export interface ScaleLevel {
  readonly value: number;
  readonly label: string;
  /** What the level says about the person, whatever the question. */
  readonly meaning: string;
  /** How it sounds in an answer. */
  readonly inAnAnswer: string;
}

export interface FrameworkCategory {
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
  /** From 1, without gaps. */
  readonly position: number;
  /** Must be present in every kit. */
  readonly mandatory: boolean;
  readonly bestKinds: readonly QuestionKind[];
}

export interface FrameworkCompetency {
  readonly slug: string;
  readonly category: string;
  readonly name: string;
  readonly definition: string;
  /** Kinds that fit this competency better than those of its category; empty = as the category. */
  readonly bestKinds: readonly QuestionKind[];
  /** The statements of the job descriptions it was derived from, by number, in literal words. */
  readonly seedPhrases: readonly SeedPhrase[];
  /** No longer used for new questions; kept because old ones name it. */
  readonly retired: boolean;
}

export interface SeedPhrase {
  /** Statement number: A1 to A15 in the first job description, B1 to B15 in the second. */
  readonly ref: string;
  readonly words: readonly string[];
}

/** The job analysis of one role. Weights are percent in steps of 0.5 and sum to exactly 100. */
export interface FrameworkRoleProfile {
  readonly slug: string;
  readonly name: string;
  readonly source: string;
  readonly weights: readonly CompetencyWeight[];
}

export interface CompetencyWeight {
  readonly competency: string;
  readonly weight: number;
  /** A must-have: too low a rating here is not made up for elsewhere. */
  readonly critical: boolean;
  readonly source: string;
}

/** What checks of questions and blueprints need to know of a framework; made from the shipped one or from an organization's own. */
export interface KnownFramework {
  readonly categories: ReadonlySet<string>;
  /** Slug of each competency in use → slug of its category. */
  readonly competencies: ReadonlyMap<string, string>;
  readonly roleProfiles: ReadonlySet<string>;
  /** The levels of the rating scale, ascending. */
  readonly levels: readonly number[];
}

export const knownFramework = (framework: Framework): KnownFramework => ({
  categories: new Set(framework.categories.map(({ slug }) => slug)),
  competencies: new Map(framework.competencies.filter(({ retired }) => !retired).map(({ slug, category }) => [slug, category])),
  roleProfiles: new Set(framework.roleProfiles.map(({ slug }) => slug)),
  levels: framework.ratingScale.levels.map(({ value }) => value),
});
