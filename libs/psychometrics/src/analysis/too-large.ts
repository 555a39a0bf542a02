import type { PanelCounts } from './count-panel';
import { LIMITS } from './limits';
import type { ChapterName } from './panel-analysis';

/** Why this chapter would take too long for a panel of this size, for a person; null where it would not. */
export function tooLarge(chapter: ChapterName, { ratings, candidates, raters, items }: PanelCounts): string | null {
  const levels = raters + items;
  switch (chapter) {
    case 'SEVERITY':
      if (levels <= LIMITS.levelsOfSeverity && ratings <= LIMITS.ratingsOfSeverity) return null;
      return `The corrected scores are computed for up to ${count(LIMITS.ratingsOfSeverity)} ratings and ${count(LIMITS.levelsOfSeverity)} interviewers and questions together. Analyse one opening, or one year, at a time.`;
    case 'DIAGNOSIS':
      if (levels <= LIMITS.levelsOfRasch && ratings <= LIMITS.ratingsOfRasch) return null;
      return `The habits of interviewers are diagnosed for up to ${count(LIMITS.ratingsOfRasch)} ratings and ${count(LIMITS.levelsOfRasch)} interviewers and questions together.`;
    case 'RANKING':
      if (candidates <= LIMITS.candidatesInRanking) return null;
      return `Candidates are compared each with each for up to ${count(LIMITS.candidatesInRanking)} of them. Analyse one opening at a time.`;
    case 'ITEMS':
      if (candidates * items ** 2 <= LIMITS.itemWork) return null;
      return `With ${count(items)} questions and ${count(candidates)} candidates the statistics of questions would take too long. Analyse fewer questions at a time.`;
    default:
      return null;
  }
}

const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
