import { INK, QUIET, RULE, TERM_PAPER } from './colours.ts'
import type { Side } from '../model.ts'
import { HAN_FAMILY, SANS_FAMILY, SERIF_FAMILY } from './fonts.ts'

/** Chinese faces of the common systems, behind the one that the page carries. */
const SYSTEM_HAN = "'Noto Serif CJK SC','Source Han Serif SC','Songti SC',SimSun"

/**
 * The look of a report on screen and on paper: light in any case, since it is printed. Rows do not split over pages
 * where they fit on one, and the sides' names stand again on each page.
 */
export const htmlStyle = (paper: 'portrait' | 'landscape', sides: Record<Side, string>): string => `
@page{size:A4 ${paper};margin:17mm 16mm 18mm}
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:40px 32px 64px;max-width:${paper === 'landscape' ? '68rem' : '54rem'};background:#fff;color:${INK};font:16px/1.55 '${SERIF_FAMILY}',Georgia,'${HAN_FAMILY}',${SYSTEM_HAN},serif;overflow-wrap:anywhere;-webkit-print-color-adjust:exact;print-color-adjust:exact}
[lang=zh]{font-family:'${HAN_FAMILY}',${SYSTEM_HAN},'${SERIF_FAMILY}',serif;line-height:1.75}
h1{font-size:1.95rem;line-height:1.2;font-weight:600;margin:0;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.25;font-weight:600;margin:2.2em 0 .6em;break-after:avoid}
h3{font-size:1rem;font-weight:600;margin:1.3em 0 .25em;break-after:avoid}
p{margin:0 0 .5em;orphans:3;widows:3}
ul,ol{margin:0;padding-left:1.3em}
.date{margin:.25em 0 0;color:${QUIET}}
.quiet,.kind,.rule,.why,.who,.legend,.tags,.mark,thead th{font-family:'${SANS_FAMILY}','${HAN_FAMILY}',system-ui,sans-serif}
.quiet,.rule,.why{color:${QUIET};font-size:.74rem;font-weight:400;line-height:1.5}
.sources{margin:1.4em 0 0;padding:.9em 0 .8em;border-top:1px solid ${RULE};border-bottom:1px solid ${RULE};display:grid;grid-template-columns:max-content 1fr;gap:.45em 1.3em;font-size:.92rem}
.sources dt{font-weight:600}
.sources dd{margin:0}
.sources dd .quiet{display:block}
.us:is(dt,th),.us .who{color:${sides.us}}
.cn:is(dt,th),.cn .who{color:${sides.cn}}
.opening{margin-top:.5em}
.verdict h2{font-size:1.1rem;margin:1.3em 0 .4em}
.verdict ol{padding-left:1.4em}
.verdict li{margin-bottom:.7em;break-inside:avoid}
.verdict .say{font-weight:600}
.verdict .around{color:${QUIET}}
.matters{table-layout:auto;font-size:.9rem}
.matters td,.matters thead th{padding:.22em .9em .22em 0;text-align:left;vertical-align:top}
.matters tr{break-inside:avoid}
.matters tbody tr+tr td{border-top:1px solid ${RULE}}
figure{margin:0;break-inside:avoid}
figure svg{width:100%;height:auto;display:block}
.overview h2{break-after:avoid}
.findings ol{list-style:none;padding:0}
.findings li{break-inside:avoid;border-top:1px solid ${RULE};padding:.75em 0 .35em}
.kind{font-size:.74rem;font-weight:600;color:${QUIET};margin:0 0 .2em}
.say{margin:0 0 .35em}
.signals{font-style:italic;color:${QUIET};font-size:.92rem}
.quote{font-size:.92rem;margin:0 0 .3em;padding-left:.8em;border-left:3px solid currentColor}
.quote.us{border-color:${sides.us}}
.quote.cn{border-color:${sides.cn}}
.who{font-size:.74rem;font-weight:600;margin-right:.35em}
.rule{margin:.35em 0 .4em}
.legend{font-size:.78rem;color:${QUIET}}
.legend span{margin-right:1.2em}
table{width:100%;border-collapse:collapse;table-layout:fixed}
thead{display:table-header-group}
thead th{text-align:left;font-size:.82rem;font-weight:600;padding:.4em .7em .4em 0;border-bottom:2px solid ${INK}}
thead th+th,.texts td+td{padding-left:1.1em}
.rows .matter,.rows .matter th{break-after:avoid}
.rows tr{break-inside:avoid}
.matter th{text-align:left;font-weight:600;padding:1.1em 0 .3em;border-top:1px solid ${RULE};break-after:avoid}
thead+tbody .matter th{border-top:0}
.texts td{vertical-align:top;padding:.1em .7em .3em 0;font-size:.95rem}
.texts td+td{border-left:1px solid ${RULE};padding-right:0}
.said td{padding:.2em 0 1em}
.said ul{font-size:.88rem;padding-left:1.15em;margin-bottom:.3em}
.term{background:${TERM_PAPER};border-bottom:1px solid ${INK}}
.diff{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
.only{text-decoration:underline dotted 1px;text-underline-offset:3px}
.left{border-left:2px solid ${INK};border-right:2px solid ${INK};padding:0 .15em}
.gap{color:${QUIET}}
.note{font-size:.9rem;border:1px solid ${RULE};background:#faf8f2;padding:.4em .7em;margin:.35em 0;break-inside:avoid}
.note b{font-family:'${SANS_FAMILY}',system-ui,sans-serif;font-size:.74rem;margin-right:.4em}
.tags{font-size:.74rem;margin:.3em 0}
.tags span{border:1px solid;border-left-width:6px;padding:.05em .45em;margin-right:.2em}
.mark{font-size:.68rem;font-weight:600;border:1px solid ${QUIET};color:${INK};border-radius:2px;padding:0 .4em;margin-left:.35em;white-space:nowrap}
.alone ul{list-style:none;padding:0}
.alone li{border-top:1px solid ${RULE};padding:.6em 0 .25em;break-inside:avoid}
.alone li p{margin-bottom:.3em}
footer{margin-top:3em;padding-top:.8em;border-top:1px solid ${RULE};font-size:.82rem;color:${QUIET}}
@media print{body{padding:0;max-width:none;font-size:10.5pt}html{font-size:10.5pt}}
`
