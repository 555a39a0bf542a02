import { hundredths } from './hundredths';
import type { Term } from './linear-program';
import type { ProgramDraft } from './program-draft';
import type { Wish } from './wish';

/** Which sum over placements does a wish limit, and by which figure? All whole numbers. */
export function wishRow(draft: ProgramDraft, wish: Wish): { readonly terms: readonly Term[]; readonly limit: number } {
  const { subject, required } = wish;
  const one = (): number => 1;
  switch (subject.of) {
    case 'roundMinutes':
      return {
        terms: draft.termsWhere(
          () => true,
          (question) => question.minutes,
          subject.round,
        ),
        limit: required,
      };
    case 'roundQuestions':
      return { terms: draft.termsWhere(() => true, one, subject.round), limit: required };
    case 'roundCompetency':
      return { terms: draft.termsWhere((question) => question.competencies.includes(subject.slug), one, subject.round), limit: required };
    case 'roundCategory':
      return { terms: draft.termsWhere((question) => question.category === subject.slug, one, subject.round), limit: required };
    case 'roundKind':
      return { terms: draft.termsWhere((question) => question.kind === subject.kind, one, subject.round), limit: required };
    case 'meanDifficulty': {
      // mean >= m  <=>  sum of (difficulty - m) >= 0, which is linear; in hundredths it is whole.
      const mean = hundredths(required);
      return {
        terms: draft.termsWhere(
          () => true,
          (question) => hundredths(question.difficulty) - mean,
        ),
        limit: 0,
      };
    }
    case 'mandatoryCategory':
      return { terms: draft.termsWhere((question) => question.category === subject.slug, one), limit: required };
    case 'mustHave':
    case 'excluded':
      return { terms: draft.termsOfIds([subject.questionId]), limit: required };
    case 'pin':
      return { terms: draft.termsOfIds([subject.questionId], subject.round), limit: required };
    case 'exposure':
      return { terms: draft.termsWhere((question) => question.exposure > subject.limit, one), limit: required };
    case 'enemies':
      return { terms: draft.termsOfIds(subject.pair), limit: required };
    case 'variantFamily':
      return { terms: draft.termsWhere((question) => question.variantFamily === subject.family, one), limit: required };
  }
}
