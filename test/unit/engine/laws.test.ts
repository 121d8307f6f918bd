import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, serialise } from '../../../engine/compare.ts'
import { exchanged, isSameExchanged } from '../../../engine/exchange.ts'
import type { Comparison, Group, ReadoutText, Side } from '../../../engine/model.ts'
import { comparisonOf, readout, text } from './readouts.ts'

/** Sentences in the genre, of which texts are put together; some of them name no source or no matter. */
const SENTENCES = [
  'Secretary Alder met today with Foreign Minister Shen Rui in Vienna.',
  'The Secretary stressed the importance of peace and stability across the Taiwan Strait.',
  'He raised concerns about the PRC’s support for Russia’s defense industrial base.',
  'The two sides discussed counternarcotics cooperation, climate and people-to-people ties.',
  'Shen Rui said that the Taiwan question is the first red line in China-U.S. relations.',
  'It should stop suppressing Chinese companies on the pretext of national security.',
  'China has always been consistent on this.',
  'Both sides agreed to keep channels of communication open, e.g. between the U.S. and Chinese militaries.',
  'The talks were candid, in-depth and constructive.',
  '沈锐指出，台湾问题是中美关系第一条不可逾越的红线。',
  '双方就乌克兰危机等问题交换了意见。',
  '美方重申不支持“台独”。'
]
const genre = fc
  .array(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 5
  })
  .map((paragraphs) => text(paragraphs.map((sentences) => sentences.join(' ')).join('\n\n')))
const anything = fc.string({ unit: 'binary', maxLength: 400 }).map(text)
const mixed = fc.oneof(
  { weight: 3, arbitrary: genre },
  { weight: 1, arbitrary: anything },
  {
    weight: 1,
    arbitrary: fc.tuple(genre, anything).map(([one, other]) => text(`${one.text}\n\n${other.text}`))
  }
)

const pairs: [name: string, us: ReadoutText, cn: ReadoutText][] = [
  ['talks', readout('talks', 'us'), readout('talks', 'cn')],
  ['talks, Chinese', readout('talks', 'us'), readout('talks', 'cn.zh')],
  ['call', readout('call', 'us'), readout('call', 'cn')],
  ['call, Chinese', readout('call', 'us'), readout('call', 'cn.zh')],
  ['Japan', readout('japan', 'us'), readout('japan', 'cn')]
]

const sentencesOf = (comparison: Comparison, side: Side): string[] =>
  comparison.readouts[side].sentences.map(({ id }) => id)

const linksOf = ({ groups }: Comparison): string[] =>
  groups
    .flatMap(({ us, cn, score }) => us.flatMap((one) => cn.map((other) => `${one} ${other} ${score}`)))
    .sort()

/** How sure a link of such a list is. */
const sureness = (link: string): number => Number(link.split(' ').at(-1))

const expectCoverage = (comparison: Comparison): void => {
  const grouped = comparison.groups.flatMap((group) => [...group.us, ...group.cn])
  const alone = [...comparison.onlyUs, ...comparison.onlyCn]
  expect([...new Set([...grouped, ...alone])].sort()).toEqual(
    [...sentencesOf(comparison, 'us'), ...sentencesOf(comparison, 'cn')].sort()
  )
  expect(alone.filter((id) => grouped.includes(id))).toEqual([])
  for (const { us, cn } of comparison.groups) expect(Math.min(us.length, cn.length)).toBeGreaterThan(0)
}

const expectExactOffsets = (comparison: Comparison, texts: Record<Side, ReadoutText>): void => {
  for (const side of ['us', 'cn'] as const) {
    let end = 0
    for (const sentence of comparison.readouts[side].sentences) {
      expect(texts[side].text.slice(sentence.start, sentence.end)).toBe(sentence.text)
      expect(sentence.start).toBeGreaterThanOrEqual(end)
      expect(sentence.text.trim()).toBe(sentence.text)
      end = sentence.end
    }
    for (const finding of comparison.findings) {
      expect(finding.spans[side].map(({ start, end: to }) => texts[side].text.slice(start, to))).toEqual(
        finding.words[side]
      )
      for (const { start, end: to } of finding.spans[side]) {
        const owner = finding[side].find((id) => {
          const sentence = comparison.readouts[side].sentences.find((candidate) => candidate.id === id)
          return sentence && sentence.start <= start && to <= sentence.end
        })
        expect(owner, `${finding.rule} quotes its own sentences`).toBeDefined()
      }
    }
  }
}

/** A text beside its copy: every sentence in a group with itself and with nothing else. */
const expectOneToOne = (original: ReadoutText): void => {
  const { readouts, groups, onlyUs, onlyCn } = comparisonOf(original, { ...original, name: 'copy' })
  expect(groups.map(({ us, cn }) => [us, cn])).toEqual(
    readouts.us.sentences.map(({ id }) => [[id], [mirrorId(id)]])
  )
  expect([onlyUs, onlyCn]).toEqual([[], []])
}

