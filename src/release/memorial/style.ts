/** How the memorial looks: paper and ink, by day and by night; logical properties, since it is read in both directions. */
export const STYLE = `@font-face {
  font-family: Vazirmatn;
  src: url("Vazirmatn-Regular.woff2") format("woff2");
  font-weight: 100 900;
  font-display: swap;
  unicode-range: U+0600-06FF, U+0750-077F, U+200C-200F, U+FB50-FDFF, U+FE70-FEFC;
}
:root {
  color-scheme: light dark;
  --paper: light-dark(#f8f6f1, #15191c);
  --ink: light-dark(#23292e, #e4e1da);
  --soft: light-dark(#576069, #a9b1b7);
  --line: light-dark(#d8d3c7, #3a4248);
  --link: light-dark(#2c554e, #9cc7bc);
  --documented: light-dark(#24566f, #8fc3de);
  --estimated: light-dark(#84500f, #e0b070);
  --reported: light-dark(#5d4a72, #c3aedb);
}
* { box-sizing: border-box; }
html { font-size: 106.25%; }
body {
  margin: 0 auto;
  padding: 0 1.1rem 2rem;
  max-inline-size: 50rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.7 Vazirmatn, "Iowan Old Style", Charter, "Source Serif 4", Georgia, serif;
  overflow-wrap: anywhere;
}
:lang(fa) { line-height: 1.95; }
h1, h2, h3 { font-weight: 600; line-height: 1.4; margin: 2rem 0 0.6rem; text-wrap: balance; }
h1 { font-size: 1.9rem; margin-block-start: 1.4rem; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.05rem; }
:lang(fa) :is(h1, h2, h3) { line-height: 1.8; }
p { margin: 0 0 0.9rem; }
a { color: var(--link); text-underline-offset: 0.25em; text-decoration-thickness: 1px; }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible, .wide:focus-visible {
  outline: 3px solid var(--link);
  outline-offset: 2px;
}
small, .soft { color: var(--soft); font-size: 0.9rem; }
code { font: 0.82rem/1.6 ui-monospace, Menlo, Consolas, monospace; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { inset-inline-start: 0.5rem; inset-block-start: 0.5rem; padding: 0.4rem 0.8rem; background: var(--paper); }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding-block: 1rem 0.4rem; border-block-end: 1px solid var(--line); }
header p { margin: 0; }
.title a { color: inherit; text-decoration: none; font-weight: 600; }
.title a, .other a { display: inline-block; padding-block: 0.2rem; min-block-size: 1.6rem; }
header nav { flex-basis: 100%; }
nav ul, .groups, .names, .counts, .ways, .life { list-style: none; margin: 0; padding: 0; }
header nav ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; }
header nav a { display: inline-block; min-inline-size: 1.8rem; padding-block: 0.35rem; text-decoration: none; }
header nav a:hover { text-decoration: underline; }
header nav [aria-current] { color: var(--ink); border-block-end: 2px solid var(--ink); }
.fictional { margin: 1rem 0 0; padding: 0.4rem 0.8rem; border: 1px dashed var(--soft); }
.lead { font-size: 1.06rem; }
form { margin-block: 0 0.6rem; }
label { display: block; color: var(--soft); }
.field { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.2rem 0 0; }
input, button { font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: 3px; padding: 0.35rem 0.8rem; min-block-size: 2.6rem; }
input { flex: 1 1 14rem; min-inline-size: 0; }
button { cursor: pointer; border-color: var(--link); color: var(--link); }
.counts li { padding-block: 0.25rem; }
.counts strong { font-size: 1.2rem; }
.ways { display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; margin-block: 1rem; }
.ways a, .aside a, .names a, .pager a { display: inline-block; padding-block: 0.25rem; min-block-size: 1.7rem; }
.groups { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.groups a { display: inline-block; min-inline-size: 2.6rem; padding: 0.3rem 0.7rem; border: 1px solid var(--line); border-radius: 3px; text-align: center; text-decoration: none; }
.groups a:hover { border-color: var(--link); }
.names { margin-block: 0.6rem 1.2rem; }
.names li { padding-block: 0.25rem; border-block-end: 1px solid var(--line); }
.pager { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; margin-block: 0.8rem; }
.calendars > span { display: inline-block; margin-inline-end: 0.9rem; }
.facts { margin: 0; }
.facts > div { display: grid; grid-template-columns: minmax(8rem, 1fr) 3fr; gap: 0 1.2rem; padding-block: 0.5rem; border-block-end: 1px solid var(--line); }
.facts dt { color: var(--soft); grid-row: 1 / span 9; }
.facts dd { margin: 0; grid-column: 2; }
.differ { color: var(--soft); font-size: 0.9rem; border-inline-start: 3px solid var(--line); padding-inline-start: 0.6rem; }
.person { padding-block-end: 0.5rem; }
.statement { margin-block: 0 1.2rem; padding-inline-start: 0.9rem; border-inline-start: 3px solid var(--line); }
.statement p { margin-block-end: 0.3rem; }
blockquote { margin: 0.3rem 0 0.5rem; font-size: 1.03rem; }
blockquote::before { content: "“"; }
blockquote::after { content: "”"; }
:lang(fa) > * blockquote::before { content: "«"; }
:lang(fa) > * blockquote::after { content: "»"; }
.aside { margin-block-start: 2rem; }
.wide { overflow-x: auto; margin-block-end: 1rem; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { text-align: start; vertical-align: top; padding-block: 0.5rem; padding-inline: 0 0.9rem; border-block-end: 1px solid var(--line); font-weight: 400; min-inline-size: 6rem; }
thead th { color: var(--soft); font-size: 0.9rem; }
tbody th { min-inline-size: 10rem; }
td .calendars > span { display: block; }
.life li { padding-block: 0.7rem; border-block-end: 1px solid var(--line); }
.life p { margin: 0; }
.standing { margin-block-start: 2.2rem; padding-inline-start: 1rem; border-inline-start: 4px solid currentColor; }
.standing + p { margin-block-start: 1.5rem; }
.standing > * { color: var(--ink); }
.standing > h2 { margin-block-start: 0; color: inherit; }
.documented { color: var(--documented); }
.estimated { color: var(--estimated); border-inline-start-style: dashed; }
.reported { color: var(--reported); border-inline-start-style: dotted; }
.figure { padding-block: 0.4rem 0.8rem; border-block-start: 1px solid var(--line); }
.figure h3 { margin-block-start: 0.5rem; }
.figure p { margin-block-end: 0.3rem; }
.value { font-size: 1.3rem; }
summary { cursor: pointer; padding-block: 0.3rem; color: var(--link); }
details .statement { margin-block-start: 0.6rem; }
.contact { padding: 0.8rem 1rem; border: 1px solid var(--line); border-radius: 3px; }
.plain { padding-inline-start: 1.2rem; }
.plain li { padding-block: 0.2rem; }
footer { margin-block-start: 3rem; padding-block-start: 0.8rem; border-block-start: 1px solid var(--line); color: var(--soft); font-size: 0.88rem; }
.landing { display: grid; gap: 2.5rem; align-content: center; min-block-size: 90vh; text-align: center; }
.landing a { display: inline-block; text-decoration: none; padding: 0.6rem 1rem; color: inherit; }
.landing .second { font-size: 1.9rem; line-height: 1.5; }
.landing small { text-decoration: underline; color: var(--link); }
@media (max-width: 34rem) {
  .facts > div { display: block; }
  h1 { font-size: 1.6rem; }
  th, td { min-inline-size: 4.8rem; padding-inline-end: 0.6rem; }
  tbody th { min-inline-size: 5.5rem; }
}
@media (prefers-reduced-motion: reduce) {
  * { transition: none; animation: none; scroll-behavior: auto; }
}
@media print {
  header nav, .other, form, .pager, .skip { display: none; }
  body { max-inline-size: none; }
}
`;
