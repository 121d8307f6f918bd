import type { Run } from '../cite/cite.ts'
import { SIDES, type Side } from '../model.ts'
import type { Annotation } from './annotations.ts'
import { furtherLine } from './brief-matters.ts'
import type { BriefQuote } from './brief.ts'
import type { ReportDocument } from './document.ts'
import { has } from './document.ts'
import { escaped } from './escape.ts'
import type { FindingEntry } from './finding-entries.ts'
import { fontFaces, type LoadFont } from './fonts.ts'
import { htmlStyle } from './html-style.ts'
import { overviewSvg } from './overview-svg.ts'
import type { AloneEntry, MarkedSentence, RowEntry } from './row-entries.ts'

/**
 * The report as one HTML file that needs nothing beside itself: it is read in a browser, prints well, and is what the
 * PDF is printed from. It has no script, and its policy lets none in; every text goes through `escaped`.
 */

const runsHtml = (runs: readonly Run[]): string =>
  runs.map(({ text, italic }) => (italic ? `<i>${escaped(text)}</i>` : escaped(text))).join('')

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"

const tagged = ({ tags }: Annotation): string =>
  tags.length === 0
    ? ''
    : `<p class="tags">${tags
        .map(
          ({ name, colour, shape }) =>
            `<span style="border-color:${escaped(colour)}" title="${escaped(shape)}">${escaped(name)}</span>`
        )
        .join(' ')}</p>`

const annotation = (annotated: Annotation, on = ''): string =>
  (annotated.note === null
    ? ''
    : `<p class="note"><b>Note${escaped(on)}</b> ${escaped(annotated.note).replace(/\n/gu, '<br>')}</p>`) +
  tagged(annotated)

const marks = (list: readonly string[]): string =>
  list.map((mark) => ` <span class="mark">${escaped(mark)}</span>`).join('')

const CLASSES = { term: 'term', difference: 'diff', only: 'only', same: '' } as const

const sentence = ({ gap, pieces, byHand, text }: MarkedSentence): string => {
  const cut = pieces
    .map((piece) => {
      const name = [piece.mark === null ? '' : CLASSES[piece.mark], piece.isLeft ? 'left' : '']
        .filter((one) => one !== '')
        .join(' ')
      return name === '' ? escaped(piece.text) : `<span class="${name}">${escaped(piece.text)}</span>`
    })
    .join('')
  const words = pieces.length === 0 ? escaped(text) : cut
  return `<p>${gap ? '<span class="gap">[…]</span> ' : ''}${words}${byHand ? marks(['changed by hand']) : ''}</p>`
}

const cell = (report: ReportDocument, side: Side, sentences: readonly MarkedSentence[]): string =>
  `<td class="${side}" lang="${report.languages[side]}">${sentences.map(sentence).join('')}</td>`

const items = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`

const rowBody = (report: ReportDocument, row: RowEntry): string => {
  const confidence = row.confidence === null ? '' : ` · confidence ${row.confidence.toFixed(2)}`
  const onSentences = [...row.us, ...row.cn].map((entry) => annotation(entry, ` on ${entry.id}`)).join('')
  const said = `${items([...row.differences, ...row.partly])}${annotation(row)}${onSentences}${
    row.reasons.length === 0
      ? ''
      : `<p class="why">Side by side because: ${escaped(row.reasons.join('; '))}.</p>`
  }`
  return `<tbody id="${escaped(row.id)}">
<tr class="matter"><th colspan="2" scope="rowgroup">${escaped(row.name)} <span class="quiet">${row.relation}${confidence}</span>${marks(row.marks)}</th></tr>
<tr class="texts">${cell(report, 'us', row.us)}${cell(report, 'cn', row.cn)}</tr>
<tr class="said"><td colspan="2">${said}</td></tr>
</tbody>`
}

const rowsSection = (report: ReportDocument): string =>
  `<section><h2>Side by side</h2>
