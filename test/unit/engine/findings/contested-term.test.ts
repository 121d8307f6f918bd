import { expect, it } from 'vitest'
import { findingsOf } from './framed.ts'

it('pairs rival names of one place and says what the choice signals', () => {
  const [rival] = findingsOf(
    'contested_term',
    ['The Secretary raised dangerous PRC actions at Second Thomas Shoal in the South China Sea.'],
    ['Shen Rui set out China’s position on Ren’ai Jiao in the South China Sea.']
  ).filter(({ rule }) => rule.startsWith('term:'))
  expect(rival).toMatchObject({ us: ['u2'], cn: ['c2'] })
  expect(rival?.words).toEqual({ us: ['Second Thomas Shoal'], cn: ['Ren’ai Jiao'] })
  expect(rival?.note).toMatch(/\w/)
})

it('pairs across languages', () => {
  const rival = findingsOf(
    'contested_term',
    ['The Secretary condemned Russia’s war against Ukraine.'],
    ['沈锐就乌克兰危机阐述了中方立场。']
  ).find(({ rule }) => rule.startsWith('term:'))
  expect(rival?.words.cn).toEqual(['乌克兰危机'])
})

it('is silent where both use the same wording', () => {
  const line = (who: string): string => `${who} discussed Second Thomas Shoal in the South China Sea.`
  expect(findingsOf('contested_term', [line('The Secretary')], [line('Shen Rui')])).toEqual([])
})

it('is silent where a text has the rival wording, too, even to reject it', () => {
  const found = (...cn: string[]): string[] =>
    findingsOf(
      'contested_term',
      ['The Secretary raised dangerous PRC actions at Second Thomas Shoal in the South China Sea.'],
      cn
    ).flatMap(({ words }) => words.cn)
  const ours = 'Shen Rui set out China’s position on Ren’ai Jiao in the South China Sea.'
  expect(found(ours)).toContain('Ren’ai Jiao')
  expect(found(ours, 'Shen Rui said that Second Thomas Shoal was calm.')).not.toContain('Ren’ai Jiao')
  expect(found(ours, 'Shen Rui said that “Second Thomas Shoal” was a name of others.')).not.toContain(
    'Ren’ai Jiao'
  )
  expect(
    found('Shen Rui said that it is not Second Thomas Shoal but Ren’ai Jiao in the South China Sea.')
  ).not.toContain('Ren’ai Jiao')
})
