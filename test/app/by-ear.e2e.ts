import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, readout, settled, test } from './app.ts'
import { choose } from './desk.ts'
import { anyFigures, goByKey, hearing, roundByKey, spokenFocus, spokenTree } from './spoken.ts'

/** All that is come to by Tab in the empty window, as it is read out. */
const EMPTY = [
  'button Open a file… United States readout',
  'button Paste… United States readout',
  'button Open a file… China readout',
  'button Paste… China readout',
  'button Open a project…',
  'button Open the sample',
  'button Take the tour',
  'button Read the guide',
  'button Keyboard shortcuts'
]

/** The same of a comparison, from the text of the first side on; sentences are told by their beginning. */
const TEXTS = [
  /^button Secretary of State /u,
  /^button Swap sides$/u,
  /^button Scroll together$/u,
  /^button N counterparts? below in the text of China: go to the next$/u,
  /^button pasted text, document of the China readout$/u,
  /^document Text of the China readout$/u,
  /^button On June N, State Councilor /u,
  /^button Legend$/u,
  /^button lexicon N\.N$/u,
  /^button Blinken–Qin, Beijing, rename$/u,
  /^button Sources$/u,
  /^button Texts$/u,
  /^button Topics$/u,
  /^button Findings$/u,
  /^button New$/u,
  /^button Side panel$/u,
  /^button Export$/u,
  /^button Keyboard shortcuts$/u,
  /^button List of topics$/u,
  /^button [A-Z][\w &]+: N% of the words of United States, N% of those of China(?:, N findings?)?$/u,
  /^button pasted text, document of the United States readout$/u,
  /^document Text of the United States readout$/u
]

/** From what has the focus when it opens, the radio button of the format, on. */
const EXPORT = [
  'combobox Length',
  'checkbox Brief: what differs most, matters, figures, the talks',
  'checkbox Overview: shares and order of the topics',
  'checkbox All findings',
  'checkbox The passages side by side',
  'checkbox Only here: what one side alone reports',
  'checkbox Notes and tags',
  'combobox Sources cited as',
  'combobox Paper',
  'button Add them',
  'button Export…',
  'button Close',
  'region Export',
  'radio Word document'
]

test('a comparison, a correction and an export by keys alone, told where one is by what is read out', async ({
  launch,
  newProfile
}) => {
  test.slow()
  const { electron, window } = await launch()
  await settled(window, 'empty')
  const said = await hearing(window)
  const press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => window.keyboard.press(key)), Promise.resolve())
  const focus = (): Promise<string> => spokenFocus(window)
  /** Hears one thing and nothing else. */
  const hears = async (what: RegExp): Promise<string> => {
    const heard: string[] = []
    await expect
      .poll(async () => {
        heard.push(...(await said()))
        return heard.join(' | ')
      })
      .toMatch(what)
    return heard.join(' | ')
  }

  await test.step('both readouts are pasted in their places', async () => {
    expect(new Set(await roundByKey(window))).toEqual(new Set(EMPTY))
    for (const [side, party] of [
      ['us', 'United States'],
      ['cn', 'China']
    ] as const) {
      await goByKey(window, new RegExp(`^button Paste… ${party} readout$`, 'u'))
      await press('Enter')
      await expect.poll(focus).toBe('textbox Text of the readout')
      expect(
        (await spokenTree(window)).filter(({ role }) => role === 'dialog').map(({ name }) => name)
      ).toEqual(['Paste a readout'])
      await window.keyboard.insertText(await readFile(readout('talks', side), 'utf8'))
      expect(await roundByKey(window)).toEqual([
        `radio ${party}`,
        'button Cancel',
        'button Use this text',
        'textbox Text of the readout'
      ])
      await goByKey(window, /^button Use this text$/u)
      await press('Enter')
      if (side === 'cn') continue
      // Where the dialog was opened from, the way goes on.
      await expect.poll(focus).toBe('button Paste… United States readout')
      await hears(/^(?:Comparing… \| )?One text is there\. Add the other side’s readout\.$/u)
    }
    await settled(window, 'ready')
    await hears(
      /^(?:Comparing… \| )?Compared\. United States, \d+ sentences: [^.]+\. China, \d+ sentences: [^.]+\.$/u
    )
  })

  await test.step('the way goes on in the first text; what is come to from there is called by what it does', async () => {
    await expect.poll(focus).toBe('document Text of the United States readout')
    const heard = (await roundByKey(window)).map(anyFigures)
    expect(heard).toHaveLength(TEXTS.length)
    for (const [at, wanted] of TEXTS.entries()) expect(heard[at]).toMatch(wanted)
    expect(await said()).toEqual([])
  })

  await test.step('a passage is verified and called alike or different, and a note is written on it', async () => {
    await press('j')
    const passage = await hears(
      /^Passage 1 of \d+: [^:]+: [^,]+, (?:alike|differs)\. United States \d+ sentences?, China \d+ sentences?\.$/u
    )
    const topic = /: ([^:]+): /u.exec(passage)?.[1] ?? ''
    const chosen = window.locator('[data-drop="us"] [data-sentence][aria-pressed="true"]').first()
    const sentence = `button ${(await chosen.textContent())?.trim() ?? ''}`
    expect(await focus()).toBe(sentence)
    await press('v')
    await hears(new RegExp(`^${topic}: marked as verified\\.$`, 'u'))
    await press('d')
    await hears(new RegExp(`^${topic}: marked as (?:alike|differing)\\.$`, 'u'))
    expect(await focus()).toBe(sentence)
    await press('n')
    await expect.poll(focus).toBe('textbox Note on this passage')
    await window.keyboard.type('Heard, not seen')
    await press('Escape')
    await hears(new RegExp(`Noted on the passage on ${topic}: “Heard, not seen”\\.$`, 'u'))
    // Back to what the note is on.
    await expect.poll(focus).toBe(sentence)
  })

  const report = join(await newProfile(), 'heard.md')
  await test.step('the report of it is exported', async () => {
    // The system's own dialog is the one thing that is answered for the reader.
    await choose(electron, report)
    await goByKey(window, /^button Export/u)
    await press('Enter')
    await expect(window.getByRole('dialog', { name: 'Export', exact: true })).toBeVisible()
    expect(await focus()).toBe('radio Word document')
    expect(await roundByKey(window)).toEqual(EXPORT)
    await goByKey(window, /^radio Word/u)
    await goByKey(window, /^radio Markdown$/u, 'ArrowDown')
    await goByKey(window, /^combobox Length$/u)
    await press('ArrowDown')
    await goByKey(window, /^button Export…$/u)
    await press('Enter')
    await hears(/^(?:Writing… \| )?Written to “heard\.md”\.$/u)
    // While it is written as well as after it, the button keeps the focus.
    expect(await focus()).toBe('button Export…')
    await press('Escape')
    await expect.poll(focus).toBe('button Export')
  })
  const text = await readFile(report, 'utf8')
  expect(text).toContain('Heard, not seen')
  expect(text).toContain('verified')
})
