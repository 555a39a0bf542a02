import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { parseBankFile } from '@touchstone/bank-format';
import { ok } from '@touchstone/kernel';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { Competencies } from '../../apps/api/src/features/competencies';
import { addApprovedQuestion } from './add-approved-question';
import type { ScalePerson } from './scale-people';

/** Loads all bank files of a folder into the organization of `author`, as approved, past the review. Gives the number of questions. */
export async function loadBank(app: INestApplicationContext, { actor }: ScalePerson, folder: string): Promise<number> {
  const { organizationId, memberId } = actor;
  const competencies = app.get(Competencies);
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const parsed = parseBankFile(readFileSync(join(folder, name), 'utf8'));
      if (!parsed.ok) throw new Error(`${name} has faults`);
      return parsed.value.questions;
    });
  const loaded = await app.get(UnitOfWork).writeIn(wholeOrganization(organizationId), async (tx) => {
    const categories = await competencies.categories(tx, organizationId);
    const names = new Map([...categories, ...(await competencies.all(tx, organizationId))].map(({ slug, name }) => [slug, name]));
    const categoryIds = new Map(categories.map(({ slug, id }) => [slug, id]));
    for (const document of documents) {
      const categoryId = categoryIds.get(document.category) as string;
      await addApprovedQuestion(app, tx, { organizationId, memberId, categoryId, document, nameOf: (slug) => names.get(slug) });
    }
    tx.audit({ action: 'question.load', subjectType: 'Organization', subjectId: organizationId, detail: { added: documents.length } });
    return ok(documents.length);
  });
  if (!loaded.ok) throw new Error('the bank was not loaded');
  return loaded.value;
}
