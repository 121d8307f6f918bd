import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { FEATURES } from '../../engine/align/features.ts'
import { alignmentModel, CONTEXT_FEATURES } from '../../engine/align/score.ts'
import { ROOT } from '../../electron/runtime/paths.ts'
import { addCounts, engineLinks, f1, goldPairs, scoreLinks, type Counts, type GoldPair } from './gold.ts'
import { peers, type Peer } from './peers.ts'
import { leaveOneOut, prep, proposed, train, type Prepped } from './training.ts'

/**
 * The alignment against a gold corpus, beside simpler methods on the same sentences, with what each feature is worth
 * and how true the scores are: `npm run bench:quality [-- FOLDER ...]`. Prints the main figures and writes a page.
 */
const PAGE = join(ROOT, 'out/bench/quality.md')
const WORST = 12
const BINS = 10
const PEER_STEPS = 40

interface Row {
  link: Counts
  only: Counts
}
const pooled = (rows: readonly Row[]): { link: number; only: number } => ({
  link: f1(addCounts(rows.map(({ link }) => link))),
  only: f1(addCounts(rows.map(({ only }) => only)))
})
const show = (value: number): string => value.toFixed(1)
const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

/** A peer with the threshold that suits these pairs best, which flatters it. */
const bestOfPeer = (peer: Peer, pairs: readonly GoldPair[]): { link: number; only: number } => {
  const scored = pairs.map((pair) => {
    const { us, cn } = pair.comparison.readouts
    const similarity = peer.similarity(us.sentences, cn.sentences)
    return us.sentences.flatMap((_one, i) =>
      cn.sentences.map((_other, j) => ({ link: `${i} ${j}`, value: similarity(i, j) }))
    )
  })
  const highest = Math.max(...scored.flatMap((list) => list.map(({ value }) => value)))
  let best = { link: 0, only: 0 }
  for (let step = 1; step < PEER_STEPS; step++) {
    const threshold = (highest * step) / PEER_STEPS
    const result = pooled(
      pairs.map((pair, at) =>
        scoreLinks(
          pair,
          new Set((scored[at] ?? []).filter(({ value }) => value >= threshold).map(({ link }) => link))
        )
      )
    )
    if (result.link > best.link) best = result
  }
  return best
}

const accuracy = (pairs: readonly GoldPair[], of: 'speaker' | 'topic'): number => {
  let [right, all] = [0, 0]
  for (const { comparison, speakers, topics } of pairs)
    for (const side of ['us', 'cn'] as const)
      for (const [index, want] of of === 'speaker' ? speakers[side] : topics[side]) {
        const sentence = comparison.readouts[side].sentences[index]
        all++
        if ((of === 'speaker' ? sentence?.speaker : sentence?.topics[0]?.id) === want) right++
      }
  return (100 * right) / Math.max(1, all)
}

const reliability = (data: readonly Prepped[]): string[] => {
  const bins = Array.from({ length: BINS }, () => ({ right: 0, all: 0, sum: 0 }))
  for (const entry of data)
    for (const [link, score] of proposed(entry, { ...alignmentModel, threshold: 0 })) {
      const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))]
      if (!bin) continue
      bin.all++
      bin.sum += score
      if (entry.pair.links.has(link)) bin.right++
    }
  return bins.map(({ right, all, sum }, at) =>
    line([
      `${at / BINS} to ${(at + 1) / BINS}`,
      all,
      all ? show((100 * sum) / all) : '-',
      all ? show((100 * right) / all) : '-'
    ])
  )
}

