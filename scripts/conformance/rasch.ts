import {
  type NamedEstimate,
  type RaschAnalysis,
  type RaschElement,
  type RaschModel,
  type RaschPriors,
  type RaschScale,
  type RatingTable,
  type Separation,
  facetSummary,
  oneParameterLogistic,
  raschJml,
  raschMap,
  raschMml,
  separation,
  tabulate,
  TIGHT_PRIORS,
  WEAK_PRIORS,
} from '@touchstone/psychometrics';
import type { Json, OracleInput, Section } from './section';

type Tree = { readonly [key: string]: Json };

const isTree = (json: Json | undefined): json is Tree => typeof json === 'object' && json !== null && !Array.isArray(json);

/**
 * Ratings as the model takes them: repeated ratings of one cell are independent observations to it, while a table of ratings holds a cell once.
 * Repetitions are told apart by the name of their item, and the items then folded together again.
 */
function tableOf({ ratings, scale }: OracleInput): RatingTable {
  const times = new Map<string, number>();
  const apart = (ratings ?? []).map((rating) => {
    const cell = JSON.stringify([rating.candidate, rating.rater, rating.item]);
    const before = times.get(cell) ?? 0;
    times.set(cell, before + 1);
    return { ...rating, item: JSON.stringify([rating.item, before]) };
  });
  const read = tabulate(apart, { scale });
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join(' '));
  const names = read.value.items.map((item) => (JSON.parse(item) as [string, number])[0]);
  const items = [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
  return { ...read.value, items, item: read.value.item.map((index) => items.indexOf(names[index]!)) };
}

const modelOf = (expected: Json): RaschModel =>
  isTree(expected) && (expected.model === 'PCM' || isTree(expected.thresholds)) ? 'PARTIAL_CREDIT' : 'RATING_SCALE';

const thresholdsOf = (scales: readonly RaschScale[]): Json => {
  const values = ({ thresholds }: RaschScale) => thresholds.map(({ value }) => value);
  if (scales.length === 1 && scales[0]!.item === null) return values(scales[0]!);
  return Object.fromEntries(scales.map((scale) => [scale.item, values(scale)]));
};

const named = (estimates: readonly NamedEstimate[], figure: (estimate: NamedEstimate) => Json = ({ measure }) => measure.value): Tree =>
  Object.fromEntries(estimates.map((estimate) => [estimate.name, figure(estimate)]));

/** Only the members that the oracle states too: it leaves out facets of one element, and measures of large files. */
function stated(expected: Json, all: Tree): Json {
  if (!isTree(expected)) return all;
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected));
}

const element = (expected: Json | undefined, { measure, conditionalError, score, count, fit, fairAverage, extreme }: RaschElement): Json =>
  stated(expected ?? null, {
    measure: measure.value,
    se: conditionalError,
    joint_se: measure.standardError,
    score,
    count,
    infit: fit.infit,
    outfit: fit.outfit,
    infit_z: fit.infitZ,
    outfit_z: fit.outfitZ,
    fair_average: fairAverage.value,
    extreme: extreme === null ? null : extreme === 'MAXIMUM' ? 'max' : 'min',
  });

function elements(expected: Json | undefined, found: readonly RaschElement[]): Json {
  return Object.fromEntries(found.map((one) => [one.name, element(isTree(expected) ? expected[one.name] : undefined, one)]));
}

const separationOf = (figures: Separation | null): Json =>
  figures && {
    rmse: figures.rmse,
    population: spreadOf(figures.population),
    sample: spreadOf(figures.sample),
    fixed_chi_square: { value: figures.chiSquare.value, df: figures.chiSquare.degrees, p: figures.chiSquare.p },
  };

const spreadOf = ({ sd, trueSd, separation, strata, reliability }: Separation['population']): Json => ({
  sd,
  true_sd: trueSd,
  separation,
  strata,
  reliability,
});

function jml(input: OracleInput, expected: Json): Json {
  const model = modelOf(expected);
  const analysis = raschJml(tableOf(input), { model, fewestForZ: 0 });
  const at = (key: string): Json | undefined => (isTree(expected) ? expected[key] : undefined);
  const summary = at('summary_nonextreme');
  return stated(expected, {
    model: model === 'PARTIAL_CREDIT' ? 'PCM' : 'RSM',
    status: analysis.status,
    loglik: analysis.logLikelihood,
    n_active: analysis.ratings,
    max_abs_gradient: analysis.residual,
    candidate: elements(at('candidate'), analysis.candidates),
    rater: elements(at('rater'), analysis.raters),
    item: elements(at('item'), analysis.items),
    thresholds: thresholdsOf(analysis.scales),
    category_counts: Object.fromEntries(analysis.categoryCounts.map(({ score, count }) => [String(score), count])),
    summary_nonextreme: stated(summary ?? null, {
      candidate: separationOf(separation(analysis.candidates)),
      rater: separationOf(separation(analysis.raters)),
      item: separationOf(separation(analysis.items)),
    }),
    extreme: analysis.dropped.map(({ facet, name, kind }) => ({ facet, element: name, kind: kind === 'MAXIMUM' ? 'max' : 'min' })),
  });
}

