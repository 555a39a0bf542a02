import type { PanelAnalysis } from '../panel-analysis';
import type { Finding } from './finding';
import { onComparing, onSeverity } from './on-candidates';
import { onAgreement, onDependability, onDiscussion, onFairness, onHabits, onQuestions } from './on-panel';
import { onRanking } from './on-ranking';

/**
 * What do these figures say, in words that somebody who decides can act on?
 *
 * A handful of findings, each with a headline and what it rests on, what stops a decision first: can the candidates be compared, who is ahead, what
 * to talk about first, whether strict interviewers matter, whether interviewers agree, whether such a panel is dependable enough and which would be,
 * habits, questions, groups. Every number in them is one of the analysis, rounded. Where nothing can be said, that is said.
 *
 * A verdict stands only where there are ratings enough (`enough.ts`) and the whole interval lies on one side of its mark; else the words say that it cannot be told yet.
 * Cost O(candidates + raters + items).
 *
 * Source: the marks are K. Krippendorff's (2004) 0.667 and 0.8, Reliability in content analysis, Human Communication Research 30(3), 411-433,
 * doi:10.1111/j.1468-2958.2004.tb00738.x, and the four fifths of 29 CFR 1607.4(D).
 */
export function inPlainWords(analysis: PanelAnalysis): readonly Finding[] {
  const { counts } = analysis;
  const constant = counts.scores.least === counts.scores.greatest;
  const same: Finding = {
    topic: 'SCORES',
    tone: 'STOP',
    headline: 'All scores are the same',
    says: `Every one of the ${counts.ratings === 1 ? 'scores (there is one)' : `${counts.ratings} scores`} is ${counts.scores.least}. Nothing tells candidates, interviewers or questions apart, so that most figures cannot be had.`,
  };
  if (constant) return [...onComparing(analysis), same, ...onFairness(analysis)];
  return [onComparing, onRanking, onDiscussion, onSeverity, onAgreement, onDependability, onHabits, onQuestions, onFairness].flatMap(
    (say) => say(analysis),
  );
}
