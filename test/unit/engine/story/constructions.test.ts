import { describe, expect, it } from 'vitest'
import { readStory } from '../../../../engine/story/story.ts'

/** Both sides have spoken, the Chinese one last, and both ministers are known by name. */
const BEFORE =
  'Secretary of State Paula Renner met Chinese Foreign Minister Gao Weimin in Oslo. Washington said the talks were useful. Beijing said they were candid.\n\n'

/** How a paragraph after that is read: each statement of it with its side, in its order. */
const read = (paragraph: string, before = BEFORE): string[] => {
  const text = before + paragraph
  const story = readStory({ name: 'story', text })
  if (!story.ok) throw new Error(story.problem.message)
  return story.statements
    .filter(({ end }) => end > before.length)
    .map(({ side, start, end }) => `${side}: ${text.slice(start, end)}`)
}

describe('a sentence of a news story is a statement', () => {
  it.each([
    ['us', 'President Ann Castle said the line was open.', 'a president without a country'],
    ['us', 'Defence Secretary Lloyd Austin said the line was open.', 'an office as the British spell it'],
    ['us', 'The Pentagon has said the jet struck the plane from below.', 'what has been said once'],
    [
      'cn',
      'Xinhua, the state news agency, nonetheless reported that the visit was a success.',
      'a state organ'
    ],
    ['cn', 'Renner was ready to work with China, the state broadcaster reported.', 'a tag at the end'],
    ['us', 'American officials concede that the plan has flaws.', 'the present tense'],
    ['cn', 'Beijing, for its part, insists the ships were in its waters.', 'a name that ends in -ing'],
    [
      'cn',
      'The readout, released hours later, did not use the word but noted “differences.”',
      'a second verb'
    ],
    [
      'cn',
      'Gao, shown the text, said he had promised nothing of the kind.',
      'an irregular participle set in'
    ],
    ['us', 'In the same month Renner, at a rally, described the deal as “the best ever.”', 'behind a time'],
    ['us', 'One aide to the president says the other side blinked.', 'an aide of a role'],
    ['cn', 'He went on to blame “certain forces” abroad.', 'a verb behind “went on to”'],
    [
      'cn',
      'A Chinese official, who declined to be named, said nothing had been signed.',
      'nothing as an object'
    ],
    ['us', 'The United States wants “guardrails,” Renner said, so that nothing breaks.', '“said, so”'],
    ['us', 'Renner, speaking on television on Sunday, ruled that out.', 'words between the parts of a verb'],
    ['us', 'The Pentagon estimated in December that the fleet had grown.', 'a time behind the verb'],
    ['cn', 'Gao offered a different picture: “We were never asked.”', 'a lead-in with what was said'],
    ['cn', 'The PBOC also said that the talks had been useful.', 'a central bank'],
    ['us', 'Secretary Renner said she was content.', 'a secretary of a side'],
    [
      'cn',
      'Bai Rong, director general for North American affairs at the Chinese foreign ministry, told reporters that the visas were ready.',
      'an office that deals with the other side'
    ],
    [
      'us',
      'Ellen Sims, the senior director for China on the National Security Council, said the visas were ready.',
      'a body behind what somebody deals with'
    ],
    ['us', 'Ray Soto, a deputy assistant secretary of defense, said the visas were ready.', 'small letters'],
    [
      'us',
      'Admiral John Reyes, who leads the U.S. Pacific Fleet, said the ships were ready.',
      'who leads a body'
    ],
    ['cn', 'The People’s Bank of China said the rate was fair.', 'people that are no people'],
    ['us', 'FBI director Carl Voss said the list was long.', 'a body by its letters'],
    ['us', 'The Pentagon, meanwhile, reported 31 sorties.', 'a number that is reported'],
    ['cn', 'Beijing has always denied sending any.', 'what has always been denied'],
    ['cn', '“The bill always comes,” read a commentary in the People’s Daily.', 'an organ behind its verb'],
    [
      'cn',
      'Gao made the offer over lunch, according to the state broadcaster CCTV.',
      'according to an organ, where nobody speaks'
    ],
    [
      'us',
      'A senior U.S. official who briefed reporters on the flight — granted anonymity by the rules of the White House — said that the talks were short.',
      'behind dashes'
    ],
    [
      'cn',
      'He went on to cite six cases of what he called harassment.',
      'a verb behind “went on to”, once more'
    ],
    ['us', 'The U.S. ambassador there said the line was open.', 'there, but of a side'],
    ['cn', 'Foreign Minister Tang Ruolan said the line was open.', 'a Chinese name without a country'],
    ['us', 'The two would meet in May, President Dane told reporters.', 'a president by the surname alone'],
    [
      'cn',
      'Hua Lan, a vice foreign minister, took to social media to complain that the curbs were unfair.',
      'took to … to'
    ],
    ['us', 'NASA said that its rover was ready.', 'an agency by its letters'],
    ['cn', 'China released a statement that accused the Americans of bad faith.', 'a statement that accused']
  ])('of %s: %s (%s)', (side, sentence) => {
    expect(read(sentence)).toEqual([`${side}: ${sentence}`])
  })

  it.each([
    ['China responded to the sale by sanctioning 14 companies.', 'what was done in answer'],
    ['Renner was then asked whether the island had come up.', 'a question put to her'],
    ['Renner leaned in to say something.', 'an aim'],
    ['Gao stopped short of praising it.', 'an act'],
    ['Beijing fumed.', 'a verb without anything said'],
    ['The Chinese statement did not mention the balloon.', 'what is left out'],
    ['In 2020, China pledged to buy more grain.', 'a deed of the past'],
    ['Norwegian Foreign Minister Lars Berg said he was glad to help.', 'another country’s minister'],
    [
      'In the end it was Swiss President Karin Berg who spoke. “They talked,” she told a broadcaster.',
      'a cleft'
    ],
    ['“My shop lost its customers,” said Mrs. Zhao, 58. “I hope they are hungry.”', 'anybody, with her age'],
    [
      '“They read you a paragraph,” said Chad Burg, who once oversaw policy at the Pentagon.',
      'who once served'
    ],
    ['Then they talked about machines.', 'both, after one'],
    ['The protesters met on Bob Hope Drive.', 'a name like a verb'],
    ['Chinese officials asked not to be identified.', 'a wish to stay without a name'],
    ['Gao offered a different picture.', 'a lead-in without what was said'],
    ['Renner read from prepared notes.', 'notes read out'],
    ['A senior U.S. official spoke for about 40 minutes.', 'how long somebody spoke'],
    ['Home Secretary Ann Lowe said she was glad. “We helped,” she said.', 'an office of other governments'],
    [
      'A senior U.S. official who briefed reporters on the flight spoke for an hour.',
      'a relative clause that tells which one'
    ],
    ['Renner wore a pin that said “Peace through patience and strength.”', 'words on a thing'],
    ['Gao is known among diplomats as “the man who never sleeps on planes.”', 'what is said of somebody'],
    ['Two U.S. officials described the talks on condition of anonymity.', 'how somebody spoke'],
    ['The officials asked not to be named discussing private talks.', 'why somebody stays without a name'],
    ['According to the Chinese account, the talks went rather differently.', 'a lead-in by an account'],
    ['Renner would not say whether she believed him.', 'what somebody would not say'],
    ['The Chinese delegation said nothing as it left.', 'nothing said'],
    ['Renner was told to wait.', 'words of somebody else'],
    ['Washington hinted as much.', 'a lead-in that points back'],
    ['A port official said the trucks were waiting.', 'an official of no government'],
    ['A Boeing spokesman said the planes were ready.', 'a firm’s spokesman'],
    ['Tokyo was cool. “We were not told,” an official there said.', 'an official of another place'],
    ['In Manila, officials said that they had been told nothing.', 'officials behind another place'],
    ['In Taipei, the president’s office said it had been told.', 'an office behind another place'],
    ['Gao rose late, a waiter said.', 'a tag of anybody’s'],
    ['Gao had asked for more, according to two people familiar with the talks.', 'according to no side'],
    [
      'Such rows are old, according to Dr. Ann Moe of Kiel. “They pass,” she said.',
      'according to a stranger'
    ],
    ['Nils Aas, a fisherman, watched the cars. “They never wave,” he said.', 'a stranger by his trade'],
    ['Outside, Britt Moe, 61, had come to look. “I saw a car,” she said.', 'a stranger by her age'],
    [
      'Japan’s Foreign Minister Aya Mori, due to meet Renner in May, said she hoped for calm. “We live next door,” she said.',
      'another country’s minister, and whom she meets'
    ],
    ['European diplomats were gloomy. One of them, who asked not to be named, said so.', 'one of them'],
    ['Carl Voight, the secretary of state until 2028, said that was naive.', 'an office of the past'],
    ['Carl Voight, who was secretary of state under two presidents, said that was naive.', 'who was'],
    ['A trade ministry official there said the yards were full.', 'a ministry of another place'],
    ['Foreign Minister Anita Bergdahl said they had shaken hands.', 'a minister of no country that is told'],
    [
      'Jeff Moore, who was an assistant U.S. trade representative for China in the Obama administration, said so. “It pays,” he said.',
      'who was, in an administration of the past'
    ],
    ['An official familiar with the matter said it was so.', 'an official of nobody knows whom'],
    ['A Western diplomat in Beijing said it was so.', 'a diplomat by the place where he is'],
    ['Officials on both sides said it had been a long day.', 'officials of both'],
    ['Neither readout mentioned the island.', 'neither'],
    [
      'Evan Feil of a fund in Boston was not convinced. “They need each other,” he said.',
      'a stranger of a fund'
    ],
    ['Steve Hale, a supporter of President Ann Castle, described the talks as frank.', 'a supporter'],
    [
      'Philippine Defense Secretary Gil Tejada was there too. Tejada said the boats were hit. Behind him, Norwegian Foreign Minister Lars Berg shrugged. “They will talk,” Berg said.',
      'other countries’ ministers, later by their surnames'
    ],
    [
      'Wu Jisi, a scholar in Beijing, was surprised. “Customs is a kingdom,” Mr. Wu said.',
      'a scholar with an official’s surname'
    ],
    [
      'In Munich, the Treasury secretary smiled. In Munich it rained, a waiter said.',
      'a place before an office'
    ],
    ['Hu Lin, a former editor of the Global Times, said it was wise.', 'of an organ, once']
  ])('of nobody: %s (%s)', (sentence) => {
    expect(read(sentence)).toEqual([])
  })

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
})
