import { Markup } from './markup';

/** A touchstone: dark stone, and the streak that gold left on it. */
const drawing = (style: string): string =>
  `${style}<path class="stone" d="M11.6 3.2 21 2l7.4 6.4L30 18.6l-5.2 8.6L14 30 5 25.6 2 15.4z"/><path class="facet" d="M11.6 3.2 21 2l7.4 6.4-11 2.4zM2 15.4l9.6-12.2 5.8 7.6L14 18.4z"/><path class="streak" d="M7 22.8 25 11"/><path class="streak thin" d="M12.4 25 23.4 17.8"/>`;

/** Inside a page; its colours stand in the style sheet. */
export const logo = new Markup(
  `<svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">${drawing('')}</svg>`,
);

/** As a file of its own, for the tab of the browser. */
export const logoFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawing(
  '<style>.stone{fill:#2b2825;stroke:#8b8378;stroke-width:.8}.facet{fill:#3d3934}.streak{fill:none;stroke:#e3b95b;stroke-width:3.4;stroke-linecap:round}.thin{stroke-width:1.4;opacity:.75}</style>',
)}</svg>
`;

/** The surface of the stone, and what gold leaves on it: noise drawn out along the stroke. Decoration only. */
export const streaks = new Markup(`<svg class="grain" width="100%" height="100%" aria-hidden="true" focusable="false">
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.75" numOctaves="2" seed="3"/><feColorMatrix values="0 0 0 0 1  0 0 0 0 .96  0 0 0 0 .9  0 0 0 .12 -.03"/></filter>
<rect width="100%" height="100%" filter="url(#grain)"/>
</svg>
<svg class="streaks" viewBox="0 0 800 1000" preserveAspectRatio="xMaxYMid slice" aria-hidden="true" focusable="false">
<defs>
<linearGradient id="gold" x1="0" x2="1" y1="0" y2="0"><stop offset="0" stop-color="#a97a24" stop-opacity="0"/><stop offset=".18" stop-color="#c08f35"/><stop offset=".55" stop-color="#f0d28a"/><stop offset=".85" stop-color="#c9973a"/><stop offset="1" stop-color="#a97a24" stop-opacity="0"/></linearGradient>
<filter id="rub" x="-2%" y="-40%" width="104%" height="180%"><feTurbulence type="fractalNoise" baseFrequency="0.006 0.42" numOctaves="3" seed="7"/><feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  3.4 0 0 0 -1.25"/><feComposite in="SourceGraphic" operator="in"/></filter>
</defs>
<g transform="rotate(-32 400 500)">
<rect x="70" y="610" width="860" height="60" rx="30" fill="url(#gold)" filter="url(#rub)"/>
<rect x="330" y="706" width="520" height="20" rx="10" fill="url(#gold)" filter="url(#rub)" opacity=".7"/>
<rect x="250" y="756" width="420" height="9" rx="4" fill="url(#gold)" filter="url(#rub)" opacity=".5"/>
</g>
</svg>`);
