import type { Page } from 'playwright-core';
import { globalId } from '@touchstone/platform/graphql';
import { type Person, World } from '@touchstone/testing';
import { openLoop } from '../insights/open-loops';
import { type BuiltLoop, LoopFixture } from '../scorecards/loop-fixture';
import { freshKey } from '../scorecards/rater';
import { browserIsHere, openBrowser, Window } from './browser-window';

const LINK = `mutation ($input: CreateDeclarationLinkInput!) { createDeclarationLink(input: $input) { ... on CreateDeclarationLinkPayload { link } } }`;

describe('the page behind a declaration link', () => {
  let world: World;
  let admin: Person;
  let loop: BuiltLoop;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization('Fair & Square');
    const fixture = await LoopFixture.in(world, admin);
    const ana = await world.member(admin, ['INTERVIEWER'], 'Ana');
    loop = await openLoop(fixture, [[ana, [3, 3, 3, 3]]]);
  });
  afterAll(() => world.close());

  /** As it would be sent: the address of this server, whatever BASE_URL says. */
  const linkTo = async (): Promise<string> => {
    const input = { candidateId: globalId('Candidate', admin.organizationId, loop.candidateId), idempotencyKey: freshKey() };
    const { search } = new URL((await admin.client.ask(LINK, { input })).createDeclarationLink.link);
    return `/declare${search}`;
  };
  const kept = async (): Promise<unknown> =>
    world.owner.query('SELECT gender, age_group FROM self_declaration WHERE candidate_id = $1', [loop.candidateId]);
  const tabTo = async (page: Page, what: string): Promise<void> => {
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(what)}) && document.activeElement.checkVisibility()`))
        return;
    }
    throw new Error(`the keyboard does not reach ${what}`);
  };

  (browserIsHere ? it : it.skip)(
    'leads through it by the keyboard alone, says what is kept, and takes it back',
    async () => {
      const browser = await openBrowser();
      try {
        const window = await Window.open(browser, world.url);
        const { page } = window;
        await page.goto('/declare');
        await window.expectHeading('This address is not complete');
        await page.goto('/declare?token=tsd_nothing');
        await window.expectHeading('This link leads nowhere');
        const first = await linkTo();
        await page.goto(first);
        await window.expectHeading('Do we treat everybody alike?');
        expect(page.url()).toBe(`${world.url}/declare`);
        expect(await page.locator('[data-asking]:visible').textContent()).toBe('Fair & Square asks');
        expect(await page.locator('[data-until]').textContent()).toMatch(/until .*20\d\d/);
        await tabTo(page, '#field-gender');
        await page.keyboard.type('Woman');
        await tabTo(page, 'form[data-form=declare] button');
        await page.keyboard.press('Enter');
        await window.expectHeading('Thank you');
        expect(await page.locator('[data-said] dd').allTextContents()).toEqual(['Woman', ...Array<string>(3).fill('I prefer not to say')]);
        expect(await page.locator('[data-earlier]').isVisible()).toBe(false);
        expect(await kept()).toEqual([{ gender: 'WOMAN', age_group: null }]);
        await tabTo(page, '[data-step=declared] [data-to]');
        await page.keyboard.press('Enter');
        await tabTo(page, '#field-ageGroup');
        await page.keyboard.type('50');
        await page.keyboard.press('Enter');
        await tabTo(page, 'form[data-form=declare] button');
        await page.keyboard.press('Enter');
        await window.expectHeading('Thank you');
        expect(await kept()).toEqual([{ gender: 'WOMAN', age_group: 'FROM_50' }]);
        await tabTo(page, '[data-step=declared] form button');
        await page.keyboard.press('Enter');
        await window.expectHeading('Taken back');
        expect(await kept()).toEqual([]);
        // A reload shows the form, empty, and nothing of what was.
        await page.reload();
        await window.expectHeading('Do we treat everybody alike?');
        expect(await page.locator('#field-gender').inputValue()).toBe('');
        // A newer link: the old one only takes back, the new one says that an earlier one may stand.
        await page.goto(await linkTo());
        await page.getByLabel('Gender').selectOption('MAN');
        await page.getByRole('button', { name: 'Declare' }).click();
        await window.expectHeading('Thank you');
        expect(await page.locator('[data-earlier]').isVisible()).toBe(true);
        await page.goto(first);
        await window.expectHeading('This link has run out');
        await page.getByRole('button', { name: 'Take it back' }).click();
        await window.expectHeading('Taken back');
        expect(await page.locator('[data-step=withdrawn] [data-to]').isVisible()).toBe(false);
        expect(window.faults).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    120_000,
  );
});
