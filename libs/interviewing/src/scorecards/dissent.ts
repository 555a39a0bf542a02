import type { PanelistRecommendation } from './completeness';

/** What one seat whose ratings count recommends. */
export interface PanelVote {
  readonly raterId: string;
  readonly recommendation: PanelistRecommendation;
}

/**
 * Who sees it differently from most of the panel? The votes on the smaller side of hire against no hire, in the order given; nobody where all
 * agree, and nobody where the panel is split in halves: then there is no majority to differ from. How strongly is no side.
 */
export function dissenters(votes: readonly PanelVote[]): readonly PanelVote[] {
  const inFavour = votes.filter(({ recommendation }) => isHire(recommendation));
  const against = votes.filter(({ recommendation }) => !isHire(recommendation));
  if (inFavour.length === against.length) return [];
  return inFavour.length < against.length ? inFavour : against;
}

const isHire = (recommendation: PanelistRecommendation): boolean => recommendation === 'HIRE' || recommendation === 'STRONG_HIRE';
