import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dayIn, daysBetween, writtenDay } from '../../../../engine/identify/date.ts'
import { compare } from '../../../../engine/compare.ts'
import { readStory } from '../../../../engine/attribution/story/story.ts'
import { meetingName } from '../../../../engine/identify/meeting-name.ts'
import { factsOf } from '../../../../engine/identify/facts.ts'
import { isReadable } from '../../../../engine/text/language.ts'
import { doubtOf } from '../../../../engine/identify/no-readout.ts'

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures')
const load = (file: string): string => readFileSync(join(FIXTURES, file), 'utf8')

describe('what a text says of its meeting', () => {
  it.each([
    ['us', 'Beijing', 'Qin Gang'],
    ['cn', 'Beijing', 'Qin Gang'],
    ['cn.zh', 'Beijing', 'Qin Gang']
  ])('in the talks, %s', (side, place, official) => {
    const facts = factsOf({ name: side, text: load(`readouts/talks/${side}.txt`) })
    expect(facts).toMatchObject({ place, party: side.startsWith('cn') ? 'cn' : 'us' })
    expect(facts?.officials.slice(0, 2).map(({ name }) => name)).toContain(official)
  })

  it('is nothing for a text without sentences', () => {
    expect(factsOf({ name: 'x', text: '12 34' })).toBeNull()
  })

  it('has no place for a call, whatever places are named', () => {
    const placeOf = (opening: string): string | null | undefined =>
      factsOf({ name: 'x', text: `Readout\n\n${opening} The experts will meet in Geneva in April.` })?.place
    expect(
      placeOf('Secretary Alder spoke by telephone today with Foreign Minister Shen Rui in Geneva.')
    ).toBeNull()
    expect(placeOf('Secretary Alder met today with Foreign Minister Shen Rui in Geneva.')).toBe('Geneva')
  })

  it('takes a government named by its capital for no place', () => {
    const text =
      'Washington urged restraint.\n\nThe Secretary met with Foreign Minister Qin Gang today. Washington will answer.'
    expect(factsOf({ name: 'x', text })?.place).toBeNull()
    const asked = `Readout\n\nThe Secretary spoke with Foreign Minister Qin Gang at Washington's request today.`
    expect(factsOf({ name: 'x', text: asked })?.place).toBeNull()
  })

  it.each([
    'The Chinese Embassy in Washington said so.',
    'They will reopen two consulates, one in Houston and one in Chengdu.',
    'Ann Lee in Washington and Bo Chen in Beijing',
    'By Ann Lee in Washington, Cy Dow in London and Bo Chen in Beijing',
    '外交部发言人林剑在北京说，双方将继续沟通。'
  ])('has no place from what is elsewhere: %s', (words) => {
    const text = `Officials meet\n\n${words}\n\nThe Secretary met with Foreign Minister Qin Gang today.`
    expect(factsOf({ name: 'x', text })?.place).toBeNull()
  })

  it('has the place that it is called by, or an embassy that it was at', () => {
    const placeOf = (opening: string) =>
      factsOf({ name: 'x', text: `Vienna\n\n${opening} Secretary Alder met with Foreign Minister Qin Gang.` })
        ?.place
    expect(placeOf('The Vienna meeting ended late.')).toBe('Vienna')
    expect(placeOf('They spoke at the Chinese embassy in London.')).toBe('London')
    expect(placeOf('Beijing talks of a success.')).toBeNull()
  })
})

describe('what a meeting is called', () => {
  it.each([
    ['kuala-lumpur', 'Kuala Lumpur'],
    ['agency-bangkok-ministers', 'Bangkok'],
    ['wire-rome-trade', 'Rome'],
    ['paper-honolulu', 'Honolulu'],
    ['finance-london', 'London'],
    ['times-bali', 'Bali']
  ])('has of a story the place where it was, %s, and none that its sources speak of', (story, place) => {
    const text = load(`stories/${story}.marked.txt`).replace(/\{[^|}]+\|([^}]*)\}/gu, '$1')
    const read = readStory({ name: story, text })
    const compared = read.ok ? compare(read.texts.us, read.texts.cn) : null
    expect(compared?.ok && read.ok ? meetingName(compared.comparison, read.texts) : '').toContain(
      `, ${place}`
    )
  })

  it('has who met, and no spokesman who tells of it', () => {
    const read = readStory({ name: 'geneva', text: load('stories/geneva.txt') })
    const compared = read.ok ? compare(read.texts.us, read.texts.cn) : null
    expect(compared?.ok && read.ok ? meetingName(compared.comparison, read.texts) : '').toBe(
      'Alderton–Gu Mingche, Geneva'
    )
  })
})

