/** Paper first: black on white in print, the colours of the reader's system on a screen. */
export const style = `
:root { color-scheme: light dark; --ink: #1c2430; --quiet: #566173; --line: #c9d0da; --paper: #fff; --spoken: #eef4ff; --aside: #f6f4ee; --accent: #1f4fa3; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ef; --quiet: #a7b0bf; --line: #3d4654; --paper: #151a21; --spoken: #1b2740; --aside: #23211a; --accent: #9dbdff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
main { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2rem 0 .4rem; }
h3 { font-size: 1.02rem; margin: 1.5rem 0 .3rem; color: var(--accent); }
p { margin: .5rem 0; }
.facts { color: var(--quiet); font-size: .88rem; margin: .15rem 0; }
.label { font-size: .8rem; font-weight: 600; color: var(--quiet); margin: 0 0 .35rem; }
section { border-left: 4px solid var(--accent); background: var(--spoken); padding: .75rem 1rem; margin: 1rem 0; border-radius: 0 .4rem .4rem 0; }
section.aside { border-left-color: var(--line); background: var(--aside); }
section > :last-child { margin-bottom: 0; }
ul, ol { margin: .4rem 0; padding-left: 1.4rem; }
li { margin: .25rem 0; }
ul.boxes { list-style: none; padding-left: 1.7rem; }
ul.boxes > li::before { content: "\\2610"; position: absolute; margin-left: -1.6rem; }
figure { margin: .8rem 0; }
figcaption { font-weight: 600; font-size: .9rem; margin-bottom: .25rem; }
pre { font: 13px/1.4 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .75rem; margin: 0; background: var(--paper); }
code { font: .92em ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 30rem; font-size: .92rem; margin: .6rem 0; }
th, td { overflow-wrap: normal; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: .35rem .5rem .35rem 0; }
.ruled { margin: .8rem 0; }
.ruled > div { border-bottom: 1px solid var(--line); height: 1.9rem; }
hr.page { border: 0; border-top: 1px dashed var(--line); margin: 2.5rem 0; }
footer { border-top: 1px solid var(--line); color: var(--quiet); font-size: .8rem; text-align: center; padding: 1rem; }
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --quiet: #444; --line: #999; --paper: #fff; --spoken: #fff; --aside: #fff; --accent: #000; }
  body { font-size: 10.5pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  section { border: 1px solid var(--line); border-left-width: 4px; border-radius: 0; }
  pre { font-size: 7.4pt; white-space: pre-wrap; overflow: visible; }
  h1, h2, h3, .label, figcaption { break-after: avoid; }
  figure, li, tr, .ruled { break-inside: avoid; }
  hr.page { border: 0; margin: 0; break-after: page; }
  table { min-width: 0; }
}
`;
