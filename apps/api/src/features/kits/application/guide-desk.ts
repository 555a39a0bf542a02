import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { GuideFile, GuideFormat, GuideItem, GuideView } from '@touchstone/kit-guide';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { refuse } from '@touchstone/platform/graphql';
import { askThread, threadLine } from '@touchstone/threads';
import { Competencies, RoleProfiles } from '../../competencies';
import { QuestionRights, QuestionVersions } from '../../question-bank';
import type { KitItemValue, KitRoundValue, KitValue } from '../persistence/kit-value';
import type { GuideTask } from './guide-task';

/** Who comes when so many are waiting is asked to come again. */
const MOST_WAITING = 20;

type PrintedItem = Pick<KitItemValue, 'questionVersionId' | 'plannedMinutes'>;

/** A kit as far as it is printed. */
export interface PrintedKit extends Pick<KitValue, 'name' | 'roleProfileId' | 'contentHash' | 'publishedAt' | 'createdAt'> {
  readonly rounds: readonly (Pick<KitRoundValue, 'name' | 'minutes'> & { readonly items: readonly PrintedItem[] })[];
}

export interface GuideWish {
  readonly view: GuideView;
  readonly format: GuideFormat;
  /** One round alone, counted from 1; null for the whole kit. */
  readonly round: number | null;
}

/** Where kits become paper: questions are read with the rights of whoever asks, pages are set in a thread, one guide at a time. */
@Injectable()
export class GuideDesk implements OnApplicationShutdown {
  private readonly line = threadLine({ entry: `${__dirname}/guide-thread` });
  private readonly closing = new AbortController();
  private waiting = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: QuestionVersions,
    private readonly rights: QuestionRights,
    private readonly competencies: Competencies,
    private readonly profiles: RoleProfiles,
  ) {}

  /**
   * The guide; null where a question of it may not be read by this actor with its rubric, which every view but the candidate's shows.
   * `find` gives the kit, with the items of its rounds as they are to be asked, or null.
   */
  async make(actor: Actor, find: (tx: Transaction) => Promise<PrintedKit | null>, wish: GuideWish): Promise<GuideFile | null> {
    const task = await this.unitOfWork.read(actor, async (tx) => {
      const kit = await find(tx);
      return kit === null || kit.rounds.length < (wish.round ?? 0) ? null : this.taskOf(tx, actor, kit, wish);
    });
    if (task === null) return null;
    if (this.waiting >= MOST_WAITING) throw refuse('UNAVAILABLE', 'Many guides are being made at this moment. Try again in a minute.');
    this.waiting += 1;
    try {
      const turn = await this.line.turn(
        async (thread) => ({ value: await askThread<GuideTask, GuideFile>(thread, task, this.closing.signal), reusable: true }),
        this.closing.signal,
      );
      return turn?.value ?? null;
    } finally {
      this.waiting -= 1;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await this.line.close();
  }

  private async taskOf(tx: Transaction, actor: Actor, kit: PrintedKit, wish: GuideWish): Promise<GuideTask | null> {
    const { organizationId } = actor;
    const asked = kit.rounds.filter((_, index) => wish.round === null || wish.round === index + 1).flatMap(({ items }) => items);
    const ids = asked.map(({ questionVersionId }) => questionVersionId);
    const found = await this.versions.byIds(tx, organizationId, ids);
    const readable = wish.view === 'CANDIDATE' ? new Set(ids) : await this.rights.readable(tx, actor, ids);
    if (ids.some((id) => !readable.has(id) || !found.has(id))) return null;
    const known = await this.competencies.all(tx, organizationId);
    const role = await this.profiles.byId(tx, organizationId, kit.roleProfileId);
    const itemOf = ({ questionVersionId, plannedMinutes }: PrintedItem): GuideItem[] => {
      const version = found.get(questionVersionId);
      return version === undefined ? [] : [{ plannedMinutes, question: version.document }];
    };
    return {
      kit: {
        name: kit.name,
        role: role?.name ?? '',
        contentHash: kit.contentHash,
        rounds: kit.rounds.map(({ name, minutes, items }) => ({ name, minutes, items: items.flatMap(itemOf) })),
      },
      titles: Object.fromEntries(known.map(({ slug, name }) => [slug, name])),
      // The day on which a kit was made says more than the day on which it was printed, and two prints of one kit are equal.
      options: { ...wish, madeAt: kit.publishedAt ?? kit.createdAt },
    };
  }
}