/** Everyday sentences that name nothing of the field. */
const EVERYDAY = [
  'The baker set warm loaves on a wooden shelf.',
  'A kettle whistled while rain fell on the tin roof.',
  'Her grandmother knitted a yellow scarf with thick needles.',
  'Two cats slept beneath an old piano.',
  'The gardener watered tulips and pruned a pear tree.'
]
const paragraph = fc.uniqueArray(fc.constantFrom(...EVERYDAY), { minLength: 1 }).map((list) => list.join(' '))

const mirrorId = (id: string): string => (id.startsWith('u') ? 'c' : 'u') + id.slice(1)
const mirrorSpeaker: Record<string, string> = { us: 'cn', cn: 'us', both: 'both', narrator: 'narrator' }

/** What of a comparison must be the mirror image when the sides are exchanged. */
const essence = ({ readouts, groups, onlyUs, onlyCn, findings }: Comparison) => ({
  us: readouts.us.sentences.map(({ text: words, speaker, topics }) => ({ words, speaker, topics })),
  cn: readouts.cn.sentences.map(({ text: words, speaker, topics }) => ({ words, speaker, topics })),
  groups: groups
    .map(({ us, cn, score, relation, topic }) => ({ us, cn, score, relation, topic }))
    .sort(byPlace),
  onlyUs,
  onlyCn,
  findings: findings
    .map(({ kind, topic, us, cn, words, rule, note, only, weight }) => ({
      kind,
      topic,
      us,
      cn,
      words,
      rule,
      note,
      only,
      weight
    }))
    .sort(byPlace)
})
type Placed = Pick<Group, 'us' | 'cn'> & { rule?: string; only?: Side | undefined }
const byPlace = (a: Placed, b: Placed): number =>
  JSON.stringify([a.us, a.cn, a.rule, a.only]) < JSON.stringify([b.us, b.cn, b.rule, b.only]) ? -1 : 1

const mirrored = (comparison: Comparison): ReturnType<typeof essence> => {
  const { us, cn, groups, onlyUs, onlyCn, findings } = essence(comparison)
  const exchange = (list: typeof us) =>
    list.map((sentence) => ({
      ...sentence,
      speaker: mirrorSpeaker[sentence.speaker] as (typeof sentence)['speaker']
    }))
  return {
    us: exchange(cn),
    cn: exchange(us),
    groups: groups
      .map((group) => ({ ...group, us: group.cn.map(mirrorId), cn: group.us.map(mirrorId) }))
      .sort(byPlace),
    onlyUs: onlyCn.map(mirrorId),
    onlyCn: onlyUs.map(mirrorId),
    findings: findings
      .map((finding) => ({
        ...finding,
        us: finding.cn.map(mirrorId),
        cn: finding.us.map(mirrorId),
        words: { us: finding.words.cn, cn: finding.words.us },
        only: finding.only && (finding.only === 'us' ? ('cn' as const) : ('us' as const))
      }))
      .sort(byPlace)
  }
}

describe.each(pairs)('%s, with a paragraph on something else appended', (_name, us, cn) => {
  it.each(['us', 'cn'] as const)('keeps every link (%s)', (side) => {
    const readouts = { us, cn }
    readouts[side] = { ...readouts[side], text: `${readouts[side].text}\n\n${EVERYDAY.join(' ')}` }
    const [found, before] = [comparisonOf(readouts.us, readouts.cn), comparisonOf(us, cn)].map(linksOf)
    const placesOf = (links: readonly string[] = []): string[] =>
      links.map((link) => link.replace(/ [\d.]+$/u, ''))
    expect(placesOf(found)).toEqual(placesOf(before))
    // How long the texts are is a part of how sure a link is.
    for (const [at, link] of (found ?? []).entries())
      expect(Math.abs(sureness(link) - sureness(before?.[at] ?? ''))).toBeLessThanOrEqual(0.05)
  })
})

