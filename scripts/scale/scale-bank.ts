import type { INestApplicationContext } from '@nestjs/common';
import type { QuestionDocument } from '@touchstone/bank-format';
import { ok, seededRandom } from '@touchstone/kernel';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { Competencies } from '../../apps/api/src/features/competencies';
import { canonicalContent } from '../../apps/api/src/features/question-bank';
import { addApprovedQuestion } from './add-approved-question';
import { picksOf } from './picks';
import { type ScaleCategory, scaleDocument } from './scale-document';
import type { ScalePerson } from './scale-people';

/** An approved question as kits and loops need it. */
export interface ScaleQuestion {
  readonly questionId: string;
  readonly versionId: string;
  readonly contentHash: string;
  readonly document: QuestionDocument;
}

/** Questions of one transaction. */
const BATCH = 500;

/** Writes `count` approved questions of one author with the room's own writers. */
export async function fillBank(
  app: INestApplicationContext,
  author: ScalePerson,
  count: number,
  seed: number,
): Promise<readonly ScaleQuestion[]> {
  const { organizationId, memberId } = author.actor;
  const [competencies, unitOfWork] = [app.get(Competencies), app.get(UnitOfWork)];
  const framework = await unitOfWork.readIn(wholeOrganization(organizationId), async (tx) => ({
    categories: await competencies.categories(tx, organizationId),
    competencies: await competencies.all(tx, organizationId),
  }));
  const categories = framework.categories
    .map(({ id, slug }): ScaleCategory => ({
      id,
      slug,
      competencies: framework.competencies.filter(({ categorySlug }) => categorySlug === slug).map((entry) => entry.slug),
    }))
    .filter((category) => category.competencies.length > 0);
  const names = new Map([...framework.categories, ...framework.competencies].map(({ slug, name }) => [slug, name]));
  const categoryIds = new Map(categories.map(({ slug, id }) => [slug, id]));
  const picks = picksOf(seededRandom(seed));
  const written: ScaleQuestion[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const added = Math.min(BATCH, count - from);
    const batch = await unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => {
      const batch: ScaleQuestion[] = [];
      for (let index = from + 1; index <= from + added; index += 1) {
        const document = scaleDocument(index, categories, picks);
        const { contentHash } = canonicalContent(document);
        const written = await addApprovedQuestion(app, tx, {
          organizationId,
          memberId,
          categoryId: categoryIds.get(document.category) as string,
          document,
          nameOf: (slug) => names.get(slug),
        });
        batch.push({ ...written, contentHash, document });
      }
      tx.audit({ action: 'question.load', subjectType: 'Organization', subjectId: organizationId, detail: { added } });
      return ok(batch);
    });
    if (batch.ok) written.push(...batch.value);
  }
  return written;
}