function map(input: OracleInput, expected: Json, priors: RaschPriors): Json {
  const model = modelOf(expected);
  const analysis: RaschAnalysis = raschMap(tableOf(input), { model, priors });
  const plain = (found: readonly RaschElement[], shape: Json | undefined): Json =>
    Object.fromEntries(
      found.map(({ name, measure, conditionalError, fairAverage }) => {
        const own = isTree(shape) ? shape[name] : undefined;
        if (!isTree(own)) return [name, measure.value];
        return [
          name,
          stated(own, {
            measure: measure.value,
            se_conditional: conditionalError,
            se_joint: measure.standardError,
            joint_se: measure.standardError,
            fair_average: fairAverage.value,
          }),
        ];
      }),
    );
  const at = (key: string): Json | undefined => (isTree(expected) ? expected[key] : undefined);
  return stated(expected, {
    model: model === 'PARTIAL_CREDIT' ? 'PCM' : 'RSM',
    status: analysis.status,
    prior_variances: {
      theta: priors.candidate ** 2,
      rater: priors.rater ** 2,
      item: priors.item ** 2,
      tau: priors.threshold ** 2,
    },
    candidate: plain(analysis.candidates, at('candidate')),
    rater: plain(analysis.raters, at('rater')),
    item: plain(analysis.items, at('item')),
    thresholds: thresholdsOf(analysis.scales),
  });
}

function mml(input: OracleInput, expected: Json): Json {
  const model = modelOf(expected);
  const marginal = raschMml(tableOf(input), { model });
  return stated(expected, {
    model: model === 'PARTIAL_CREDIT' ? 'PCM' : 'RSM',
    status: marginal.status,
    mean: marginal.mean.value,
    variance: marginal.variance.value,
    deviance: marginal.deviance,
    thresholds: thresholdsOf(marginal.scales),
    rater: named(marginal.raters),
    item: named(marginal.items),
    eap: named(marginal.candidates),
    eap_sd: named(marginal.candidates, ({ measure }) => measure.standardError),
    eap_reliability: marginal.reliability.value,
  });
}

/** The line under the candidates of a Facets table, in the words of its Table 6.2. */
function summary(input: OracleInput, expected: Json): Json {
  const { score, average, measure, conditionalError, infit, outfit } = facetSummary(raschJml(tableOf(input)).candidates);
  return stated(expected, {
    raw_mean: score?.mean ?? null,
    raw_sd: score?.sd ?? null,
    average_mean: average?.mean ?? null,
    average_sd: average?.sd ?? null,
    measure_mean: measure?.mean ?? null,
    measure_sd: measure?.sd ?? null,
    se_mean: conditionalError?.mean ?? null,
    se_sd: conditionalError?.sd ?? null,
    infit_mean: infit?.mean ?? null,
    infit_sd: infit?.sd ?? null,
    outfit_mean: outfit?.mean ?? null,
    outfit_sd: outfit?.sd ?? null,
  });
}

function logistic(input: OracleInput): Json {
  const { discrimination, difficulties, logLikelihood } = oneParameterLogistic(raschMml(tableOf(input)));
  return { discrimination: discrimination.value, difficulty: named(difficulties), loglik: logLikelihood };
}

const NAME_OF_THE_METHOD = 'names the method in the words of the oracle';

export const raschSections: readonly Section[] = [
  { name: /^mfrm_jml(_pcm)?$/, compute: jml, skipped: { estimator: NAME_OF_THE_METHOD } },
  {
    name: /^mfrm_map_weak(_pcm)?$/,
    compute: (input, expected) => map(input, expected, WEAK_PRIORS),
    skipped: { estimator: NAME_OF_THE_METHOD },
  },
  {
    name: /^mfrm_map(_tight)?(_pcm)?$/,
    compute: (input, expected) => map(input, expected, TIGHT_PRIORS),
    skipped: { estimator: NAME_OF_THE_METHOD },
  },
  {
    name: /^mfrm_mml(_pcm)?$/,
    compute: mml,
    skipped: { quadrature: 'describes the nodes of the oracle; the library takes its own, until they are finer than every posterior' },
  },
  { name: 'one_parameter_logistic', compute: logistic },
  { name: 'junior_summary', compute: summary },
];
