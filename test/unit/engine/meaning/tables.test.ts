import { describe, expect, it } from 'vitest'
import { OppositeWords, packOppositeWords } from '../../../../engine/meaning/opposite-words.ts'
import { pack, SortedWords, Unpacked } from '../../../../engine/meaning/packed.ts'

describe('packed tables', () => {
  it('come back as they were, whatever their lengths', () => {
    const [bytes, units, numbers] = [
      Int8Array.of(-1, 2, 3),
      Uint16Array.of(65_535),
      Uint32Array.of(70_000, 1)
    ]
    const tables = new Unpacked(pack([bytes, units, numbers, new Int8Array()]).buffer)
    expect(tables.int8()).toEqual(bytes)
    expect(tables.uint16()).toEqual(units)
    expect(tables.uint32()).toEqual(numbers)
    expect(tables.int8()).toHaveLength(0)
  })
  it('find each of some words, and no other', () => {
    const { sorted, units, starts } = SortedWords.pack(['bb', 'a', '中', 'b', '中国', ''])
    const table = new SortedWords(units, starts)
    expect(sorted.map((word) => table.find(word))).toEqual([0, 1, 2, 3, 4, 5])
    for (const word of ['aa', 'c', 'bbb', '国', '中国人']) expect(table.find(word)).toBe(-1)
    expect(new SortedWords(new Uint16Array(), new Uint32Array(1)).find('a')).toBe(-1)
  })
  it('tell what stands opposite a word, in its order, and how much', () => {
    const table = new OppositeWords(
      packOppositeWords({ law: 'detain -7 law 21', court: '法院 30', '1': 'law 5' }).buffer
    )
    const opposite = (word: string): [number, number][] => {
      const found: [number, number][] = []
      table.forEachOpposite(word, (place, number) => found.push([place, number]))
      return found
    }
    expect(opposite('law')).toEqual([
      [table.placeOf('detain'), -7],
      [table.placeOf('law'), 21]
    ])
    expect(opposite('court')).toEqual([[table.placeOf('法院'), 30]])
    expect(opposite('1')).toEqual([[table.placeOf('law'), 5]])
    expect([opposite('detain'), table.placeOf('court')]).toEqual([[], -1])
  })
})