describe.each(pairs)('%s', (_name, us, cn) => {
  const comparison = comparisonOf(us, cn)

  it('has every sentence in a group or on one side, never both', () => {
    expectCoverage(comparison)
  })
  it('cuts its sentences exactly out of the texts', () => {
    expectExactOffsets(comparison, { us, cn })
  })
  it('is mirrored when the sides are exchanged', () => {
    expect(essence(comparisonOf(cn, us))).toEqual(mirrored(comparison))
  })
  it('is exchanged without comparing, to the byte, and back', () => {
    expect(isSameExchanged(comparison)).toBe(true)
    expect(serialise(exchanged(comparison))).toBe(serialise(comparisonOf(cn, us)))
    expect(serialise(exchanged(exchanged(comparison)))).toBe(serialise(comparison))
  })
  it('is the same, byte for byte, each time', () => {
    expect(serialise(comparisonOf(us, cn))).toBe(serialise(comparison))
  })
  it('aligns each text with itself one to one', () => {
    expectOneToOne(us)
    expectOneToOne(cn)
  })
  it('has evidence and spans that lie in the sentences of their group', () => {
    for (const group of comparison.groups) {
      expect(group.evidence.length).toBeGreaterThan(0)
      for (const side of ['us', 'cn'] as const) {
        const members = comparison.readouts[side].sentences.filter(({ id }) => group[side].includes(id))
        for (const span of [...group.evidence, ...group.framing].flatMap((entry) => entry[side]))
          expect(members.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(true)
      }
    }
  })
})

/** LAW_RUNS asks for so many texts a law, rather than the few of a usual run. */
const RUNS = Number(process.env['LAW_RUNS'] ?? 0)
const runs = (usual: number): number => (RUNS > 0 ? RUNS : usual)

/** A law compares hundreds of texts, each of some milliseconds; on a machine that does much else that is many seconds. */
const MANY_COMPARISONS = 600_000 + 300 * RUNS

describe('any two texts', { timeout: MANY_COMPARISONS }, () => {
  it('are compared or refused, with full coverage and exact offsets', () => {
    fc.assert(
      fc.property(mixed, mixed, (us, cn) => {
        const compared = compare(us, cn)
        if (!compared.ok) {
          expect(compared.problem.message).toMatch(/\S/)
          return
        }
        expectCoverage(compared.comparison)
        expectExactOffsets(compared.comparison, { us, cn })
      }),
      { numRuns: runs(150) }
    )
  })

  it('give the mirror image when they are exchanged', () => {
    fc.assert(
      fc.property(genre, genre, (us, cn) => {
        fc.pre(us.text !== cn.text)
        const [comparison, turned] = [comparisonOf(us, cn), comparisonOf(cn, us)]
        expect(essence(turned)).toEqual(mirrored(comparison))
        expect(serialise(exchanged(exchanged(comparison)))).toBe(serialise(comparison))
        if (isSameExchanged(comparison)) expect(serialise(exchanged(comparison))).toBe(serialise(turned))
      }),
      { numRuns: runs(120) }
    )
  })

  it('keep all links when a paragraph on something else is appended to either', () => {
    fc.assert(
      fc.property(genre, genre, paragraph, fc.boolean(), (us, cn, more, toUs) => {
        fc.pre([us, cn].every(({ text: words }) => /^\P{Script=Han}*$/u.test(words)))
        const before = comparisonOf(us, cn)
        const longer = (readout: ReadoutText): ReadoutText => ({
          ...readout,
          text: `${readout.text}\n\n${more}`
        })
        const after = toUs ? comparisonOf(longer(us), cn) : comparisonOf(us, longer(cn))
        expect(linksOf(after)).toEqual(linksOf(before))
      }),
      { numRuns: runs(150) }
    )
  })

  it('keep a link whose likeliest rival has no matter in common, when a paragraph adds another such rival', () => {
    const us = text(`${SENTENCES[5]} ${SENTENCES[6]} ${SENTENCES[8]}`)
    const cn = text(`${SENTENCES[3]} ${SENTENCES[4]} ${SENTENCES[6]}`)
    const longer = text(`${cn.text}\n\n${EVERYDAY[0]}`)
    expect(linksOf(comparisonOf(us, longer))).toEqual(linksOf(comparisonOf(us, cn)))
  })

  it('keep all links when what is appended was given the topic of a passage for want of its own', () => {
    const us = text(
      'Both sides agreed to keep channels of communication open, e.g. between the U.S. and Chinese militaries. Shen Rui said that the Taiwan question is the first red line in China-U.S. relations. The talks were candid, in-depth and constructive. Secretary Alder met today with Foreign Minister Shen Rui in Vienna.'
    )
    const cn = text('The Secretary stressed the importance of peace and stability across the Taiwan Strait.')
    const longer = text(`${cn.text}\n\n${EVERYDAY[0]}`)
    expect(linksOf(comparisonOf(us, longer))).toEqual(linksOf(comparisonOf(us, cn)))
  })

  it('align one to one with themselves', () => {
    fc.assert(fc.property(genre, expectOneToOne), { numRuns: runs(60) })
  })

  it('give the same bytes each time', () => {
    fc.assert(
      fc.property(genre, genre, (us, cn) => {
        expect(serialise(comparisonOf(us, cn))).toBe(serialise(comparisonOf(us, cn)))
      }),
      { numRuns: runs(40) }
    )
  })
})
