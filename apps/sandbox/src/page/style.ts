/** The page's whole style: slate surfaces, one teal accent, colour only in states; light and dark. */
export const style = `
:root { color-scheme: light dark; --ground: #f6f7f9; --surface: #fff; --sunken: #eef0f3; --line: #d9dee5; --ink: #1b2430; --quiet: #5b6776;
  --accent: #0f6f79; --on-accent: #fff; --blue: #1d5fb4; --violet: #6d4bb5; --green: #1f7a46; --red: #b3322c; --amber: #8f5b06; }
@media (prefers-color-scheme: dark) { :root { --ground: #12171d; --surface: #1a2129; --sunken: #222b35; --line: #33404d; --ink: #e6ebf0; --quiet: #9aa7b5;
  --accent: #4fb3bd; --on-accent: #0c1a1c; --blue: #7fb2ec; --violet: #b39ce8; --green: #74c796; --red: #ef8f88; --amber: #e0b060; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.45 "Golos Text", "Segoe UI", system-ui, sans-serif; }
header.top { border-bottom: 1px solid var(--line); background: var(--surface); }
header.top > div, main { max-width: 1120px; margin: 0 auto; padding: 0 16px; }
header.top h1 { font-size: 16px; font-weight: 600; margin: 0; padding: 14px 0 2px; }
header.top p { margin: 0 0 6px; color: var(--quiet); font-size: 13px; }
nav.tabs { display: flex; gap: 4px; overflow-x: auto; }
nav.tabs a { padding: 9px 12px; color: var(--quiet); text-decoration: none; border-bottom: 2px solid transparent; white-space: nowrap; }
nav.tabs a[aria-current] { color: var(--ink); border-color: var(--accent); font-weight: 600; }
main { padding-top: 20px; padding-bottom: 48px; }
h2 { font-size: 20px; font-weight: 600; margin: 0 0 4px; } h3 { font-size: 14px; font-weight: 600; margin: 24px 0 8px; }
p.about { color: var(--quiet); margin: 0 0 16px; max-width: 720px; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 12px 16px; margin: 0 0 12px; }
.row { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; } .row > .grow { flex: 1 1 260px; min-width: 0; }

.card > .row.buyer + .row.buyer { border-top: 1px solid var(--line); margin-top: 10px; padding-top: 10px; }
.sum, table { font-variant-numeric: tabular-nums; } .quiet { color: var(--quiet); font-size: 13px; }
.state { font-size: 13px; font-weight: 500; white-space: nowrap; } .state.going { color: var(--blue); } .state.waits { color: var(--violet); }
.state.done { color: var(--green); } .state.failed { color: var(--red); } .state.person { color: var(--amber); } .state.draft { color: var(--quiet); }
table { width: 100%; border-collapse: collapse; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; }
th, td { text-align: left; padding: 8px 12px; border-top: 1px solid var(--line); line-height: 1.25; vertical-align: top; }
thead th { border-top: 0; color: var(--quiet); font-weight: 500; font-size: 12px; } td.sum, th.sum { text-align: right; white-space: nowrap; }
button, select, input, textarea { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 5px 10px; min-height: 32px; }
textarea { width: 100%; min-height: 64px; } button { cursor: pointer; font-weight: 500; } button:hover { background: var(--sunken); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
label { display: block; font-size: 13px; color: var(--quiet); } label > input, label > select, label > textarea { display: block; margin-top: 2px; color: var(--ink); width: 100%; }
form.inline { display: inline; } form.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 12px; align-items: end; }
details > summary { cursor: pointer; } details[open] > summary { margin-bottom: 8px; } details.act > summary { list-style: none; border: 1px solid var(--line); border-radius: 6px; padding: 5px 10px; font-weight: 500; }
details.act[open] { flex-basis: 100%; order: 1; } details.act > summary::-webkit-details-marker { display: none; }
a { color: var(--accent); } code { font: 12px/1.4 "JetBrains Mono", ui-monospace, monospace; overflow-wrap: anywhere; }
.empty { border: 1px dashed var(--line); border-radius: 6px; padding: 24px; color: var(--quiet); text-align: center; }
.scroll { overflow-x: auto; }
@media (max-width: 640px) { nav.tabs .subject { display: none; } nav.tabs a { padding: 9px 8px; } }
@media (pointer: coarse) { button, select, input, details.act > summary { min-height: 44px; } }
`;
