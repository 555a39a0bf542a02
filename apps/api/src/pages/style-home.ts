/** The page of those who are signed in. */
export const styleOfHome = `
.wide { width: 100%; max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
.bar { position: relative; overflow: hidden; isolation: isolate; background: var(--stone); color: var(--stone-ink); }
.bar .streaks { left: auto; right: 0; width: min(100%, 60rem); }
.bar .top { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding-top: 1rem; }
.greeting { padding: 2.25rem 0 2.75rem; max-width: 40rem; }
.greeting h1 { font-size: clamp(2.1rem, 4vw, 3.2rem); min-height: 1.15em; }
.greeting .lead { color: var(--stone-quiet); }
.greeting p + p { margin-top: 1.4rem; }
.gold { background: var(--stone-gold); color: #221b0c; }
.gold:hover { background: #f0d28a; }
.on-stone { background: var(--stone); border-color: #7d7468; color: var(--stone-ink); min-height: 2.5rem; padding: 0.3rem 1rem; font-size: 0.9rem; }
.on-stone:hover { border-color: var(--stone-ink); }
main.wide { padding-bottom: 5rem; }
main > .alert { margin-top: 1.5rem; }
main section { margin-top: 2.75rem; }
.columns { display: grid; gap: 0 3rem; }
.minutes { list-style: none; counter-reset: step; margin-top: 1.1rem; }
.minutes > li { counter-increment: step; display: grid; grid-template-columns: 2.6rem minmax(0, 1fr) auto; align-items: center; gap: 0.25rem 0; padding: 1rem 0; border-top: 1px solid var(--line); }
.minutes > li:last-child { border-bottom: 1px solid var(--line); }
.minutes > li::before { content: counter(step); font: 400 1.6rem/1 var(--serif); color: var(--gold); }
.minutes p { color: var(--quiet); font-size: 0.95rem; line-height: 1.5; }
.minutes .quiet { margin-left: 1rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1.5rem; align-self: start; }
.pairs { margin-top: 0.9rem; }
.pairs > div { padding: 0.65rem 0; border-top: 1px solid var(--line); }
.pairs > div:last-child { padding-bottom: 0; }
.pairs dt { color: var(--quiet); font-size: 0.85rem; }
.pairs dd { overflow-wrap: anywhere; }
.rights { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 0.9rem; margin-top: 1.25rem; align-items: start; }
.rights details { background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; }
.rights summary { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 3.1rem; padding: 0.5rem 1.1rem; list-style: none; font-weight: 600; }
.rights summary::-webkit-details-marker { display: none; }
.rights summary::after { content: ""; flex: none; width: 0.5rem; height: 0.5rem; border: solid var(--quiet); border-width: 0 2px 2px 0; transform: translateY(-25%) rotate(45deg); }
.rights details[open] summary::after { transform: translateY(25%) rotate(-135deg); }
.rights .count { margin-left: auto; color: var(--quiet); font-weight: 400; font-size: 0.875rem; min-width: 4em; text-align: right; }
.rights .none summary { color: var(--quiet); }
.rights ul { list-style: none; padding: 0 1.1rem 0.9rem; }
.rights li { padding: 0.55rem 0; border-top: 1px solid var(--line); font-size: 0.925rem; line-height: 1.45; }
.rights code { display: block; color: var(--quiet); font-size: 0.78rem; }
@media (max-width: 72rem) { .bar .streaks { opacity: 0.2; } }
@media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) 21rem; } }
@media (max-width: 30rem) {
  .minutes > li { grid-template-columns: 2.2rem minmax(0, 1fr); }
  .minutes .quiet { grid-column: 2; justify-self: start; margin: 0.4rem 0 0; }
}
`;
