import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnnouncementListener, type Transaction } from '@touchstone/platform/database';
import { Housekeeping } from '@touchstone/platform/jobs/housekeeping';
import { readLoopAnnouncement } from '../../interviews';
import { DECISION_TOPIC } from '../../scorecards';
import { InsightReportRepository } from '../persistence/insight-report.repository';

const TOPIC = 'insights';

/** Tells the jobs door that something is asked for, if and only if the transaction commits. */
export function announceRequest(tx: Transaction, organizationId: string): void {
  tx.announce({ topic: TOPIC, payload: { organizationId } });
}

const PERIODS_KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * What calls for figures: a seal that opens, a decision that is recorded, and whoever asks. It only saves waiting: what is due stands in the database, and the jobs door looks every
 * few minutes, so that a call that nobody heard is answered all the same.
 */
@Injectable()
export class InsightCalls implements OnModuleInit {
  constructor(
    private readonly announcements: AnnouncementListener,
    private readonly housekeeping: Housekeeping,
    private readonly reports: InsightReportRepository,
  ) {}

  onModuleInit(): void {
    this.housekeeping.addSweep((tx, organizationId) =>
      this.reports.forgetPeriods(tx, organizationId, new Date(tx.now.getTime() - PERIODS_KEPT_MS)),
    );
  }

  /** Calls `answer` with the organization, until the function that it gives is called. */
  hear(answer: (organizationId: string) => void): () => void {
    return this.announcements.hear((announcement) => {
      const change = readLoopAnnouncement(announcement);
      if (change?.kind === 'SEAL_OPENED') answer(change.organizationId);
      const { organizationId } = announcement.payload;
      if ([TOPIC, DECISION_TOPIC].includes(announcement.topic) && organizationId !== undefined) answer(organizationId);
    });
  }
}
