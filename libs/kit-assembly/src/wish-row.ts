import { hundredths } from './hundredths';
import type { KitDraft } from './kit-draft';
import type { Term } from './linear-program';
import { canBeJudged, loadsOf, panelOf } from './panel';
import type { PoolQuestion } from './pool-question';
import type { Wish } from './wish';

/** A sum that a wish limits, and by which figure. */
export interface LimitedSum {
  readonly terms: readonly Term[];
  readonly limit: number;
}

/** Which sums over placements does a wish limit? One for most wishes, one for each two loads. All whole numbers. */
export function wishRows(draft: KitDraft, wish: Wish): readonly LimitedSum[] {
  const { subject, required } = wish;
  const counting = (passes: (question: PoolQuestion) => boolean, round?: number): LimitedSum[] => [
    { terms: draft.termsWith((question) => Number(passes(question)), round), limit: required },
  ];
  switch (subject.of) {
    case 'minutes':
      return [{ terms: draft.termsWith(({ minutes }) => minutes, subject.round), limit: required }];
    case 'questions':
      return counting(() => true, subject.round);
    case 'competency':
      return counting(({ competencies }) => competencies.includes(subject.slug), subject.round);
    case 'category':
      return counting(({ category }) => category === subject.slug, subject.round);
    case 'tag':
      return counting(({ tags }) => tags?.includes(subject.slug) ?? false, subject.round);
    case 'kind':
      return counting(({ kind }) => kind === subject.kind, subject.round);
    case 'level':
      return counting(({ difficulty }) => difficulty >= subject.from && difficulty <= subject.to);
    case 'slot':
      return [{ terms: draft.termsOfSlot(subject.round, subject.slot), limit: required }];
    case 'judged':
      return counting(({ competencies }) => !canBeJudged(draft.blueprint, subject.round, competencies), subject.round);
    case 'meanDifficulty': {
      // mean >= m  <=>  sum of (difficulty - m) >= 0, which is linear; in hundredths it is whole.
      const mean = hundredths(required);
      return [{ terms: draft.termsWith(({ difficulty }) => hundredths(difficulty) - mean), limit: 0 }];
    }
    case 'spread': {
      const [around, mean] = [hundredths(subject.around), hundredths(required)];
      return [{ terms: draft.termsWith(({ difficulty }) => Math.abs(hundredths(difficulty) - around) - mean), limit: 0 }];
    }
    case 'firstCompetency':
      return counting(({ competencies }) => competencies[0] === subject.slug);
    case 'raters':
      return [{ terms: ratersOf(draft, subject.competency), limit: required }];
    case 'load':
      return loadDifferences(draft).map((terms) => ({ terms, limit: required }));
    case 'mustHave':
    case 'excluded':
      return [{ terms: draft.termsOfIds([subject.questionId]), limit: required }];
    case 'pin':
      return [{ terms: draft.termsOfIds([subject.questionId], subject.round), limit: required }];
    case 'exposure':
      return counting(({ exposure }) => exposure > subject.limit);
    case 'seniority':
      return counting(({ seniorities = [] }) => seniorities.length > 0 && !seniorities.includes(subject.slug));
    case 'asked':
      return [{ terms: draft.termsOfIds(subject.questionIds), limit: required }];
    case 'enemies':
      return [{ terms: draft.termsOfIds(subject.pair), limit: required }];
    case 'variantFamily':
      return counting(({ variantFamily }) => variantFamily === subject.family);
  }
}

/** One column for each member of the panel: 1 only where they see a question of the competency that they can judge. */
function ratersOf(draft: KitDraft, competency: string): Term[] {
  return panelOf(draft.blueprint).map(({ member, rounds, canJudge }) => {
    const seen = rounds
      .filter((round) => canJudge(competency, round))
      .flatMap((round) => draft.termsWith(({ competencies }) => Number(competencies.includes(competency)), round));
    const column = draft.addColumn(`rates.${competency}.${member}`, 1, 0);
    draft.addRow(`rates.${competency}.${member}`, 'raters', 0, Infinity, [...seen, { column, coefficient: -1 }]);
    return { column, coefficient: 1 };
  });
}

/** For each ordered pair of loads, the minutes of the one less those of the other. */
function loadDifferences(draft: KitDraft): Term[][] {
  const loads = loadsOf(draft.blueprint);
  return loads.flatMap((one, index) =>
    loads.flatMap((other, otherIndex) => {
      if (index === otherIndex) return [];
      const onlyOne = one.filter((round) => !other.includes(round));
      const onlyOther = other.filter((round) => !one.includes(round));
      const minutes = (rounds: readonly number[], sign: number): Term[] =>
        rounds.flatMap((round) => draft.termsWith((question) => sign * question.minutes, round));
      return [[...minutes(onlyOne, 1), ...minutes(onlyOther, -1)]];
    }),
  );
}