describe('days', () => {
  it('are found in names and written out', () => {
    expect(dayIn('2023-06-18 us.txt')).toEqual({ year: 2023, month: 6, day: 18 })
    expect(dayIn('20230618.html')).toEqual({ year: 2023, month: 6, day: 18 })
    expect(dayIn('call-4711-99.txt')).toBeNull()
    expect(writtenDay({ year: null, month: 6, day: 18 })).toBe('18 June')
  })
  it('are counted over the turn of a year, and over years where both are known', () => {
    const day = (year: number | null, month: number, date: number) => ({ year, month, day: date })
    expect(daysBetween(day(null, 12, 31), day(null, 1, 1))).toBe(1)
    expect(daysBetween(day(2023, 6, 18), day(2024, 6, 18))).toBe(366)
    expect(daysBetween(day(2023, 6, 18), day(null, 6, 19))).toBe(1)
  })
})

const RECIPE =
  'Heat the oil in a large pan over medium heat. Add the chopped onions and the garlic and fry them for five minutes, until they are soft. Stir in the Chinese cabbage, the soy sauce and a spoon of American mustard. Pour in the stock and let it simmer for twenty minutes. Season with salt and serve with rice.'
const RECIPE_ZH =
  '把锅烧热，倒入两勺油，放入切好的葱姜蒜炒香。加入洗净切块的茄子，翻炒五分钟，直到茄子变软。倒入酱油、白糖和少许盐，加半碗水，盖上锅盖焖十分钟。最后撒上香菜，趁热与米饭一起食用。'

describe('a text that is no readout', () => {
  it.each([RECIPE, RECIPE_ZH])('is doubted: %.20s', (text) => {
    expect(doubtOf({ name: 'recipe.txt', text })).toContain('“recipe.txt” looks like no readout')
  })
  it('never is one of the fixtures', () => {
    const files = ['readouts', 'stories'].flatMap((folder) =>
      readdirSync(join(FIXTURES, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.txt'))
        .map((file) => `${folder}/${file}`)
    )
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter((file) => doubtOf({ name: file, text: load(file) }) !== null)).toEqual([])
    expect(files.filter((file) => !isReadable(load(file)))).toEqual([])
  })
  it('too short to tell is not doubted', () => {
    expect(doubtOf({ name: 'x', text: 'Add the salt and stir.' })).toBeNull()
  })
})

describe('another language', () => {
  it.each([
    [
      'French',
      'Les deux ministres se sont réunis mardi à Genève pour discuter du commerce. Ils sont convenus de se revoir avant la fin de l’année.'
    ],
    [
      'German',
      'Die beiden Minister trafen sich am Dienstag in Genf und sprachen über Handel und Sicherheit in der Region und darüber hinaus.'
    ],
    [
      'Japanese',
      '両外相は火曜日にジュネーブで会談し、貿易と安全保障について意見を交換した。両者は年内に再び会談することで一致した。'
    ],
    ['Russian', 'Министры обсудили вопросы торговли и безопасности.']
  ])('%s is told from English and Chinese', (_name, text) => {
    expect(isReadable(text)).toBe(false)
  })
  it.each([
    'Geneva, Tuesday',
    'Secretary Blinken, Foreign Minister Qin Gang',
    '日本の外相与王毅外长举行会谈，双方就中日关系交换意见，同意保持沟通。'
  ])('a few names are no other language: %s', (text) => {
    expect(isReadable(text)).toBe(true)
  })
})
