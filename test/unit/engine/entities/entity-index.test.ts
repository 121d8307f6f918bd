import { describe, expect, it } from 'vitest'
import { indexEntities } from '../../../../engine/entities/entity-index.ts'
import { readDocument } from '../../../../engine/text/document.ts'

/** The party of the person whom a text names by these words alone; undefined where nobody is found there. */
const partyOf = (text: string, name: string): string | null | undefined => {
  const document = readDocument(text)
  const start = text.lastIndexOf(name)
  return indexEntities([document])
    .mentionsIn(document.tokens, text)
    .find(
      (mention) => mention.kind === 'person' && mention.start <= start && mention.end >= start + name.length
    )?.party
}

describe('names that a text introduces', () => {
  it.each<[how: string, text: string, name: string, party: string | null | undefined]>([
    ['behind an office', 'PRC Foreign Minister Shen Rui spoke. Shen agreed.', 'Shen', 'cn'],
    [
      'behind what an office deals with, spelt as Chinese names are',
      'PRC Special Envoy for Climate Change Gu Hongzhi spoke. Gu Hongzhi agreed.',
      'Gu Hongzhi',
      'cn'
    ],
    [
      'behind what an office deals with, and taken up behind the office alone',
      'U.S. Special Envoy for Climate Rosalind Achterberg spoke. Special Envoy Achterberg left. Achterberg agreed.',
      'Achterberg',
      'us'
    ],
    [
      'not what an office deals with, where no name is behind it',
      'U.S. Special Envoy for Climate Change Policy spoke. The Policy was kept.',
      'Policy',
      undefined
    ],
    [
      'in an apposition',
      'Hou Zhengping, Director of the Office of the PRC’s Central Foreign Affairs Commission, spoke. Hou agreed.',
      'Hou',
      'cn'
    ],
    [
      'not what makes another word of an office: a meeting of such, which people meet at',
      '外交部长陈浩然出席东亚合作系列外长会期间会见美国国务卿霍洛韦。',
      '会期间',
      undefined
    ],
    [
      'of a foreign name in parts the surname, by which the text takes it up',
      '沈国梁会见美国商务部部长杰弗里·凯斯勒。凯斯勒说，会谈是坦诚的。',
      '凯斯勒',
      'us'
    ],
    [
      'without what stands between a name and its verb, where it comes elsewhere without it',
      '商务部副部长沈恪向媒体介绍了情况。沈恪表示，会谈是坦诚的。',
      '沈恪',
      'cn'
    ],
    [
      'by coming again, where no verb of speech and no mark tells',
      '外交部副部长柯安邦参与了会见。会后柯安邦一行离开。',
      '柯安邦',
      'cn'
    ],
    ['not what was done behind an office', '习近平主席同美国总统通电话。', '通电话', undefined]
  ])('%s', (_how, text, name, party) => {
    expect(partyOf(text, name)).toBe(party)
  })
})
