import { firstMinutes } from './first-minutes';
import { brand, page } from './layout';
import { streaks } from './logo';
import { markup, type Markup, nothing } from './markup';
import { rights } from './rights';
import { texts } from './texts';

const { home, minutes } = texts;

/** For those who are signed in. Who they are the script asks of `viewer`; what is the same for everybody stands here already. */
export const homePage = ({ explorer }: { readonly explorer: boolean }): string =>
  page({
    name: 'home',
    title: home.title,
    body: markup`<header class="bar">${streaks}<div class="wide"><div class="top">${brand}<button type="button" class="on-stone" data-sign-out>${home.signOut}</button></div>
<div class="greeting"><h1 data-fill="hello">${home.heading}</h1><p class="lead">${home.lead}</p>${explorer ? markup`<p><a class="gold" href="/graphiql">${home.open}</a></p>` : nothing}</div></div></header>
<main class="wide" id="content" tabindex="-1"><p class="alert" role="alert" data-fault></p>
<div class="columns">${explorer ? firstSteps() : nothing}${yourself()}</div>${whatYouMayDo()}
<noscript><p class="notice">${texts.needsScript}</p></noscript></main>`,
  });

const firstSteps =
  (): Markup => markup`<section aria-labelledby="minutes"><h2 id="minutes">${minutes.heading}</h2><p class="lead">${minutes.lead}</p>
<ol class="minutes">${firstMinutes.map(
    ({ key, title, says, query }) =>
      markup`<li><div><h3>${title}</h3><p>${says}</p></div><a class="quiet" href="/graphiql" data-query="${query}" aria-label="${minutes.try}: ${title}" id="try-${key}">${minutes.try}</a></li>`,
  )}</ol></section>`;

const yourself = (): Markup => markup`<section class="card" aria-labelledby="you"><h2 id="you">${home.you}</h2>
<dl class="pairs">${(['organization', 'roles', 'email', 'timeZone', 'seal'] as const).map(
  (key) => markup`<div><dt>${home[key]}</dt><dd data-fill="${key}">${home.loading}</dd></div>`,
)}</dl></section>`;

const whatYouMayDo =
  (): Markup => markup`<section aria-labelledby="rights"><h2 id="rights">${home.rights}</h2><p class="lead">${home.rightsLead}</p>
<div class="rights">${rights.map(
    ({ title, permissions }) =>
      markup`<details data-rights><summary><span>${title}</span><span class="count" data-count> </span></summary><ul>${permissions.map(
        ({ permission, says }) => markup`<li data-permission="${permission}" hidden>${says}<code>${permission}</code></li>`,
      )}</ul></details>`,
  )}</div></section>`;
