import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { align } from '../../engine/align/align.ts'
import { linksOf } from '../../engine/align/links.ts'
import { prepare } from '../../engine/align/prepare.ts'
import { profilesOf } from '../../engine/align/profile.ts'
import { alignmentModel } from '../../engine/align/score.ts'
import { indexEntities } from '../../engine/entities/entity-index.ts'
import { attribute } from '../../engine/attribution/readout.ts'
import { compare } from '../../engine/compare.ts'
import type { ReadoutDraft } from '../../engine/draft.ts'
import { standardLexicon } from '../../engine/lexicon/lexicon.ts'
import { readDocument } from '../../engine/text/document.ts'
import { tokenise } from '../../engine/text/tokens.ts'
import type { Comparison, ReadoutText, Side } from '../../engine/model.ts'
import { topicsOf } from '../../engine/topics/topics.ts'
import { ROOT } from '../../electron/runtime/paths.ts'
import { segment } from '../../engine/text/segment.ts'
import { longText } from './long-pair.ts'
import { peers } from './peers.ts'

/**
 * How long each step of a comparison takes, `npm run bench:speed`: for a typical pair and for 50, 500 and 5,000
 * sentences a side, as ratios to plain tokenisation of the same texts and beside simpler methods, with the exponent by
 * which the time grows. Times are medians of one run on one machine; the ratios are what may be compared.
 */
const PAGE = join(ROOT, 'out/bench/speed.md')
const SIZES = [50, 500, 5000]
/** Beyond this many pairs of sentences a peer, which compares all with all, is not waited for. */
const MOST_PEER_PAIRS = 250_000
const SLOW_PEER = 'jsdiff word overlap'
const LARGE_SIZE = 1000

const fixture = (folder: string, file: string): ReadoutText => ({
  name: file,
  text: readFileSync(join(ROOT, 'test/fixtures/readouts', folder, `${file}.txt`), 'utf8')
})

