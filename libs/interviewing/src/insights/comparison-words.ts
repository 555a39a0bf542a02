import type { Comparison, PanelLink } from './comparison';

/** How raters and criteria are called for whoever reads; null where she is not to learn which. */
export interface PanelNames {
  rater(id: string): string | null;
  criterion(name: string): string | null;
}

/** One sentence on what stands behind adjusted figures, or why there are none. Names a missing link, as far as the reader may know the names. */
export function comparisonSentence(comparison: Comparison, names: PanelNames): string {
  const { status, candidates, links, severityTold } = comparison;
  // Also where there is no model: nothing is to be taken out.
  if (comparison.mustAgree && status !== 'OK') return `${mustAgreeReason(comparison)} ${AGREE_WITHOUT_MODEL}`;
  switch (status) {
    case 'OK':
      if (comparison.mustAgree) return mustAgreeReason(comparison);
      return severityTold
        ? `${candidates.length} candidates are compared; how strictly the raters rate and how hard the questions are is taken out.`
        : 'Who rates more strictly cannot be told from these ratings, so that strictness is not taken out.';
    case 'DISCONNECTED':
      return links.length === 0
        ? 'The candidates cannot be compared: no chain of ratings joins their panels.'
        : links.map((link) => linkSentence(link, names)).join(' ');
    case 'CONSTANT':
      return 'All ratings are the same, so there is nothing to adjust.';
    case 'NOT_CONVERGED':
      return 'The model found no stable answer for these ratings, so that there are no adjusted figures, no ranking and no severity. Look at the weighted means.';
    case 'EXTREME':
    case 'INSUFFICIENT_DATA':
      return candidates.length < 2
        ? 'Severity is taken out by comparison, and there are not yet two candidates with open loops to compare.'
        : 'There are too few ratings to tell severity from the candidates themselves.';
  }
}

const AGREE_WITHOUT_MODEL =
  'No model is needed for that: the adjusted figure is the weighted mean, its interval that of the weighted mean, and how strictly each rater rates is not told here.';

/** By what the candidates are ranked, or why some or all of them are not. */
export function rankingReason({ candidates, status }: Pick<Comparison, 'candidates' | 'status'>): string {
  if (candidates.length < 2) return 'There are not two candidates to rank.';
  const unranked = candidates.filter(({ rank }) => rank === null);
  const without = unranked.every(({ adjusted }) => adjusted.value === null)
    ? 'there is no adjusted figure of theirs'
    : 'their figures have no error: their raters agree exactly, or there is one rater alone, and how sure that is cannot be told';
  const byWeighted = 'They stand by their figures, and nobody of them is said to be above another.';
  if (unranked.length === candidates.length)
    return `Nobody is ranked, and there are no groups, because ${status === 'DISCONNECTED' ? 'their panels have nobody in common' : without}. ${byWeighted}`;
  const ranked = 'Ranked by the adjusted figure and its error; those who stand in one group cannot be told apart.';
  return unranked.length === 0
    ? ranked
    : `${ranked} ${unranked.length === 1 ? 'One is' : `${unranked.length} are`} not ranked and come last, because ${without}.`;
}

/** Must weighted mean and adjusted figure say the same, and why? */
export function mustAgreeReason({ mustAgree, candidates }: Pick<Comparison, 'mustAgree' | 'candidates'>): string {
  if (mustAgree)
    return 'Everybody was rated by the same people on the same questions, with the same weights: whoever rates strictly does so to all alike, and the two figures are the same.';
  return candidates.length < 2
    ? 'There is nobody to compare with yet.'
    : 'Not everybody was rated by the same people on the same questions, so a weighted mean also depends on who rated and what was asked; the adjusted figure takes that out.';
}

/** Why do two intervals of 95 % stand beside each other, and which is to be read for what? */
export const intervalsReason =
  'The two intervals answer different questions. That of the weighted mean: between what bounds would the mean lie over all panels that might have sat there? It knows only how far the few ' +
  'raters of this loop are apart, strict and mild ones among them, and is wide. That of the adjusted figure: where does this candidate stand, had the same average panel rated all candidates of ' +
  'the opening? Severity that all share is not in it, and how much chance there is in a rating is learnt from all ratings of the opening; so it is narrower. Read the first against a cut-off, ' +
  'the second to compare candidates.';

function linkSentence({ kind, between: [one, other], repair }: PanelLink, names: PanelNames): string {
  if (kind === 'PANELS') {
    const [a, b] = [names.rater(one), names.rater(other)];
    if (a === null || b === null)
      return 'Two panels of this opening have rated no common candidate, and no chain of common candidates joins them.';
    return `${a} and ${b} have rated no common candidate, and no chain of common candidates joins them. Let ${b} rate a candidate of ${a} as well.`;
  }
  const [a, b] = [names.criterion(one), names.criterion(other)];
  const rater = names.rater(repair.rater);
  if (a === null || b === null)
    return 'Two questions of this opening have no rater or candidate in common, so that a hard question and a strict rater look the same.';
  const advice = rater === null ? '' : ` Let ${rater} rate “${b}” too.`;
  switch (kind) {
    case 'RATERS_OF_ITEMS':
      return `“${a}” and “${b}” have no rater in common, and no chain of raters joins them: a hard question and a strict rater look the same.${advice}`;
    case 'CANDIDATES_OF_ITEMS':
      return `“${a}” and “${b}” have no candidate in common, and no chain of candidates joins them: a hard question and a weak candidate look the same.${advice}`;
    case 'TOO_FEW_TIES':
      return `Too few ratings tie “${a}” and “${b}” together to tell hard questions, strict raters and weak candidates apart.${advice}`;
  }
}
