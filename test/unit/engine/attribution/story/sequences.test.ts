import { describe, expect, it } from 'vitest'
import { readStory } from '../../../../../engine/attribution/story/story.ts'
import { read } from './read.ts'

describe('a statement of a news story, after other sentences', () => {
  it('goes on with the quote of whoever the paragraph before was about', () => {
    expect(read('Renner then read from a paper.\n\n“We seek no conflict.\n\n“We never have.”')).toEqual([
      'us: “We seek no conflict.',
      'us: “We never have.”'
    ])
  })

  it('keeps the side of an official without a name through another’s words', () => {
    expect(
      read(
        'A senior State Department official said the list was short. Gao called it “long.” The senior official said others would follow.'
      )
    ).toEqual([
      'us: A senior State Department official said the list was short.',
      'cn: Gao called it “long.”',
      'us: The senior official said others would follow.'
    ])
  })

  it('is of whoever is set into it as its source, whatever else is said in it', () => {
    expect(
      read(
        'Two senior American officials said the list was short. The Chinese side asked to keep it, one of them said. Gao read from notes, the officials said, and then put them away. The notes were lost, an aide to Renner said.'
      )
    ).toEqual([
      'us: Two senior American officials said the list was short.',
      'us: The Chinese side asked to keep it, one of them said.',
      'us: Gao read from notes, the officials said, and then put them away.',
      'us: The notes were lost, an aide to Renner said.'
    ])
  })

  it('takes up a body by its kind, a readout by its word and a person by “her”', () => {
    expect(
      read(
        'The People’s Bank of China was not at the table. Renner called the yuan “cheap.” The central bank said that was untrue. A White House readout said the talks were short. A Chinese statement said they were long. The readout also mentioned fish. Li Yan, a spokeswoman for the Chinese embassy, said visas would follow. According to her, 4,000 were waiting.'
      )
    ).toEqual([
      'us: Renner called the yuan “cheap.”',
      'cn: The central bank said that was untrue.',
      'us: A White House readout said the talks were short.',
      'cn: A Chinese statement said they were long.',
      'us: The readout also mentioned fish.',
      'cn: Li Yan, a spokeswoman for the Chinese embassy, said visas would follow.',
      'cn: According to her, 4,000 were waiting.'
    ])
  })

  it('takes a pronoun for whoever has its title in the sentence', () => {
    expect(
      read(
        'Ms. Renner said she was content. When a reporter shouted at Mr. Gao, he paused and said that China was “a country of law.”'
      )
    ).toEqual([
      'us: Ms. Renner said she was content.',
      'cn: When a reporter shouted at Mr. Gao, he paused and said that China was “a country of law.”'
    ])
  })

  it('knows whoever is named behind his post, and his counterpart', () => {
    expect(
      read(
        'Renner’s spokesman, Carl Mott, said it was so. Mott said more would come. His counterpart, Maj. Gen. Song Yan, rejected that. Song, deputy director of the Central Military Commission’s office, said he had proof. Li Bin of the PLA’s Joint Staff Department said the same. The tapes had been cut, one of the American officials said.'
      )
    ).toEqual([
      'us: Renner’s spokesman, Carl Mott, said it was so.',
      'us: Mott said more would come.',
      'cn: His counterpart, Maj. Gen. Song Yan, rejected that.',
      'cn: Song, deputy director of the Central Military Commission’s office, said he had proof.',
      'cn: Li Bin of the PLA’s Joint Staff Department said the same.',
      'us: The tapes had been cut, one of the American officials said.'
    ])
  })

  it('is parted at a semicolon, and where the other side’s word for it begins', () => {
    expect(
      read(
        'Washington calls it a spy ship; Beijing calls it a research vessel. The Commerce Department said the rule would hold, a move that China’s Commerce Ministry called “bullying.”'
      )
    ).toEqual([
      'us: Washington calls it a spy ship;',
      'cn: Beijing calls it a research vessel.',
      'us: The Commerce Department said the rule would hold,',
      'cn: China’s Commerce Ministry called “bullying.”'
    ])
  })

  it('takes up an ambassador by the post, and behind a time whoever it tells of', () => {
    expect(
      read(
        'Renner shared the stage with China’s ambassador to Norway. “We like students,” Renner said. The ambassador, Wei Lan, put down his glass. “Then stop reading their telephones,” he replied. Renner said nothing. By then the Chinese delegation had left. In a statement, the embassy in Oslo called her “rude.”'
      )
    ).toEqual([
      'us: “We like students,” Renner said.',
      'cn: “Then stop reading their telephones,” he replied.',
      'cn: In a statement, the embassy in Oslo called her “rude.”'
    ])
  })

  it('takes no pronoun for whoever has the other one, nor for a newspaper', () => {
    expect(
      read(
        'Mr. Gao said the talks were candid. Ms. Renner left without a word. He said that he would visit in May. The People’s Daily called her “a guest.” On Monday she said that she would stay at home.'
      )
    ).toEqual([
      'cn: Mr. Gao said the talks were candid.',
      'cn: He said that he would visit in May.',
      'cn: The People’s Daily called her “a guest.”',
      'us: On Monday she said that she would stay at home.'
    ])
  })

  it('is parted where the other side’s begins in a claim behind it', () => {
    expect(
      read('Washington said that the vessel carried fuel, an allegation that Beijing rejected as “thin air.”')
    ).toEqual(['us: Washington said that the vessel carried fuel,', 'cn: Beijing rejected as “thin air.”'])
  })

  it('is read in traditional characters as in simplified ones, and its source stands as in the story', () => {
    const text =
      '美國國務卿艾德頓說，會談有益。中國外交部長齊衛東向媒體吹風時說，台灣問題是核心。艾德頓接受媒體訪問時說：「我們會繼續談。」齊衛東強調：「中方不會讓步。」'
    const story = readStory({ name: 'story', text })
    if (!story.ok) throw new Error(story.problem.message)
    expect(story.statements.map(({ side }) => side)).toEqual(['us', 'cn', 'us', 'cn'])
    for (const { attributedTo } of story.statements) expect(text).toContain(attributedTo)
  })

  it('in Chinese, is parted before whoever “则” sets against the other, and silence is none', () => {
    const text =
      '美国国务卿艾德顿与中国外交部长齐卫东通话。齐卫东要求美方停止打压，艾德顿则警告，如果北京不处理问题，华盛顿“会采取行动”。至于时间，中国官员不愿说明。中国的新闻稿没有提到邀请一事。'
    const story = readStory({ name: 'story', text })
    if (!story.ok) throw new Error(story.problem.message)
    expect(story.statements.map(({ side, start, end }) => `${side}: ${text.slice(start, end)}`)).toEqual([
      'cn: 齐卫东要求美方停止打压，',
      'us: 艾德顿则警告，如果北京不处理问题，华盛顿“会采取行动”。'
    ])
  })

  it('is of whoever is said to have led a delegation, later by the surname', () => {
    expect(
      read(
        '“It was close,” Rear Adm. Carl J. Hale, who led the American delegation, said. Admiral Hale described the talks as “cool.” He said the crews were safe.'
      )
    ).toEqual([
      'us: “It was close,” Rear Adm. Carl J. Hale, who led the American delegation, said.',
      'us: Admiral Hale described the talks as “cool.”',
      'us: He said the crews were safe.'
    ])
  })

  it('is of nobody where a stranger has an official’s surname, unless a post was told', () => {
    const later = ' “I was cold,” Zhao said. Zhao said it was late.'
    expect(read(`Zhao Ruilan waited in line outside the embassy.${later}`)).toEqual([])
    expect(read(`Spokesperson Zhao Ruilan waited for the Chinese guests.${later}`)).toHaveLength(2)
  })

  it('takes what somebody did behind a comma for no post', () => {
    expect(
      read(
        'Carl Feld, an Iowa farmer, urged the administration to act. Ann Dale, who farms near Elm Lake, Iowa, said it was late.'
      )
    ).toEqual([])
  })

  it('is of whom the journalist asked', () => {
    expect(read('I put the same question to Renner. “We do not know.”')).toEqual(['us: “We do not know.”'])
  })

  it('knows two who met without an office by which of the names is Chinese', () => {
    const before =
      'The climate envoys of the United States and China met in Oslo. It was the first encounter between Daniel Whitcombe and Shen Guowei.\n\n'
    expect(read('“It was candid,” Whitcombe said. Shen said it was long.', before)).toEqual([
      'us: “It was candid,” Whitcombe said.',
      'cn: Shen said it was long.'
    ])
    const bothChinese = before.replace('Daniel Whitcombe', 'Bai Hong')
    expect(() => read('“It was candid,” Bai said. Shen said it was long.', bothChinese)).toThrow()
  })

  it('looks for no source in a sentence that is too long for anybody to have written', () => {
    const long = `Renner said it was so, and ${'he, in the view of it, and then they, '.repeat(5000)}left.`
    expect(read(long)).toEqual([])
    expect(read('Renner said it was so, and left.')).toHaveLength(1)
  })

  it('reads thousands of paragraphs whose quotes are never closed', () => {
    const paragraphs = Array.from(
      { length: 2000 },
      (_, at) => `"We waited ${String(at)} days for the ships. And then we left.`
    )
    expect(read(paragraphs.join('\n\n'))).toHaveLength(2 * paragraphs.length)
  })
})