/** Readouts of our own, one after another, until a side has so many sentences. */
const sized = (sentences: number): Record<Side, ReadoutText> => {
  const side = (file: Side): ReadoutText => ({ name: file, text: longText(file, sentences) })
  return { us: side('us'), cn: side('cn') }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const timed = (run: () => unknown, rounds: number): number =>
  median(
    Array.from({ length: rounds }, () => {
      const start = performance.now()
      run()
      return performance.now() - start
    })
  )

const draftOf = (comparison: Comparison, side: Side, text: string): ReadoutDraft => ({
  ...comparison.readouts[side],
  text,
  tokens: comparison.readouts[side].sentences.map((sentence) => tokenise(sentence.text, sentence.start))
})

interface Measured {
  sentences: string
  steps: Map<string, number>
  peers: Map<string, number | null>
}

const measure = ({ us, cn }: Record<Side, ReadoutText>): Measured => {
  const compared = compare(us, cn)
  if (!compared.ok) throw new Error(compared.problem.message)
  const { readouts } = compared.comparison
  const counts = { us: readouts.us.sentences.length, cn: readouts.cn.sentences.length }
  const rounds = Math.max(counts.us, counts.cn) > LARGE_SIZE ? 3 : 15
  const texts = [us.text, cn.text]
  const drafts = {
    us: draftOf(compared.comparison, 'us', us.text),
    cn: draftOf(compared.comparison, 'cn', cn.text)
  }
  const both = (run: (side: Side) => unknown) => (): unknown => [run('us'), run('cn')]
  const inputs = { us, cn }
  const documents = { us: readDocument(us.text), cn: readDocument(cn.text) }
  const entities = indexEntities([documents.us, documents.cn])
  const parties = { us: 'us', cn: 'cn' }
  const prepared = prepare(drafts.us, drafts.cn, alignmentModel, standardLexicon)
  const names = { us: 'the United States', cn: 'China' }
  const steps: [name: string, run: () => unknown][] = [
    ['plain tokenisation', () => texts.map((text) => tokenise(text))],
    ['sentences', both((side) => segment(inputs[side].text, readouts[side].language))],
    ['reading (sentences, tokens)', () => texts.map(readDocument)],
    ['who may speak', () => indexEntities([documents.us, documents.cn])],
    [
      'attribution',
      both((side) =>
        attribute(readDocument(inputs[side].text), {
          side,
          parties,
          entities,
          verbs: standardLexicon.verbs
        })
      )
    ],
    ['topics', both((side) => topicsOf(readouts[side].sentences, drafts[side].tokens, standardLexicon))],
    ['profiles (concepts, meanings)', both((side) => profilesOf(drafts[side], standardLexicon))],
    ['profiles and pairs', () => prepare(drafts.us, drafts.cn, alignmentModel, standardLexicon)],
    ['links', () => linksOf(prepared, alignmentModel)],
    ['alignment with groups and evidence', () => align(drafts.us, drafts.cn, names, standardLexicon)],
    ['whole comparison', () => compare(us, cn)]
  ]
  const pairs = counts.us * counts.cn
  const peerTime = (peer: (typeof peers)[number]): number | null => {
    if (pairs > MOST_PEER_PAIRS * 1.5 || (peer.name === SLOW_PEER && pairs > MOST_PEER_PAIRS / 10))
      return null
    return timed(() => {
      const similarity = peer.similarity(readouts.us.sentences, readouts.cn.sentences)
      let sum = 0
      for (let one = 0; one < counts.us; one++)
        for (let other = 0; other < counts.cn; other++) sum += similarity(one, other)
      return sum
    }, 3)
  }
  return {
    sentences: `${counts.us} × ${counts.cn}`,
    steps: new Map(steps.map(([name, run]) => [name, timed(run, rounds)])),
    peers: new Map(peers.map((peer) => [peer.name, peerTime(peer)]))
  }
}

const WHOLE = 'whole comparison'
const PLAIN = 'plain tokenisation'
const typical = { us: fixture('talks', 'us'), cn: fixture('talks', 'cn') }
const first = performance.now()
compare(typical.us, typical.cn)
const cold = performance.now() - first
for (let warm = 0; warm < 20; warm++) compare(typical.us, typical.cn)
const columns = [
  ['a typical pair', measure(typical)],
  ['a typical pair, Chinese original', measure({ us: typical.us, cn: fixture('talks', 'cn.zh') })],
  ...SIZES.map((size): [string, Measured] => [`${size.toLocaleString('en')} a side`, measure(sized(size))])
] as [string, Measured][]

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const show = (value: number | null | undefined, plain: number): string =>
  value === null || value === undefined
    ? 'not run'
    : `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms (${(value / plain).toFixed(1)})`
const rowOf = (name: string, value: (measured: Measured) => number | null | undefined): string =>
  line([name, ...columns.map(([, measured]) => show(value(measured), measured.steps.get(PLAIN) ?? 1))])
const whole = (at: number): number => columns[at]?.[1].steps.get(WHOLE) ?? 0
const exponent = (from: number, to: number, factor: number): string =>
  (Math.log(whole(to) / whole(from)) / Math.log(factor)).toFixed(2)

const page = [
  '# How fast the engine is',
  '',
  `One run, Node ${process.version}, ${process.platform}-${process.arch}. Medians; in brackets the ratio to plain tokenisation of the same texts. The first comparison after the start, with all that is read for it, took ${cold.toFixed(0)} ms.`,
  '',
  line(['step', ...columns.map(([name]) => name)]),
  line(['---', ...columns.map(() => '---:')]),
  line(['sentences', ...columns.map(([, { sentences }]) => sentences)]),
  ...[...(columns[0]?.[1].steps.keys() ?? [])].map((name) => rowOf(name, ({ steps }) => steps.get(name))),
  ...peers.map(({ name }) => rowOf(`peer: ${name}`, ({ peers: times }) => times.get(name))),
  '',
  `Growth of the whole comparison: exponent ${exponent(2, 3, 10)} from 50 to 500 sentences a side, ${exponent(3, 4, 10)} from 500 to 5,000 (1 is linear, 2 quadratic).`,
  ''
].join('\n')
mkdirSync(dirname(PAGE), { recursive: true })
writeFileSync(PAGE, page)
process.stdout.write(`${page}\nWritten to ${PAGE}\n`)
