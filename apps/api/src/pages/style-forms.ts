/** Forms, buttons, and what is said beside them. */
export const styleOfForms = `
form { margin-top: 1.6rem; display: grid; gap: 1.1rem; }
.field label { display: block; font-weight: 600; font-size: 0.9rem; margin-bottom: 0.35rem; }
.control { position: relative; }
input, select, button { font: inherit; color: inherit; }
input, select { width: 100%; min-height: 2.9rem; padding: 0.55rem 0.8rem; background: var(--card); border: 1px solid var(--edge); border-radius: 0.45rem; text-overflow: ellipsis; }
select { appearance: none; padding-right: 2.4rem; cursor: pointer; }
.control:has(select)::after { content: ""; position: absolute; right: 1rem; top: 50%; width: 0.5rem; height: 0.5rem; border: solid var(--quiet); border-width: 0 2px 2px 0; transform: translateY(-70%) rotate(45deg); pointer-events: none; }
input:hover, select:hover { border-color: var(--quiet); }
input:focus-visible, select:focus-visible { outline-offset: 0; border-color: transparent; border-radius: 0.45rem; }
input[aria-invalid], select[aria-invalid] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
.control:has(.reveal) input { padding-right: 4.6rem; }
.reveal { position: absolute; right: 0.35rem; top: 50%; transform: translateY(-50%); min-height: 2.2rem; padding: 0 0.7rem; background: none; border: 0; border-radius: 0.35rem; color: var(--quiet); font-size: 0.85rem; cursor: pointer; }
.reveal:hover { color: var(--ink); background: var(--code); }
.hint, .error { font-size: 0.85rem; line-height: 1.45; margin-top: 0.4rem; text-wrap: pretty; }
.hint { color: var(--quiet); }
.error { color: var(--bad); font-weight: 600; }
.alert { color: var(--bad); background: var(--bad-paper); border-left: 3px solid var(--bad); border-radius: 0.25rem; padding: 0.7rem 0.9rem; font-size: 0.9rem; line-height: 1.5; }
.alert:empty { position: absolute; padding: 0; border: 0; }
.notice { margin-top: 1.5rem; padding: 0.9rem 1rem; border: 1px solid var(--line); border-radius: 0.45rem; background: var(--card); }
.primary, .gold, .quiet, .on-stone { display: inline-flex; align-items: center; justify-content: center; min-height: 2.9rem; padding: 0.5rem 1.3rem; border-radius: 0.45rem; border: 1px solid transparent; font-weight: 600; text-decoration: none; cursor: pointer; }
.primary { background: var(--button); color: var(--button-ink); }
.primary:hover { background: var(--button-hover); }
.primary[aria-disabled="true"] { cursor: progress; opacity: 0.85; }
form .primary { width: 100%; }
p > .primary { margin-top: 1.6rem; }
.quiet { min-height: 2.25rem; padding: 0.2rem 0.9rem; font-size: 0.875rem; background: none; border-color: var(--edge); color: var(--ink); white-space: nowrap; }
.quiet:hover { border-color: var(--ink); background: var(--code); }
details > summary { cursor: pointer; }
form + .more, .help + .more { margin-top: 1.25rem; }
.more form { margin-top: 0.9rem; }
.more summary { color: var(--quiet); font-size: 0.9rem; min-height: 1.75rem; }
.more[open] summary { margin-bottom: 0.7rem; }
.demo { margin-top: 1.75rem; border-top: 1px solid var(--line); padding-top: 1.1rem; font-size: 0.95rem; }
.demo summary { font-weight: 600; min-height: 1.75rem; }
.demo p { margin-top: 0.7rem; }
.demo form { margin-top: 0.9rem; }
.command { display: flex; align-items: center; justify-content: space-between; gap: 0.75rem; min-height: 3.1rem; padding: 0.4rem 0.45rem 0.4rem 0.9rem; background: var(--code); border-radius: 0.45rem; }
.steps { margin-top: 1.75rem; list-style: none; counter-reset: step; display: grid; gap: 1.3rem; }
.steps > li { counter-increment: step; padding-left: 2.9rem; position: relative; }
.steps > li::before { content: counter(step); position: absolute; left: 0; top: -0.15rem; width: 1.9rem; height: 1.9rem; border: 1px solid var(--edge); border-radius: 50%; display: grid; place-items: center; font: 400 1rem/1 var(--serif); color: var(--gold); }
.promises { margin: 1.1rem 0 0; padding-left: 1.2rem; display: grid; gap: 0.4rem; color: var(--quiet); font-size: 0.9rem; line-height: 1.5; text-wrap: pretty; }
.promises li::marker { color: var(--gold); }
.asking { color: var(--gold); font-weight: 600; margin-bottom: 0.5rem; overflow-wrap: anywhere; }
.step { margin-top: 0; }
.step:focus { outline: none; }
.step .card { margin-top: 1.25rem; padding: 0.6rem 1.25rem; }
.step .card > div:first-child { border-top: 0; }
.step .card > div:last-child { padding-bottom: 0.65rem; }
.step p > .quiet { margin-top: 1.25rem; min-height: 2.9rem; width: 100%; font-size: 1rem; }
.step p + form { margin-top: 0.75rem; }
.step .help + form { margin-top: 1.25rem; }
[data-step="declared"] form .primary { background: none; border-color: var(--edge); color: var(--ink); }
[data-step="declared"] form .primary:hover { border-color: var(--ink); background: var(--code); }
.ways { margin-top: 1.5rem; list-style: none; display: grid; gap: 0.9rem; }
.steps .command { margin-top: 0.6rem; padding: 0.5rem 0.9rem; }
`;
