import findingsRead from './findings-read.json' with { type: 'json' }
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { alignmentModel } from '../../engine/align/score.ts'
import { ROOT } from '../../electron/runtime/paths.ts'
import { addCounts, engineLinks, f1, goldPairs, hitsOf, scoreLinks, type GoldPair } from './gold.ts'
import { peers, type Peer } from './peers.ts'
import { groupedBy, leaveOneOut, prep, proposed, type Prepped } from './training.ts'

/**
 * The alignment against a gold corpus, beside simpler methods on the same sentences, with what each feature is worth
 * and how true the scores are: `npm run bench:quality [-- FOLDER ...]`. Prints the main figures and writes a page.
 */
const PAGE = join(ROOT, 'out/bench/quality.md')
/** Parts of the alignment, with the features that make them up. */
const COMPONENTS: [name: string, features: string[]][] = [
  ['nothing', []],
  ['concepts', ['concepts', 'overlap']],
  ['second-level topics', ['parts']],
  ['first-level topics', ['specificTopic', 'genericTopic', 'secondTopics']],
  ['how many sentences are on a matter', ['loneTopic', 'crowdedTopic']],
  ['passages', ['passage', 'setting']],
  ['likeness of words', ['meaning', 'glosses']],
  ['same words', ['words']],
  ['names and numbers', ['marks']],
  ['speakers', ['sameSpeaker', 'bothNarrate', 'oneNarrates', 'oneJoint', 'bothContinue']],
  ['place in the text', ['position', 'bothOpen']],
  ['lengths', ['shorter', 'longer']],
  ['what readouts set against each other', ['kin']],
  ['how far a pair is from the best', ['toBest', 'toFartherBest', 'mutualBest']],
  ['rivals', ['fewerRivals', 'moreRivals']],
  ['neighbours', ['neighbour']]
]
const WORST = 12
const BINS = 10
const PEER_STEPS = 40

interface Quality {
  link: number
  hit: number
  only: number
}

/** Scores for each pair the links that a method proposes there, with their scores. */
const qualityOf = (
  pairs: readonly GoldPair[],
  proposals: readonly ReadonlyMap<string, number>[]
): Quality => {
  const rows = pairs.map((pair, at) => scoreLinks(pair, new Set(proposals[at]?.keys() ?? [])))
  const hits = pairs.map((pair, at) => hitsOf(pair, proposals[at] ?? new Map<string, number>()))
  const [right, all] = [
    hits.reduce((sum, { right }) => sum + right, 0),
    hits.reduce((sum, { all }) => sum + all, 0)
  ]
  return {
    link: f1(addCounts(rows.map(({ link }) => link))),
    hit: (100 * right) / Math.max(1, all),
    only: f1(addCounts(rows.map(({ only }) => only)))
  }
}
const show = (value: number): string => value.toFixed(1)
const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

/** A peer with the threshold that suits these pairs best, which flatters it. */
const bestOfPeer = (peer: Peer, pairs: readonly GoldPair[]): Quality => {
  const scored = pairs.map((pair) => {
    const { us, cn } = pair.comparison.readouts
    const similarity = peer.similarity(us.sentences, cn.sentences)
    return us.sentences.flatMap((_one, i) =>
      cn.sentences.map((_other, j): [string, number] => [`${i} ${j}`, similarity(i, j)])
    )
  })
  const highest = Math.max(...scored.flatMap((list) => list.map(([, value]) => value)))
  let best: Quality = { link: 0, hit: 0, only: 0 }
  for (let step = 1; step < PEER_STEPS; step++) {
    const threshold = (highest * step) / PEER_STEPS
    const result = qualityOf(
      pairs,
      scored.map((list) => new Map(list.filter(([, value]) => value >= threshold)))
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

/** For scores in tenths: how many links have one, their mean, and how many of them are right. */
const reliability = (links: readonly { score: number; isRight: boolean }[]): string[] => {
  const bins = Array.from({ length: BINS }, () => ({ right: 0, all: 0, sum: 0 }))
  for (const { score, isRight } of links) {
    const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))]
    if (!bin) continue
    bin.all++
    bin.sum += score
    if (isRight) bin.right++
  }
  return [
    line(['score', 'links', 'mean score, %', 'right, %']),
    line(['---', '---:', '---:', '---:']),
    ...bins.map(({ right, all, sum }, at) =>
      line([
        `${at / BINS} to ${(at + 1) / BINS}`,
        all,
        all ? show((100 * sum) / all) : '-',
        all ? show((100 * right) / all) : '-'
      ])
    )
  ]
}

