import { globalId } from '@touchstone/platform/graphql';
import { type Person, World } from '@touchstone/testing';
import { type BuiltLoop, LoopFixture, type RoundPlan } from './loop-fixture';
import { Rater } from './rater';

/** Who sits at the interview of a panel, and what for. */
const SEATS = [
  ['lead', 'LEAD'],
  ['second', 'INTERVIEWER'],
  ['shadow', 'SHADOW'],
  ['observer', 'OBSERVER'],
] as const;
type Sitter = (typeof SEATS)[number][0];

interface Opened {
  readonly world: World;
  readonly fixture: LoopFixture;
  readonly people: Readonly<Record<Sitter | 'manager', Person>>;
}

/**
 * One organization whose panel is told of: Lea leads, Ivo interviews, Sia looks over their shoulders; Oda only watches; Hanna is to hire.
 * Its people are there once it is open.
 */
export class Panel {
  private opened: Opened | null = null;

  async open(): Promise<void> {
    const world = await World.open();
    const admin = await world.organization('Panel');
    const seated = (name: string): Promise<Person> => world.member(admin, ['INTERVIEWER'], name);
    const people = {
      lead: await seated('Lea'),
      second: await seated('Ivo'),
      shadow: await seated('Sia'),
      observer: await seated('Oda'),
      manager: await world.member(admin, ['HIRING_MANAGER'], 'Hanna'),
    };
    this.opened = { world, fixture: await LoopFixture.in(world, admin), people };
  }

  async close(): Promise<void> {
    await this.opened?.world.close();
  }

  get world(): World {
    return this.there.world;
  }

  get fixture(): LoopFixture {
    return this.there.fixture;
  }

  get admin(): Person {
    return this.fixture.admin;
  }

  get lead(): Person {
    return this.there.people.lead;
  }

  get second(): Person {
    return this.there.people.second;
  }

  get shadow(): Person {
    return this.there.people.shadow;
  }

  get observer(): Person {
    return this.there.people.observer;
  }

  get manager(): Person {
    return this.there.people.manager;
  }

  /** A loop of one interview, of Hanna's opening. */
  loop({ status, observed = false }: { readonly status?: RoundPlan['status']; readonly observed?: boolean } = {}): Promise<BuiltLoop> {
    const seats = SEATS.filter(([, kind]) => observed || kind !== 'OBSERVER').map(([who, kind]) => [this.there.people[who], kind] as const);
    return this.fixture.loop([{ status, seats }], { hiringManager: this.manager });
  }

  /** The id as clients see it. */
  id(noun: string, local: string): string {
    return globalId(noun, this.admin.organizationId, local);
  }

  rater(person: Person, loop: BuiltLoop): Rater {
    return new Rater(person, this.fixture, loop);
  }

  private get there(): Opened {
    if (this.opened === null) throw new Error('the panel is not open yet');
    return this.opened;
  }
}

/** Tells stories of one panel, which is open while they run. */
export function describePanel(name: string, tell: (panel: Panel) => void): void {
  describe(name, () => {
    const panel = new Panel();
    beforeAll(() => panel.open(), 90_000);
    afterAll(() => panel.close());
    tell(panel);
  });
}