const worst = (data: readonly Prepped[]): string[] => {
  const wrong = data.flatMap((entry) => {
    const scores = proposed(entry, { ...alignmentModel, threshold: 0 })
    const { us, cn } = entry.pair.comparison.readouts
    return [...scores].map(([link, score]) => {
      const [i = 0, j = 0] = link.split(' ').map(Number)
      const wanted = entry.pair.links.has(link)
      const off = wanted ? 1 - score : score
      return {
        off,
        wanted,
        score,
        meeting: entry.pair.meeting,
        one: us.sentences[i]?.text ?? '',
        other: cn.sentences[j]?.text ?? ''
      }
    })
  })
  const section = (wanted: boolean): string[] =>
    wrong
      .filter((entry) => entry.wanted === wanted)
      .sort((a, b) => b.off - a.off)
      .slice(0, WORST)
      .flatMap(({ meeting, score, one, other }) => [
        `- ${meeting}, score ${score.toFixed(2)}`,
        `  - ${one}`,
        `  - ${other}`
      ])
  return ['### Missed', '', ...section(true), '', '### Wrongly linked', '', ...section(false)]
}

const folders =
  process.argv.length > 2
    ? process.argv.slice(2).map((folder) => resolve(folder))
    : [join(ROOT, '../shared/corpus'), join(ROOT, '../shared/illustrative')]
for (const folder of folders)
  if (!existsSync(folder)) {
    console.error(`There is no corpus at ${folder}. Name its folder: npm run bench:quality -- FOLDER`)
    process.exit(1)
  }
const data = folders.flatMap(goldPairs).map(prep)
const held = leaveOneOut(data)
const page: string[] = ['# Quality of the alignment', '']
for (const folder of folders)
  for (const language of ['en', 'zh'] as const) {
    const own = data.filter(({ pair }) => pair.folder === folder && pair.language === language)
    if (own.length === 0) continue
    const pairs = own.map(({ pair }) => pair)
    const engine = pooled(pairs.map((pair) => scoreLinks(pair, engineLinks(pair))))
    const out = pooled(
      own.map((entry) =>
        scoreLinks(
          entry.pair,
          new Set(proposed(entry, held.get(entry.pair.meeting) ?? alignmentModel).keys())
        )
      )
    )
    const title = `${folder.split(/[\\/]/u).at(-1) ?? folder}, ${language === 'en' ? 'English' : 'Chinese original'} (${pairs.length} pairs)`
    const rows = [
      `## ${title}`,
      '',
      line(['method', 'link F1', 'one-sided F1']),
      line(['---', '---:', '---:']),
      line(['Parallax as it ships', show(engine.link), show(engine.only)]),
      line(['Parallax, fitted without the meeting', show(out.link), show(out.only)]),
      ...(language === 'en'
        ? peers.map((peer) => {
            const result = bestOfPeer(peer, pairs)
            return line([`${peer.name}, best threshold`, show(result.link), show(result.only)])
          })
        : []),
      '',
      `Speaker ${show(accuracy(pairs, 'speaker'))}, first topic ${show(accuracy(pairs, 'topic'))}.`,
      ''
    ]
    page.push(...rows)
    console.log(rows.join('\n'))
  }

page.push(
  '## What each feature is worth',
  '',
  'Link F1 over all pairs, fitted on all, without the feature.',
  '',
  line(['without', 'link F1', 'change']),
  line(['---', '---:', '---:'])
)
const fitted = (without: ReadonlySet<string>): number => {
  const model = train(data, without)
  return pooled(data.map((entry) => scoreLinks(entry.pair, new Set(proposed(entry, model).keys())))).link
}
const whole = fitted(new Set())
page.push(line(['nothing', show(whole), '']))
for (const name of [...FEATURES, ...CONTEXT_FEATURES.filter((context) => context !== 'logit')]) {
  const value = fitted(new Set([name]))
  page.push(line([name, show(value), show(value - whole)]))
}
page.push(
  '',
  '## How true the scores are',
  '',
  line(['score', 'pairs of sentences', 'mean score, %', 'right, %']),
  line(['---', '---:', '---:', '---:']),
  ...reliability(data),
  ''
)
page.push('## Worst disagreements', '', ...worst(data), '')
mkdirSync(join(PAGE, '..'), { recursive: true })
writeFileSync(PAGE, page.join('\n'))
console.log(`The whole page: ${PAGE}`)