const worst = (data: readonly Prepped<GoldPair>[]): string[] => {
  const wrong = data.flatMap((entry) => {
    const scores = proposed(entry, alignmentModel, 0)
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
const data = folders.flatMap((folder) => goldPairs(folder)).map(prep)
const held = leaveOneOut(data)
const heldOut = (entry: Prepped): Map<string, number> =>
  groupedBy(entry, held.get(entry.pair.meeting) ?? alignmentModel)
const row = (name: string, { link, hit, only }: Quality): string =>
  line([name, show(link), show(hit), show(only)])
const page: string[] = ['# Quality of the alignment', '']
for (const folder of folders)
  for (const language of ['en', 'zh'] as const) {
    const own = data.filter(({ pair }) => pair.folder === folder && pair.language === language)
    if (own.length === 0) continue
    const pairs = own.map(({ pair }) => pair)
    const engine = qualityOf(pairs, pairs.map(engineLinks))
    const out = qualityOf(pairs, own.map(heldOut))
    const title = `${folder.split(/[\\/]/u).at(-1) ?? folder}, ${language === 'en' ? 'English' : 'Chinese original'} (${pairs.length} pairs)`
    const rows = [
      `## ${title}`,
      '',
      line(['method', 'link F1', 'hit', 'one-sided F1']),
      line(['---', '---:', '---:', '---:']),
      row('Parallax as it ships', engine),
      row('Parallax, fitted without the meeting', out),
      ...peers
        .filter(({ languages }) => languages.includes(language))
        .map((peer) => row(`${peer.name}, best threshold`, bestOfPeer(peer, pairs))),
      '',
      `Speaker ${show(accuracy(pairs, 'speaker'))}, first topic ${show(accuracy(pairs, 'topic'))}.`,
      ''
    ]
    page.push(...rows)
    console.log(rows.join('\n'))
  }

page.push(
  '## What each component is worth',
  '',
  'All pairs together, in groups, each fitted without its own meeting.',
  '',
  line(['without', 'link F1', 'hit', 'one-sided F1']),
  line(['---', '---:', '---:', '---:'])
)
const all = data.map(({ pair }) => pair)
for (const [name, without] of COMPONENTS) {
  const models = leaveOneOut(data, new Set(without))
  const proposals = data.map((entry) => groupedBy(entry, models.get(entry.pair.meeting) ?? alignmentModel))
  const result = row(name, qualityOf(all, proposals))
  console.log(result)
  page.push(result)
}
const ofGroups = all.flatMap((pair) =>
  [...engineLinks(pair)].map(([link, score]) => ({ score, isRight: pair.links.has(link) }))
)
const ofHeldGroups = data.flatMap((entry) =>
  [...heldOut(entry)].map(([link, score]) => ({ score, isRight: entry.pair.links.has(link) }))
)
const ofPairs = data.flatMap((entry) => {
  const model = held.get(entry.pair.meeting) ?? alignmentModel
  return [...proposed(entry, model, 0)].map(([link, score]) => ({
    score,
    isRight: entry.pair.links.has(link)
  }))
})
page.push(
  '',
  '## How true the scores are',
  '',
  'Of the links of the groups as the engine ships, by the score of their group:',
  '',
  ...reliability(ofGroups),
  '',
  'Of the links of the groups that are made by weights fitted without their meeting:',
  '',
  ...reliability(ofHeldGroups),
  '',
  'Of all pairs of sentences, scored by weights fitted without their meeting:',
  '',
  ...reliability(ofPairs),
  ''
)
const sum = (key: 'shown' | 'good'): number =>
  findingsRead.read.reduce((total, entry) => total + entry[key], 0)
page.push(
  '## Findings read one by one',
  '',
  `${findingsRead.about} Engine ${findingsRead.engine}: ${sum('good')} of ${sum('shown')}, ${show((100 * sum('good')) / sum('shown'))}.`,
  '',
  line(['pair', 'shown', 'true and of use']),
  line(['---', '---:', '---:']),
  ...findingsRead.read.map(({ pair, shown, good }) => line([pair, String(shown), String(good)])),
  ''
)
page.push('## Worst disagreements', '', ...worst(data), '')
mkdirSync(join(PAGE, '..'), { recursive: true })
writeFileSync(PAGE, page.join('\n'))
console.log(`The whole page: ${PAGE}`)
