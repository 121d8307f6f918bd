import { describe, expect, it } from 'vitest'
import { readOwnLexicon } from '../../../engine/lexicon/own.ts'
import type { OwnLexicon } from '../../../engine/lexicon/schema.ts'
import {
  changesIn,
  ENTRY_KINDS,
  entriesOf,
  idFrom,
  matching,
  phrasesFrom,
  toggled,
  withEntry,
  withoutEntry,
  type EntryValue
} from '../../../renderer/lib/entries.ts'
import { LexiconStore } from '../../../renderer/state/lexicon.svelte.ts'

const NONE: OwnLexicon = { name: 'mine' }
const isUsable = (own: OwnLexicon): boolean => readOwnLexicon(JSON.stringify(own)).ok
const first = (own: OwnLexicon, key: string): string | undefined =>
  ENTRY_KINDS.flatMap((kind) => entriesOf(own, kind)).find((entry) => entry.key === key)?.origin
const VERB: EntryValue = {
  kind: 'verb',
  language: 'en',
  lemma: 'grumble',
  forms: ['grumbled'],
  act: 'criticise',
  strength: 4
}
const TERM: EntryValue = {
  kind: 'term',
  id: 'orbital-waste',
  topic: 'technology',
  weight: 0.6,
  wordings: { us: { en: ['dead satellites'], zh: [] }, cn: { en: ['retired spacecraft'], zh: [] } },
  signal: 'waste, or property'
}
const CONCEPT: EntryValue = {
  kind: 'concept',
  id: 'orbit',
  topic: 'technology',
  weight: 1,
  en: ['orbit'],
  zh: ['轨道']
}

describe('the entries of a lexicon', () => {
  it.each([VERB, TERM, CONCEPT])('takes an entry of one’s own, and gives it up again ($kind)', (value) => {
    const own = withEntry(NONE, value)
    expect(isUsable(own)).toBe(true)
    const [entry] = entriesOf(own, value.kind)
    expect(entry).toMatchObject({ value, origin: 'own', isOn: true })
    expect(changesIn(own)).toBe(1)
    expect(changesIn(withoutEntry(own, entry?.key ?? ''))).toBe(0)
  })
  it.each(ENTRY_KINDS)('changes what ships, and goes back to it (%s)', (kind) => {
    const [shipped] = entriesOf(NONE, kind)
    if (!shipped) throw new Error('no entries')
    const changed = withEntry(NONE, shipped.value)
    expect(isUsable(changed)).toBe(true)
    expect(first(changed, shipped.key)).toBe('changed')
    expect(entriesOf(changed, kind)).toHaveLength(entriesOf(NONE, kind).length)
    expect(first(withoutEntry(changed, shipped.key), shipped.key)).toBe('shipped')
  })
  it.each(ENTRY_KINDS)('switches what ships off and on (%s)', (kind) => {
    const [shipped] = entriesOf(NONE, kind)
    const off = toggled(NONE, shipped?.key ?? '')
    expect(isUsable(off)).toBe(true)
    expect(entriesOf(off, kind)[0]?.isOn).toBe(false)
    expect(changesIn(toggled(off, shipped?.key ?? ''))).toBe(0)
  })
  it('finds entries by words in any order', () => {
    const own = withEntry(NONE, TERM)
    expect(matching(entriesOf(own, 'term'), 'SPACECRAFT dead')).toHaveLength(1)
    expect(matching(entriesOf(own, 'term'), 'no such words')).toEqual([])
  })
  it('makes names and phrases of what a person types', () => {
    expect(idFrom('Dead Satellites!', new Set(['dead-satellites']))).toBe('dead-satellites-2')
    expect(idFrom('轨道', new Set())).toMatch(/^own/)
    expect(phrasesFrom(' a b\n\nc；轨道、碎片')).toEqual(['a b', 'c', '轨道', '碎片'])
  })
})

describe('the store of the reader’s lexicon', () => {
  const desktop = (json: string | null) => {
    const stored: [json: string, keepOld: boolean][] = []
    return {
      stored,
      loadLexicon: () => Promise.resolve({ json, problem: null }),
      storeLexicon: (text: string, keepOld: boolean) => {
        stored.push([text, keepOld])
        return Promise.resolve(null)
      },
      openLexicon: () => Promise.resolve({ name: 'x.json', bytes: new TextEncoder().encode('{"name": 1}') }),
      saveLexiconCopy: () => Promise.resolve(true)
    }
  }

  it('gives back what was stored', async () => {
    const one = desktop(null)
    const store = new LexiconStore(one)
    await store.load()
    expect(store.json).toBeUndefined()
    expect(await store.change(withEntry(store.own, VERB))).toBeNull()
    const again = new LexiconStore(desktop(one.stored[0]?.[0] ?? null))
    await again.load()
    expect(entriesOf(again.own, 'verb')[0]).toMatchObject({ key: 'verb:grumble', origin: 'own' })
  })
  it('says that a damaged file is not used, and keeps it when it stores', async () => {
    const one = desktop('{ damaged')
    const store = new LexiconStore(one)
    await store.load()
    expect(store.problem).toContain('could not be used')
    await store.change({ name: 'new' })
    await store.change({ name: 'newer' })
    expect(one.stored.map(([, keepOld]) => keepOld)).toEqual([true, false])
    expect(store.problem).toBeNull()
  })
  it('refuses a change or a file that makes no lexicon, and stays as it was', async () => {
    const one = desktop(null)
    const store = new LexiconStore(one)
    expect(await store.change(withEntry(NONE, { ...VERB, forms: ['…'] }))).toContain('without a word')
    expect(await store.read()).toContain('“x.json” cannot be used')
    expect(one.stored).toEqual([])
    expect(store.json).toBeUndefined()
  })
  it('says that a change could not be stored, and goes on with it', async () => {
    const store = new LexiconStore({
      ...desktop(null),
      storeLexicon: () => Promise.reject(new Error('disk full'))
    })
    expect(await store.change({ name: 'mine', off: ['verb:say'] })).toBeNull()
    expect(store.problem).toContain('disk full')
    expect(store.own.off).toEqual(['verb:say'])
  })
})
