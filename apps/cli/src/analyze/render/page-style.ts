/** The style sheet of the page: colours first, each twice, so that a test can read them and hold their contrast. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #f6f3ed; --card: #fffefb; --ink: #221f1b; --quiet: #5e574d; --line: #e0d9cd; --edge: #8a8073; --code: #efeae0;
  --gold: #7a5a0f; --good: #1f6b3c; --care: #8a4b00; --stop: #a1261a;
  --fair: #8f6508; --raw: #6b6459; --rater: #8c3b2a; --item: #2d5d7b; --target: #a1261a; --band: #e8d9b4;
  --h-below: #e6b8ac; --h-0: #f0e9d8; --h-1: #e5d3a2; --h-2: #cfae5f; --h-3: #8c6a19; --h-4: #5c430c;
  --t-light: #fffdf6; --t-dark: #221f1b;
  --stone: #1f1d1a; --stone-ink: #f3ede1; --stone-quiet: #bdb4a6; --stone-gold: #e6c06a;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "Liberation Serif", "Times New Roman", serif;
  --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1c1a17; --card: #26231f; --ink: #ece6db; --quiet: #b0a79a; --line: #3a352d; --edge: #8b8275; --code: #2f2b26;
    --gold: #e0b95f; --good: #7fcf9b; --care: #f0b35a; --stop: #ff9b8a;
    --fair: #e6c06a; --raw: #a69d90; --rater: #f0957f; --item: #86bbdd; --target: #ff9b8a; --band: #4a3f27;
    --h-below: #6b352a; --h-0: #2f2b24; --h-1: #4a3f27; --h-2: #75602a; --h-3: #b8933e; --h-4: #f0d28a;
    --stone: #0f0e0d;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); }
h1, h2, h3, p, ul, figure { margin: 0; padding: 0; }
h1, h2 { font-weight: 400; font-family: var(--serif); letter-spacing: -0.012em; text-wrap: balance; }
h1 { font-size: clamp(2rem, 5vw, 3rem); line-height: 1.1; }
h2 { font-size: 1.65rem; line-height: 1.2; }
h3 { font-size: 1rem; line-height: 1.4; }
.stone { background: var(--stone); color: var(--stone-ink); }
.wide { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
.stone .wide { padding-top: 1.5rem; padding-bottom: 2.25rem; }
.brand { display: flex; align-items: center; gap: 0.6rem; font: 400 1.2rem/1 var(--serif); margin-bottom: 2.25rem; }
.brand svg { width: 2.1rem; height: 2.1rem; }
.brand .rock { fill: #34302b; stroke: #9b9285; stroke-width: 0.8; } .brand .facet { fill: #48433c; }
.brand .streak { fill: none; stroke: var(--stone-gold); stroke-width: 3.4; stroke-linecap: round; } .brand .thin { stroke-width: 1.4; opacity: 0.75; }
.subtitle { color: var(--stone-quiet); margin-top: 0.7rem; overflow-wrap: anywhere; }
details { margin-top: 1.1rem; color: var(--stone-quiet); font-size: 0.92rem; }
summary { cursor: pointer; color: var(--stone-gold); width: fit-content; }
details ul { margin: 0.5rem 0 0 1.1rem; }
nav { background: var(--card); border-bottom: 1px solid var(--line); }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding-top: 0.6rem; padding-bottom: 0.6rem; }
nav a { color: var(--gold); text-decoration: none; font-size: 0.92rem; display: inline-block; padding: 0.3rem 0; }
nav a:hover { text-decoration: underline; text-underline-offset: 0.25em; }
:focus-visible { outline: 3px solid var(--gold); outline-offset: 3px; border-radius: 4px; }
.stone :focus-visible { outline-color: var(--stone-gold); }
section { padding-top: 2.75rem; }
section > .lead { color: var(--quiet); margin-top: 0.35rem; }
section > p { max-width: 44rem; margin-top: 1rem; }
.findings { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0.9rem; margin-top: 1.25rem; }
.findings li { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--edge); border-radius: 0.55rem; padding: 0.9rem 1.1rem 1rem; break-inside: avoid; }
.findings p { color: var(--quiet); margin-top: 0.3rem; font-size: 0.95rem; text-wrap: pretty; overflow-wrap: anywhere; }
.findings h3 { overflow-wrap: anywhere; }
.tone { display: block; font-size: 0.78rem; font-weight: 600; letter-spacing: 0.04em; text-transform: uppercase; color: var(--quiet); margin-bottom: 0.2rem; }
.findings .good { border-left-color: var(--good); } .good .tone { color: var(--good); }
.findings .care { border-left-color: var(--care); } .care .tone { color: var(--care); }
.findings .stop { border-left-color: var(--stop); } .stop .tone { color: var(--stop); }
figure { background: var(--card); border: 1px solid var(--line); border-radius: 0.55rem; padding: 1.1rem 1.25rem 1.25rem; margin-top: 1.25rem; break-inside: avoid; }
figcaption h3 { font-size: 1.05rem; }
figcaption p { color: var(--quiet); font-size: 0.95rem; max-width: 46rem; margin: 0.25rem 0 1rem; text-wrap: pretty; }
figure svg { display: block; max-width: 100%; height: auto; }
.for-narrow { display: none !important; }
.sideways { display: none; }
.sheet { overflow-x: auto; margin-top: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.55rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0.9rem 1.1rem 0.5rem; } caption span { position: sticky; left: 1.1rem; display: inline-block; max-width: min(100%, 100vw - 5rem); }
th, td { text-align: left; padding: 0.42rem 0.7rem; border-top: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { padding-left: 1.1rem; } th:last-child, td:last-child { padding-right: 1.1rem; }
thead th { color: var(--quiet); font-weight: 500; font-size: 0.87rem; border-top: 0; }
tbody th { font-weight: 500; }
.right { text-align: right; } .wrap { white-space: normal; min-width: 9rem; }
.notes { color: var(--quiet); font-size: 0.88rem; margin-top: 0.6rem; max-width: 50rem; } .notes p + p { margin-top: 0.3rem; }
footer { color: var(--quiet); font-size: 0.88rem; margin-top: 3rem; border-top: 1px solid var(--line); padding: 1.5rem 0 3rem; } footer p { max-width: 50rem; } footer p + p { margin-top: 0.6rem; }
svg text { font: 13px var(--sans); fill: var(--ink); }
svg .name, svg .tick, svg .target-name { paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
svg .quiet, svg .tick { fill: var(--quiet); font-size: 12px; } svg .lane-head { font-weight: 600; font-size: 14px; }
.grid { stroke: var(--line); } .zero { stroke: var(--edge); stroke-dasharray: 2 3; } .spine { stroke: var(--edge); } svg .lead { stroke: var(--edge); fill: none; opacity: 0.5; }
.reach { stroke: var(--edge); stroke-width: 1.2; fill: none; opacity: 0.8; }
.ruler-candidate { fill: var(--fair); } .ruler-rater { fill: var(--rater); } .ruler-item { fill: var(--item); }
.fair-bar { stroke: var(--fair); stroke-width: 4; stroke-linecap: round; opacity: 0.45; } .fair-dot { fill: var(--fair); }
.raw-bar { stroke: var(--raw); stroke-width: 1.2; opacity: 0.8; } .raw-dot { fill: var(--card); stroke: var(--raw); stroke-width: 1.8; }
.bracket { fill: none; stroke: var(--edge); stroke-width: 1.5; } svg .bracket-name { font-size: 11px; fill: var(--quiet); }
.heat-self { fill: none; stroke: var(--line); } .heat-none { fill: none; stroke: var(--line); stroke-dasharray: 3 3; }
.heat-below { fill: var(--h-below); } .heat-0 { fill: var(--h-0); } .heat-1 { fill: var(--h-1); } .heat-2 { fill: var(--h-2); } .heat-3 { fill: var(--h-3); } .heat-4 { fill: var(--h-4); }
svg .heat-text-3, svg .heat-text-4 { fill: var(--t-light); } svg .heat-text-0, svg .heat-text-1, svg .heat-text-2, svg .heat-text-below { fill: var(--t-dark); }
@media (prefers-color-scheme: dark) { svg .heat-text-3, svg .heat-text-4 { fill: var(--t-dark); } svg .heat-text-0, svg .heat-text-1, svg .heat-text-2, svg .heat-text-below { fill: var(--t-light); } }
.curve { fill: none; stroke: var(--fair); stroke-width: 2.2; stroke-linejoin: round; } .curve-dot { fill: var(--fair); }
.curve-0 { opacity: 0.3; } .curve-1 { opacity: 0.4; } .curve-2 { opacity: 0.5; } .curve-3 { opacity: 0.6; } .curve-4 { opacity: 0.7; } .curve-5 { opacity: 0.8; } .curve-6 { opacity: 0.9; }
.band { fill: var(--band); opacity: 0.45; } .band-key { fill: var(--band); } .target { stroke: var(--target); stroke-width: 1.5; stroke-dasharray: 6 4; } svg .target-name { fill: var(--target); font-size: 12px; }
.here { fill: var(--card); stroke: var(--rater); stroke-width: 3; } .cheapest { fill: var(--good); stroke: var(--card); stroke-width: 1.5; }
@media (max-width: 44rem) { .for-wide { display: none !important; } .for-narrow { display: block !important; } .spare { display: none; } section > .sideways { display: block; color: var(--quiet); font-size: 0.88rem; margin-top: 1.25rem; } .sideways::after { content: " →"; } .sideways + .sheet { margin-top: 0.4rem; box-shadow: inset -12px 0 12px -12px var(--edge); } figure { padding: 1rem 0.85rem; } .brand { margin-bottom: 1.5rem; } section { padding-top: 2.25rem; } }
@media print { summary { color: var(--ink); } .sideways { display: none !important; } .sheet { box-shadow: none !important; } body { background: #fff; } nav { display: none; } .stone { background: none; color: var(--ink); } .subtitle, details { color: var(--quiet); } .brand { display: none; } .sheet { overflow: visible; } section { break-inside: auto; } tr { break-inside: avoid; } h2, .lead { break-after: avoid; } }
@media (forced-colors: active) { .heat-below, .heat-0, .heat-1, .heat-2, .heat-3, .heat-4 { forced-color-adjust: none; } }
`;
