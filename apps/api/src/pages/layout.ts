import { addressOf } from './assets';
import { logo, streaks } from './logo';
import { markup, type Markup } from './markup';
import { texts } from './texts';

interface Page {
  /** What the script calls this page. */
  readonly name: string;
  readonly title: string;
  readonly body: Markup;
}

/** The frame of every page: all of it comes from this server. */
export const page = ({ name, title, body }: Page): string =>
  markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#1d1b19">
<title>${title} · ${texts.product}</title>
<link rel="icon" type="image/svg+xml" href="${addressOf('logo.svg')}">
<link rel="stylesheet" href="${addressOf('pages.css')}">
<script defer src="${addressOf('pages.js')}"></script>
</head>
<body data-page="${name}">
<a class="skip" href="#content">${texts.skip}</a>
${body}
</body>
</html>
`.text;

export const brand = markup`<a class="brand" href="/">${logo}<span>${texts.product}</span></a>`;

/** Pages for those who are still outside: the stone beside one sheet of paper. */
export const doorPage = ({ name, title, body }: Page): string =>
  page({
    name,
    title,
    body: markup`<div class="door">
<header class="stone-side">${streaks}<div class="stone-text">${brand}
<p class="promise">${texts.promise}</p>
<dl class="facts">${texts.facts.map((fact) => markup`<div><dt>${fact.title}</dt><dd>${fact.says}</dd></div>`)}</dl></div></header>
<main class="paper-side" id="content" tabindex="-1"><div class="sheet">${body}
<noscript><p class="notice">${texts.needsScript}</p></noscript></div></main>
</div>`,
  });
