import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnnouncementListener } from '@touchstone/platform/database';
import { Housekeeping } from '@touchstone/platform/jobs/housekeeping';
import { AssemblyRepository } from '../persistence/assembly.repository';
import { readAssemblyAnnouncement } from './assembly-announcement';

const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** What calls for work on an assembly. It only saves waiting: what is due stands in the database, where a round finds it that no call was heard about. */
@Injectable()
export class AssemblyCalls implements OnModuleInit {
  constructor(
    private readonly announcements: AnnouncementListener,
    private readonly housekeeping: Housekeeping,
    private readonly assemblies: AssemblyRepository,
  ) {}

  onModuleInit(): void {
    this.housekeeping.addSweep((tx, organizationId) => this.assemblies.forget(tx, organizationId, new Date(tx.now.getTime() - KEPT_MS)));
  }

  /** Calls `answer` with what waits, until the function that it gives is called. */
  hear(answer: (organizationId: string, assemblyId: string) => void): () => void {
    return this.announcements.hear((announcement) => {
      const fact = readAssemblyAnnouncement(announcement);
      if (fact?.status === 'QUEUED') answer(fact.organizationId, fact.assemblyId);
    });
  }
}
