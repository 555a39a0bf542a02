import { Injectable } from '@nestjs/common';
import type { QuestionDocument } from '@touchstone/bank-format';
import { err, ok, type Result } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { Competencies } from '../../competencies';
import { invalidQuestion, type InvalidQuestionError } from '../errors';

/** Where a question belongs, and how slugs are called in the search index. */
export interface Home {
  readonly categoryId: string;
  readonly nameOf: (slug: string) => string | undefined;
}

export type HomeFinder = (document: QuestionDocument, path: readonly string[]) => Result<Home, InvalidQuestionError>;

/** What the bank needs of the framework to take in a document. */
@Injectable()
export class BankFramework {
  constructor(private readonly competencies: Competencies) {}

  /** The category of a document, which even a draft has to have. */
  async homeOf(
    tx: Transaction,
    organizationId: string,
    document: QuestionDocument,
    path: readonly string[],
  ): Promise<Result<Home, InvalidQuestionError>> {
    return (await this.finder(tx, organizationId))(document, path);
  }

  /** The same for many documents of one organization. */
  async finder(tx: Transaction, organizationId: string): Promise<HomeFinder> {
    const categories = await this.competencies.categories(tx, organizationId);
    const competencies = await this.competencies.all(tx, organizationId);
    const names = new Map([...categories, ...competencies].map(({ slug, name }) => [slug, name]));
    const inUse = categories.filter(({ retiredAt }) => retiredAt === null).map(({ slug }) => slug);
    return (document, path) => {
      const category = categories.find(({ slug }) => slug === document.category);
      if (category !== undefined) return ok({ categoryId: category.id, nameOf: (slug) => names.get(slug) });
      const message = `There is no category "${document.category}" here. Use one of ${inUse.join(', ')}.`;
      return err(invalidQuestion([{ code: 'REFERENCE', path: ['category'], message }], path));
    };
  }
}
