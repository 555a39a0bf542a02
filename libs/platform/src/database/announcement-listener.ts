import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { CHANNEL } from './announcements';
import { DIRECT_URL } from './direct-url';
import type { Announcement } from './transaction';

type Hear = (announcement: Announcement) => void;

const RETRY_MS = 1000;

/**
 * Hears what any instance announces after commit, over one connection of its own (LISTEN does not pass through a pooler).
 * After a break it connects again; what was said meanwhile is gone, so subscribers read the state when they are back.
 */
@Injectable()
export class AnnouncementListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(AnnouncementListener.name);
  private readonly hearers = new Set<Hear>();
  private client: Client | null = null;
  private stopped = false;

  constructor(@Inject(DIRECT_URL) private readonly url: string) {}

  hear(hearer: Hear): () => void {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.stopped) return;
    const client = new Client({ connectionString: this.url, application_name: 'touchstone-listen', keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect());
    client.on('notification', ({ payload }) => this.deliver(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.client = client;
    } catch (error) {
      this.logger.warn(`Cannot listen for announcements: ${(error as Error).message}`);
      await client.end().catch(() => undefined);
    }
  }

  private reconnect(): void {
    this.client = null;
    if (!this.stopped) setTimeout(() => void this.connect(), RETRY_MS).unref();
  }

  private deliver(payload: string): void {
    const announcement = JSON.parse(payload) as Announcement;
    for (const hear of this.hearers) hear(announcement);
  }
}