<p class="legend"><span class="term">contested term</span> <span class="diff">differs</span> <span class="only">words of one side alone</span> <span class="left">left out by the other</span></p>
<table class="rows"><thead><tr>${SIDES.map((side) => `<th scope="col" class="${side}">${escaped(report.parties[side])}</th>`).join('')}</tr></thead>
${report.rows.map((row) => rowBody(report, row)).join('\n')}
</table></section>`

const terms = (words: string | null): string =>
  words === null ? '' : `<p class="quiet">${escaped(words)}</p>`

const finding = (report: ReportDocument, entry: FindingEntry): string => {
  const quotes = SIDES.filter((side) => entry.words[side].length > 0).map(
    (side) =>
      `<p class="quote ${side}"><span class="who">${escaped(report.parties[side])}</span> <span lang="${report.languages[side]}">${entry.words[side].map((words) => `“${escaped(words)}”`).join(' ')}</span></p>`
  )
  return `<li><p class="kind">${escaped(entry.kind)} · ${escaped(entry.topic)}${marks(entry.marks)}</p><p class="say">${escaped(entry.say)}</p>${
    entry.signals === null ? '' : `<p class="signals">${escaped(entry.signals)}</p>`
  }${quotes.join('')}${terms(entry.terms)}${annotation(entry)}<p class="rule">${escaped(entry.id)} · rule ${escaped(entry.rule)} · weight ${entry.weight.toFixed(2)}</p></li>`
}

const aloneItem = (report: ReportDocument, side: Side, entry: AloneEntry): string =>
  `<li><p class="kind">${escaped(entry.name)}</p><div lang="${report.languages[side]}">${sentence(entry)}</div>${annotation(entry)}</li>`

const aloneSection = (report: ReportDocument, side: Side): string =>
  `<section class="alone ${side}"><h2>Only here: ${escaped(report.parties[side])}</h2>${
    report.alone[side].length === 0
      ? '<p>Nothing.</p>'
      : `<ul>${report.alone[side].map((entry) => aloneItem(report, side, entry)).join('\n')}</ul>`
  }</section>`

const quoteHtml = (report: ReportDocument, { side, who, place, pieces }: BriefQuote): string =>
  `<p class="quote ${side}"><span class="who">${escaped(who)}</span> <span lang="${report.languages[side]}">“${pieces
    .map(({ text, isQuoted }) => (isQuoted ? escaped(text) : `<span class="around">${escaped(text)}</span>`))
    .join('')}”</span> <span class="quiet">${escaped(place)}</span></p>`

const matterTable = ({ brief, parties }: ReportDocument): string =>
  brief.matters.length === 0
    ? ''
    : `<h2>Matters</h2><table class="matters"><thead><tr><th scope="col">Matter</th><th scope="col">In</th>${SIDES.map((side) => `<th scope="col" class="${side}">${escaped(parties[side])}, paragraph</th>`).join('')}</tr></thead><tbody>${brief.matters
        .map(
          ({ name, standing, us, cn }) =>
            `<tr><td>${escaped(name)}</td><td>${escaped(standing)}</td><td>${us || '–'}</td><td>${cn || '–'}</td></tr>`
        )
        .join('')}</tbody></table>${
        brief.furtherMatters === 0 ? '' : `<p class="quiet">${furtherLine(brief.furtherMatters)}</p>`
      }`

const briefSection = (report: ReportDocument): string => {
  const { meeting, common, differences, figures, talks } = report.brief
  return `<section class="verdict"><h2>The meeting</h2>${meeting.map((quote) => quoteHtml(report, quote)).join('')}<p class="opening">${escaped(common)}</p>${
    differences.length === 0
      ? ''
      : `<h2>What differs most</h2><ol>${differences
          .map(
            (entry) =>
              `<li><p class="say">${escaped(entry.say)}</p>${entry.quotes.map((quote) => quoteHtml(report, quote)).join('')}${terms(entry.terms)}${annotation(entry)}</li>`
          )
          .join('')}</ol>`
  }${matterTable(report)}${
    figures.length === 0
      ? ''
      : `<h2>Figures and dates</h2>${figures
          .map(
            ({ who, items: list }) =>
              `<p><b>${escaped(who)}</b> ${list
                .map(
                  ({ words, place, side }) =>
                    `<span lang="${report.languages[side]}">“${escaped(words)}”</span> <span class="quiet">${escaped(place)}</span>`
                )
                .join('; ')}</p>`
          )
          .join('')}`
  }${talks.length === 0 ? '' : `<h2>How each describes the talks</h2>${talks.map((say) => `<p>${escaped(say)}</p>`).join('')}`}</section>`
}

const codebookSection = ({ codebook }: ReportDocument): string =>
  codebook.length === 0
    ? ''
    : `<section><h2>Codebook</h2><dl>${codebook.map((code) => `<dt>${tagged({ note: null, tags: [code] })}</dt><dd>${escaped(code.description)}</dd>`).join('')}</dl></section>`

const head = (report: ReportDocument): string =>
  `<header><h1>${escaped(report.title)}</h1>${report.subtitle === null ? '' : `<p class="date">${escaped(report.subtitle)}</p>`}
<dl class="sources">${SIDES.map((side) => {
    const { party, citation, facts } = report.sources[side]
    return `<dt class="${side}">${escaped(party)}</dt><dd>${runsHtml(citation)} <span class="quiet">${escaped(facts)}</span></dd>`
  }).join(
    ''
  )}</dl>${report.caution === null ? '' : `<p><strong>${escaped(report.caution)}</strong></p>`}${annotation(report.whole)}</header>`

/** @param load gives the files of the typefaces, which the page carries in itself */
export const reportHtml = async (report: ReportDocument, load: LoadFont): Promise<string> => {
  const body = [
    head(report),
    has(report, 'verdict') ? briefSection(report) : '',
    has(report, 'overview')
      ? `<section class="overview"><h2>Topics and order</h2><figure>${overviewSvg(report.picture, `${report.title}: topics and order`)}</figure></section>`
      : '',
    has(report, 'findings') && report.findings.length > 0
      ? `<section class="findings"><h2>Findings</h2><ol>${report.findings.map((entry) => finding(report, entry)).join('\n')}</ol></section>`
      : '',
    has(report, 'rows') && report.rows.length > 0 ? rowsSection(report) : '',
    has(report, 'alone') ? SIDES.map((side) => aloneSection(report, side)).join('\n') : '',
    codebookSection(report),
    `<footer><p>${escaped(report.figures)}</p><p>${escaped(report.provenance)}</p></footer>`
  ].join('\n')
  const faces = await fontFaces(body, load, 'page')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="Parallax">
<title>${escaped(report.title)}</title>
<style>
${faces}
${htmlStyle(report.options.paper, report.picture.colours.sides)}
</style>
</head>
<body>
${body}
</body>
</html>
`
}
