import { describe, expect, it } from 'vitest'
import { candidatePairs } from '../../../engine/align/candidates.ts'
import { eachPairOfLinks } from '../../../engine/align/together.ts'
import { rarityOf, weigh } from '../../../engine/align/weigh.ts'
import { profilesOf } from '../../../engine/align/profile.ts'
import { standardLexicon } from '../../../engine/lexicon/lexicon.ts'
import { tokenise } from '../../../engine/text/tokens.ts'
import type { Comparison, ReadoutText } from '../../../engine/model.ts'
import { comparisonOf, readout, text } from './readouts.ts'

/** A sentence without what typesetters choose freely: spaces, quotes, width of the marks. */
const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[“”„"«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

const sentencesOf = ({ readouts }: Comparison, side: 'us' | 'cn'): string[] =>
  readouts[side].sentences.map(({ text: words }) => plain(words))

/** Links as pairs of the sentences' words. */
const linksOf = (comparison: Comparison): string[] => {
  const words = new Map(
    [...comparison.readouts.us.sentences, ...comparison.readouts.cn.sentences].map((s) => [
      s.id,
      plain(s.text)
    ])
  )
  return comparison.groups
    .flatMap(({ us, cn }) =>
      us.flatMap((one) => cn.map((other) => `${words.get(one) ?? ''} | ${words.get(other) ?? ''}`))
    )
    .sort()
}

/** The fixtures begin with a notice that they are illustrative, then their title. */
const HEAD = 2
const head = (content: string): string => content.split('\n\n').slice(0, HEAD).join('\n\n')
const body = (content: string): string => content.split('\n\n').slice(HEAD).join('\n\n')

/** Ways in which pages set the same text; none changes what it says. */
const SETTINGS: [name: string, set: (content: string) => string][] = [
  ['line ends of Windows', (content) => content.replaceAll('\n', '\r\n')],
  ['non-breaking spaces', (content) => content.replace(/ (?=[A-Z])/g, '\u00a0')],
  ['straight quotes', (content) => content.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")],
  ['a closing mark', (content) => `${content.trimEnd()}\n\n(End)\n`],
  ['hash marks at the end', (content) => `${content.trimEnd()}\n\n###\n`],
  ['a heading in capitals', (content) => `${head(content)}\n\nFOR IMMEDIATE RELEASE\n\n${body(content)}`],
  ['trailing spaces', (content) => content.replaceAll('\n', '  \n')],
  ['wide spaces between paragraphs', (content) => content.replaceAll('\n\n', '\n\n\n\n')],
  ['a byte order mark', (content) => `\ufeff${content}`]
]

const reset = (original: ReadoutText, set: (content: string) => string): ReadoutText =>
  text(set(original.text))

describe.each(['talks', 'call', 'japan'])('the readouts of %s', (pair) => {
  const us = readout(pair, 'us')
  const cn = readout(pair, 'cn')
  const expected = comparisonOf(us, cn)

  it.each(SETTINGS)('say the same with %s', (_name, set) => {
    const comparison = comparisonOf(reset(us, set), reset(cn, set))
    expect(sentencesOf(comparison, 'us')).toEqual(sentencesOf(expected, 'us'))
    expect(sentencesOf(comparison, 'cn')).toEqual(sentencesOf(expected, 'cn'))
    expect(linksOf(comparison)).toEqual(linksOf(expected))
  })

  it('have the same sentences, one a line', () => {
    const lines = (content: string, { sentences }: { sentences: { text: string }[] }): string =>
      [head(content), '', ...sentences.map((sentence) => sentence.text)].join('\n')
    const comparison = comparisonOf(
      text(lines(us.text, expected.readouts.us)),
      text(lines(cn.text, expected.readouts.cn))
    )
    expect(sentencesOf(comparison, 'us')).toEqual(sentencesOf(expected, 'us'))
    expect(sentencesOf(comparison, 'cn')).toEqual(sentencesOf(expected, 'cn'))
  })

  it('keep most of their links in one giant paragraph', () => {
    const giant = (content: string): string =>
      `${head(content)}\n\n${body(content).replace(/\s*\n\s*/g, ' ')}`
    const comparison = comparisonOf(reset(us, giant), reset(cn, giant))
    expect(sentencesOf(comparison, 'us')).toEqual(sentencesOf(expected, 'us'))
    const [links, wanted] = [new Set(linksOf(comparison)), linksOf(expected)]
    expect(wanted.filter((link) => links.has(link)).length).toBeGreaterThan(0.5 * wanted.length)
  })
})

describe('a Chinese readout', () => {
  const us = readout('talks', 'us')
  const zh = readout('talks', 'cn.zh')

  it('is aligned alike with half-width marks', () => {
    const half = (content: string): string =>
      content.replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')')
    expect(linksOf(comparisonOf(us, reset(zh, half)))).toEqual(
      linksOf(comparisonOf(us, zh)).map((link) => plain(link))
    )
  })

  it('is aligned alike in traditional characters', () => {
    const TRADITIONAL = Object.fromEntries(
      Array.from(
        '国國台臺湾灣关關系係问問题題应應强強调調对對话話会會谈談发發责責认認经經济濟战戰术術见見务務导導团團实實来來说說书書议議听聽远遠进進让讓双雙构構华華电電两兩记記这這还還长長为爲'
      ).reduce<[string, string][]>(
        (pairs, character, at, all) => (at % 2 ? pairs : [...pairs, [character, all[at + 1] ?? '']]),
        []
      )
    )
    const traditional = text(Array.from(zh.text, (character) => TRADITIONAL[character] ?? character).join(''))
    const places = ({ groups }: Comparison): string[] =>
      groups.flatMap(({ us: one, cn }) => one.flatMap((u) => cn.map((c) => `${u} ${c}`))).sort()
    expect(places(comparisonOf(us, traditional))).toEqual(places(comparisonOf(us, zh)))
  })
})

describe('long texts', () => {
  /** Pairs looked at for so many copies of the sentences of the talks a side. */
  const looked = (copies: number): { pairs: number; sentences: number } => {
    const { readouts } = comparisonOf(readout('talks', 'us'), readout('talks', 'cn'))
    const profiles = (['us', 'cn'] as const).map((side) => {
      const sentences = Array.from({ length: copies }, () => readouts[side].sentences).flat()
      const tokens = sentences.map((sentence) => tokenise(sentence.text, sentence.start))
      return profilesOf({ ...readouts[side], text: '', sentences, tokens }, standardLexicon)
    })
    const [one = [], other = []] = profiles
    const rarity = rarityOf(one, other)
    const pairs = candidatePairs(weigh(one, rarity, standardLexicon), weigh(other, rarity, standardLexicon))
    return { pairs: pairs.reduce((sum, row) => sum + row.length, 0), sentences: one.length + other.length }
  }

  it('are looked at in a number of pairs that grows with their length, not with its square', () => {
    const [shorter, longer] = [looked(40), looked(120)]
    expect(longer.sentences).toBe(3 * shorter.sentences)
    expect(longer.pairs).toBeLessThan(3.3 * shorter.pairs)
  })

  it('are tied in a number of pairs of links that grows with their length, where all answer one sentence', () => {
    const tied = (copies: number): number => {
      const { readouts } = comparisonOf(readout('talks', 'us'), readout('talks', 'cn'))
      const [us = [], cn = []] = (['us', 'cn'] as const).map((side) => {
        const sentences = Array.from({ length: copies }, () => readouts[side].sentences).flat()
        const tokens = sentences.map((sentence) => tokenise(sentence.text, sentence.start))
        return profilesOf({ ...readouts[side], text: '', sentences, tokens }, standardLexicon)
      })
      const rarity = rarityOf(us, cn)
      const prepared = { us: weigh(us, rarity, standardLexicon), cn: weigh(cn, rarity, standardLexicon) }
      let count = 0
      const links = prepared.us.map((_, at) => ({ us: at, cn: 0, score: 0.5 }))
      eachPairOfLinks(links, prepared, () => count++)
      return count
    }
    const shorter = tied(20)
    expect(shorter).toBeGreaterThan(0)
    expect(tied(60)).toBeLessThan(3.5 * shorter)
  })
})
