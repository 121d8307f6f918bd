import { describe, expect, it } from 'vitest'
import { startWork } from '../../../../engine/edit/work.ts'
import protocolData from '../../../../engine/lexicon/data/protocol.json' with { type: 'json' }
import { answersOf } from '../../../../engine/matters/answers.ts'
import { SIDES, otherSide, type Comparison, type Side, type Span } from '../../../../engine/model.ts'
import { reportOf } from '../../../../engine/report/document.ts'
import { markdown } from '../../../../engine/report/markdown.ts'
import { summary } from '../../../../engine/report/summary.ts'
import { tokenise } from '../../../../engine/text/tokens.ts'
import { comparisonOfPair } from '../readouts.ts'
import { pairs } from './pairs.ts'

/** Words in a row, so that they are found whole and not as a part of others. */
const wordsOf = (words: string): string =>
  ` ${tokenise(words)
    .map(({ text: word }) => word)
    .join(' ')} `

const QUOTES = /“([^”]+)”/gu
/** "Only China has “mutual respect”, “win-win”", up to what another has: all that an output says one side alone has. */
const ONLY_HAS = /only (?:the readout of )?([^“”;:.]+?) has ((?:“[^”]+”(?:, | and )?)+)/giu

/** The side of a party as it is called inside a sentence. */
const sideCalled = ({ readouts }: Comparison, name: string): Side | undefined =>
  SIDES.find((side) => [readouts[side].partyInText, readouts[side].partyName].includes(name))

/** Kinds that quote what one side alone has, where nothing of the other is quoted beside it. */
const ALONE = new Set(['omission', 'contested_term', 'label'])

describe.each(pairs)('what is said to stand on one side only, in %s', (_name, us, cn) => {
  const texts = { us, cn }
  const comparison = comparisonOfPair(us, cn)
  const { readouts, findings } = comparison
  const bodies = {
    us: wordsOf(readouts.us.sentences.map((sentence) => sentence.text).join(' ')),
    cn: wordsOf(readouts.cn.sentences.map((sentence) => sentence.text).join(' '))
  }
  const expectAlone = (side: Side, words: string, said: string): void => {
    expect(bodies[otherSide(side)], said).not.toContain(wordsOf(words))
  }
  const cut = (side: Side, { start, end }: Span): string => texts[side].slice(start, end)

  it('is not in the other text, where a finding quotes it', () => {
    for (const { kind, only, words, say } of findings)
      if (only && ALONE.has(kind) && words[otherSide(only)].length === 0)
        for (const quoted of words[only]) expectAlone(only, quoted, say)
  })
  it('is not in the other text, where it is left out of a sentence that is partly answered', () => {
    const { of } = answersOf(comparison)
    for (const side of SIDES)
      for (const { id, text: words } of readouts[side].sentences)
        for (const span of of.get(id)?.left ?? []) expectAlone(side, cut(side, span), words)
  })
  it('is no sentence that the other text has too', () => {
    for (const id of [...comparison.onlyUs, ...comparison.onlyCn]) {
      const side = id.startsWith('u') ? 'us' : 'cn'
      const words = readouts[side].sentences.find((sentence) => sentence.id === id)?.text ?? ''
      expectAlone(side, words, words)
    }
  })
  it('is told by no words of the other text, where it is a matter of form', () => {
    for (const { say } of findings.filter(({ kind }) => kind === 'protocol'))
      if (/^only /iu.test(say)) {
        const [quoted = ''] = [...say.matchAll(QUOTES)].map(([, words = '']) => words)
        const side = SIDES.find((one) => bodies[one].includes(wordsOf(quoted.replace(/…/gu, ''))))
        expect(side, say).toBeDefined()
        for (const { told, whose, en, zh } of protocolData.features)
          if (whose !== 'owner' && say.includes(told.replace('{whom}', '').trim()))
            for (const phrase of [...en, ...zh])
              expect(bodies[otherSide(side ?? 'us')], say).not.toContain(wordsOf(phrase))
      }
  })
  it('is quoted as such by the page and the summary only where it is so', () => {
    const page = markdown(reportOf({ work: startWork(comparison) })).replaceAll('\\', '')
    // The texts themselves may say "only"; what is said of them stands in items of lists.
    const lines = `${page}\n${summary(comparison)}`
      .split('\n')
      .filter((line) => /^\s*- (?!\w\d+: )/u.test(line))
    for (const line of lines)
      for (const [, name = '', list = ''] of line.matchAll(ONLY_HAS)) {
        const side = sideCalled(comparison, name)
        if (side) for (const [, words = ''] of list.matchAll(QUOTES)) expectAlone(side, words, line)
      }
  })
})
