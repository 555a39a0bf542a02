import { Injectable } from '@nestjs/common';
import type { Criterion, QuestionDocument } from '@touchstone/bank-format';
import type { ScaleRange } from '@touchstone/interviewing/competencies';
import type { ScoredItem } from '@touchstone/interviewing/scorecards';
import type { Transaction } from '@touchstone/platform/database';
import { InterviewItems, type InterviewValue } from '../../interviews';
import { SettledDocuments } from '../../question-bank';

/** An item of one interview beside the question that is asked, deviations applied. */
export interface RatedItem {
  readonly questionVersionId: string;
  readonly skipped: boolean;
  readonly added: boolean;
  readonly document: QuestionDocument;
}

/** What there is to rate at an interview. */
@Injectable()
export class RatedItems {
  constructor(
    private readonly items: InterviewItems,
    private readonly documents: SettledDocuments,
  ) {}

  /** In the order of asking; an added item whose version is gone (there is no such way) would be left out. */
  async of(
    tx: Transaction,
    organizationId: string,
    interview: Pick<InterviewValue, 'id' | 'kitId' | 'roundIndex'>,
  ): Promise<readonly RatedItem[]> {
    const items = await this.items.of(tx, organizationId, interview);
    const documents = await this.documents.of(
      tx,
      organizationId,
      items.map(({ questionVersionId }) => questionVersionId),
    );
    return items.flatMap(({ questionVersionId, skipped, added }) => {
      const document = documents.get(questionVersionId);
      return document === undefined ? [] : [{ questionVersionId, skipped, added, document }];
    });
  }
}

/** The levels of a criterion: an approved version has one anchor for each level of its scale. */
export function scaleOf({ anchors }: Criterion): ScaleRange {
  const levels = Object.keys(anchors).map(Number);
  return { min: Math.min(...levels), max: Math.max(...levels) };
}

export const toBeScored = (items: readonly RatedItem[]): readonly ScoredItem[] =>
  items.map(({ questionVersionId, document }) => ({
    itemId: questionVersionId,
    criterionIds: document.rubric.criteria.map(({ id }) => id),
  }));

export const skippedOf = (items: readonly RatedItem[]): ReadonlySet<string> =>
  new Set(items.filter(({ skipped }) => skipped).map(({ questionVersionId }) => questionVersionId));
