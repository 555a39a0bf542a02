/** Colours, type, and the two halves of a door page: stone and paper. */
export const styleOfPaper = `
:root {
  color-scheme: light dark;
  --paper: #f6f3ed; --card: #fffefb; --ink: #221f1b; --quiet: #5e574d; --line: #e0d9cd; --edge: #8a8073;
  --gold: #7a5a0f; --bad: #a1261a; --bad-paper: #fdf0ed; --code: #efeae0;
  --button: #262320; --button-ink: #fbf6ea; --button-hover: #3b3631;
  --stone: #1f1d1a; --stone-ink: #f3ede1; --stone-quiet: #bdb4a6; --stone-gold: #e6c06a;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "Liberation Serif", "Times New Roman", serif;
  --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1c1a17; --card: #26231f; --ink: #ece6db; --quiet: #aca396; --line: #3a352d; --edge: #8b8275;
    --gold: #e0b95f; --bad: #ff9b8a; --bad-paper: #331a16; --code: #2f2b26;
    --button: #e6c06a; --button-ink: #221b0c; --button-hover: #f0d28a;
    --stone: #0f0e0d;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font-size: clamp(100%, 0.55vw + 9px, 150%); -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); }
h1, h2, h3, p, ol, ul, dl, dd { margin: 0; padding: 0; }
h1 { font: 400 2.1rem/1.15 var(--serif); letter-spacing: -0.015em; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font: 400 1.5rem/1.2 var(--serif); letter-spacing: -0.01em; }
h3 { font-size: 1rem; font-weight: 600; line-height: 1.4; }
a { color: var(--gold); text-underline-offset: 0.2em; }
code { font: 0.875em/1.5 var(--mono); overflow-wrap: anywhere; }
[hidden] { display: none !important; }
.lead { color: var(--quiet); margin-top: 0.6rem; text-wrap: pretty; }
.help { color: var(--quiet); font-size: 0.9rem; margin-top: 1.25rem; text-wrap: pretty; }
:focus-visible { outline: 3px solid var(--gold); outline-offset: 3px; border-radius: 4px; }
main:focus { outline: none; }
.stone-side, .bar { --gold: var(--stone-gold); }
.skip { position: absolute; left: 1rem; top: -6rem; z-index: 9; padding: 0.6rem 1rem; background: var(--card); color: var(--ink); border-radius: 0.4rem; }
.skip:focus { top: 1rem; }
.brand { display: inline-flex; align-items: center; gap: 0.7rem; min-height: 2.75rem; color: var(--stone-ink); font: 400 1.3rem/1 var(--serif); letter-spacing: 0.01em; text-decoration: none; }
.logo { width: 2.4rem; height: 2.4rem; flex: none; }
.logo .stone { fill: #34302b; stroke: #9b9285; stroke-width: 0.8; }
.logo .facet { fill: #48433c; }
.logo .streak { fill: none; stroke: var(--stone-gold); stroke-width: 3.4; stroke-linecap: round; }
.logo .thin { stroke-width: 1.4; opacity: 0.75; }
.grain, .streaks { position: absolute; inset: 0; width: 100%; height: 100%; z-index: -1; pointer-events: none; }
.stone-side { position: relative; overflow: hidden; isolation: isolate; background: var(--stone); color: var(--stone-ink); }
.stone-text { display: flex; flex-direction: column; padding: 1.25rem 1.25rem 1.75rem; }
.promise { font: 400 1.6rem/1.2 var(--serif); letter-spacing: -0.015em; margin-top: 1rem; text-wrap: balance; max-width: 22ch; }
.facts { display: none; }
.facts dt { font-weight: 600; color: var(--stone-gold); }
.facts dd { color: var(--stone-quiet); margin: 0.15rem 0 0; text-wrap: pretty; }
.paper-side { display: flex; justify-content: center; padding: 2.25rem 1.25rem 4rem; }
.sheet { width: 100%; max-width: 27rem; }
@media (max-width: 55.99rem) { .stone-side .streaks { opacity: 0.3; } }
@media (prefers-color-scheme: dark) { .grain { opacity: 0.5; } }
@media (min-width: 56rem) {
  .door { display: grid; grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); min-height: 100vh; background: linear-gradient(to right, var(--stone) 52.381%, transparent 0); }
  .stone-side { position: sticky; top: 0; height: 100vh; min-height: 36rem; }
  .stone-text { height: 100%; padding: clamp(2rem, 4.5vw, 6rem); }
  .promise { font-size: clamp(2.2rem, 3.4vw, 3.4rem); line-height: 1.1; margin-top: auto; max-width: 15ch; padding-top: 2rem; }
  .facts { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.75rem; margin-top: auto; padding-top: 2rem; font-size: 0.9rem; line-height: 1.5; }
  .stone-side .streaks { -webkit-mask-image: linear-gradient(to top, transparent 24%, #000 40%); mask-image: linear-gradient(to top, transparent 24%, #000 40%); }
  .paper-side { align-items: start; padding: clamp(2rem, 17vh, 30rem) clamp(2rem, 4.5vw, 6rem) 4rem; }
  .paper-side:has([data-form="setup"], [data-form="declare"]) { padding-top: clamp(2rem, 5vh, 12rem); }
}
@media (min-width: 56rem) and (max-width: 72rem) { .facts { grid-template-columns: 1fr; gap: 0.8rem; } }
@media (forced-colors: active), print { .grain, .streaks { display: none; } }
`;
