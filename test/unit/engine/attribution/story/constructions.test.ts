import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

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
    ['cn', 'China released a statement that accused the Americans of bad faith.', 'a statement that accused'],
    [
      'cn',
      'The ministry did not confirm the date but said a visit was being arranged.',
      'silence, and then words'
    ],
    ['cn', 'Gao did not rule out a visit.', 'what is left open, and not silence'],
    ['cn', 'Gao did not mention the ships but called the strait “a pond.”', 'silence, with words quoted'],
    ['cn', 'China added that the list was final.', 'added, with what was said'],
    ['cn', 'The ministry added exporters would be given time to apply to it.', 'added, without “that”'],
    ['cn', 'China denied sending any drones.', 'denied, and no entry'],
    ['cn', 'China claimed that the reef was quiet.', 'claimed, with what was said'],
    ['us', 'Renner raised the cases of two detained teachers.', 'raised, with what'],
    ['us', 'Renner raised the issue of fentanyl.', 'an issue that is told'],
    ['us', 'Renner met the offer with scorn: “We did not come here for old hats.”', 'words, and no headline'],
    ['cn', 'The statement, released by the Chinese embassy, said they would meet in May.', 'a text of one'],
    ['us', 'Renner, asked about the ships, said they would stay.', 'asked, and answering'],
    ['cn', 'In 2040, Gao said, the yards would be clean.', 'a year to come'],
    ['cn', 'It cited the addition of two firms to a list.', 'what an account cites'],
    [
      'cn',
      'Wei Lan, China’s ambassador to Norway, used a speech on Tuesday night to appeal for patience.',
      'an occasion that is used'
    ],
    ['us', 'Renner singled out a missile base, saying it served no one.', 'singled out'],
    [
      'us',
      'Renner told Gao that the truce would end in May, her office said in a statement.',
      'a tag by her office'
    ],
    [
      'cn',
      'Deputy Governor Xu Lan said that the yuan was stable.',
      'a Chinese name behind an office without a country'
    ],
    ['cn', 'A person in the Chinese delegation disputed that.', 'nameless, but of a delegation'],
    [
      'cn',
      'Gao replied that countries with the largest fleets should go first.',
      'said, and not done with ships'
    ],
    ['us', 'Renner denounced what Beijing calls a test.', 'something called in passing, and denounced'],
    ['cn', '“The harbour is ours,” said Foreign Minister Lin Jiaming.', 'a name as it is written in Beijing'],
    [
      'cn',
      'The islands, which China calls “inherent territory,” have no lamps.',
      'what is quoted of whoever named it'
    ],
    ['cn', 'Beijing offered a cooler version: the talks had been “frank.”', 'what was in the version'],
    [
      'cn',
      'An editorial in Global Times on Thursday said Washington was to blame.',
      'an editorial of a state’s newspaper'
    ],
    ['us', 'A fact sheet from the U.S. Department of Agriculture says China will buy beans.', 'a fact sheet'],
    [
      'us',
      'Brooke Hale, the agriculture secretary, said the beans were ready.',
      'a secretary of any department'
    ],
    ['us', 'American officials put the value of all the goods in both lists at $30 billion.', 'a figure'],
    [
      'cn',
      'Mr. Gao was asked whether he slept, and he smiled before answering that trust was no pillow.',
      'what somebody then did say'
    ],
    ['us', 'The American recollection is that nobody had asked.', 'what somebody’s view is'],
    ['us', 'White House press secretary Karine Jean-Pierre said nobody had asked.', 'a name of two names']
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
    ['Hu Lin, a former editor of the Global Times, said it was wise.', 'of an organ, once'],
    ['It did not confirm a meeting.', 'what is not confirmed'],
    [
      'The Chinese readout does not mention that Renner had warned of a delay.',
      'what is not mentioned, with whoever said it'
    ],
    ['She has not immediately commented on it.', 'no comment'],
    ['China added five more metals to its list of controlled exports.', 'a list that grows'],
    ['China added gallium to the goods that need a permit.', 'a list, with a clause behind it'],
    ['Beijing denied entry to three lawmakers.', 'entry denied'],
    ['The Pentagon answered with two carriers.', 'an answer of ships'],
    ['The Chinese navy repeated the exercise in July.', 'an exercise repeated'],
    ['China claimed the reef and built a runway on it.', 'a reef claimed'],
    ['China called up reservists in two provinces.', 'called up'],
    ['The Chinese military warned off the plane.', 'warned off'],
    ['The coast guard of China used water cannon to warn the boats.', 'used, and no occasion'],
    ['China declared a no-fly zone for three days.', 'a zone declared'],
    ['Renner thanked the drivers.', 'thanks to no government'],
    ['When Renner took office, she promised to be firm.', 'a promise of the past'],
    ['The papers had met Renner with the headline “Please mend it before the winter.”', 'a headline'],
    ['Gao had staked his name on the “great rebirth of a nation of rivers.”', 'a name in quotation marks'],
    ['The statement, released by both governments, said they would meet in May.', 'a text of both'],
    ['Renner once called it a waste of tea.', 'what was said once upon a time'],
    ['Gao’s remarks on the ships lasted an hour.', 'remarks that are a noun'],
    ['Washington noted the gesture.', 'a gesture noted'],
    ['In 1995, China protested the visit.', 'a year of the past'],
    ['Renner, asked by reporters about the chances, was open-ended.', 'asked by others'],
    ['Gao, asked about the fish, was evasive.', 'asked, and how he took it'],
    ['The foreign ministry struck the same note on Monday.', 'a note struck'],
    ['Gao raised the subject on the first evening, over dinner.', 'a subject raised'],
    ['Renner listened without notes.', 'notes that are a noun'],
    ['It was the issue that Renner cited when she came.', 'an object ahead of its verb'],
    [
      'Zhou Meilan, 71, a retired weaver, said she had watched. “They smiled,” Ms. Zhou said. “They smile now.”',
      'a stranger by her age, with an official’s surname'
    ],
    [
      'I asked Fang Hongyi, who studies treaties in Xiamen, about it. “No,” he said. “Not once.”',
      'a stranger whom the author asked'
    ],
    ['A person familiar with the Chinese position said it was so.', 'familiar with a side, and not of it'],
    [
      'Deputy Governor Carl Smith said that the yuan was stable.',
      'an office without a country, and no Chinese name'
    ],
    ['Gao was gone, his driver said.', 'a tag by no body of his'],
    ['Gao replied with sanctions on three companies.', 'an answer that was done'],
    ['It made no reference to the buoys.', 'silence told as a noun'],
    ['The number of what Washington calls close passes rose.', 'how something is called in passing'],
    ['“The harbour is ours,” said Foreign Minister Lin Chia-ming.', 'a name as it is written in Taipei'],
    ['The islands, which China calls Xisha, are also claimed by Vietnam.', 'a name told in passing'],
    ['Beijing offered a cooler version.', 'how it was told, and not what'],
    ['The Chinese readout gave a fuller account of the dinner.', 'an account without what was in it'],
    [
      'The reef is fished by all, ministry spokesman Hsiao Kuang-wei said in Taipei. “By all,” Hsiao said.',
      'a spokesman whose name is written as in Taipei'
    ],
    ['Foreign Minister Cho Tae-yul said no. Cho smiled. “Never,” he said.', 'and as in Seoul'],
    ['An editorial in a newspaper in Perth said Washington was to blame.', 'an editorial of no state'],
    ['Gao waited a while before answering.', 'an answer of which nothing is told'],
    ['Washington put the dinner off until Friday.', 'what was put, but no figure'],
    ['I met Ann Lee, a student of Gao. “We do not know.”', 'whom the journalist met and did not ask']
  ])('of nobody: %s (%s)', (sentence) => {
    expect(read(sentence)).toEqual([])
  })

  it('is of the delegate whose delegation was told, and of the document of a side', () => {
    expect(
      read(
        'A person in the Chinese delegation disputed that, saying the offer was old. “We do not haggle,” the delegate said. A State Department memo said lunch was long. Renner also, the document says, raised the cases of two teachers.'
      )
    ).toEqual([
      'cn: A person in the Chinese delegation disputed that, saying the offer was old.',
      'cn: “We do not haggle,” the delegate said.',
      'us: A State Department memo said lunch was long.',
      'us: Renner also, the document says, raised the cases of two teachers.'
    ])
  })

  it('knows an officer whose rank has two words by his post', () => {
    expect(
      read(
        'Renner called it “a start.” Lieutenant General Luo Jianping, deputy chief of the Central Military Commission’s Joint Staff Department, was cooler. “A lamp is no sun,” he said. “Wait.”'
      )
    ).toEqual(['us: Renner called it “a start.”', 'cn: “A lamp is no sun,” he said.', 'cn: “Wait.”'])
  })
})
