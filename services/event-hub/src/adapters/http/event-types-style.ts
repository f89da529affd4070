/** The style of the catalogue's page: system fonts, both languages side by side, and plain black on white in print. */
export const pageStyle = `
:root { color-scheme: light dark; font: 16px/1.6 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
body { max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3 { line-height: 1.3; }
[lang=en] { opacity: .75; font-weight: normal; }
h1 [lang=en], h2 [lang=en] { font-size: .7em; }
code, pre { font: .9em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
.both { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
.both p { margin: .3rem 0; }
nav h2 { font-size: 1rem; margin: 1rem 0 0; }
nav ul { margin: 0; }
article { border-top: 1px solid; margin-top: 2.5rem; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .5rem 2rem; }
dt { font-size: .85rem; }
dd { margin: 0; font-weight: 600; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; font-weight: 600; }
th, td { border: 1px solid color-mix(in srgb, currentColor 30%, transparent); padding: .3rem .6rem; text-align: left; vertical-align: top; }
thead th { font-weight: 600; }
tbody th { font-weight: normal; }
pre { overflow-x: auto; padding: .8rem; border: 1px solid color-mix(in srgb, currentColor 30%, transparent); }
.conditional, .internal { text-decoration: underline; }
.none { text-decoration: underline double; }
@media (max-width: 45rem) { .both { grid-template-columns: 1fr; } table { display: block; overflow-x: auto; } }
@media print { body { max-width: none; padding: 0; } article, table, tr { break-inside: avoid; } pre { white-space: pre-wrap; } a { color: inherit; } }
`;
