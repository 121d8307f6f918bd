import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checksumOf, membersOf } from '../../engine/project/checksum.ts'
import type { Project } from '../../engine/project/project.ts'
import { expect, menu, readout, settled, test } from './app.ts'
import { alert, banner, choose, noteOnSentence, passage, saveTo, sentence } from './desk.ts'
import { drop } from './drop.ts'

const TALKS = [readout('talks', 'us'), readout('talks', 'cn')]

test('what another program writes is noticed, and the reader says what becomes of it', async ({
  launch,
  newProfile
}) => {
  const folder = await newProfile()
  const [path, beside] = [join(folder, 'talks.parallax'), join(folder, 'mine.parallax')]
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  await noteOnSentence(window, 'u2', 'theirs')
  await saveTo(electron, window, path)
  const theirs = await readFile(path, 'utf8')
  await noteOnSentence(window, 'u2', 'mine')
  await menu(electron, 'Save')
  await expect.poll(() => readFile(path, 'utf8')).toContain('mine')
  await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
  const question = window.getByRole('dialog', { name: 'Which of the two is kept?' })
  const note = passage(window).getByLabel('Note on this sentence')
  await writeFile(path, theirs)
  await expect(alert(window)).toContainText('was changed by another program')
  await noteOnSentence(window, 'u3', 'mine too')

  await test.step('nothing is written before it is asked', async () => {
    await menu(electron, 'Save')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(question).toBeHidden()
    expect(await readFile(path, 'utf8')).toBe(theirs)
    await expect(banner(window)).toContainText('not saved')
  })
  await test.step('mine: theirs is among the earlier copies, which the menu leads to', async () => {
    await menu(electron, 'Save')
    await question.getByRole('button', { name: 'Keep mine' }).click()
    await expect(banner(window)).toContainText(/saved \d\d:\d\d/)
    expect(await readFile(path, 'utf8')).toContain('mine too')
    await expect(alert(window)).toHaveCount(0)
    await menu(electron, 'Earlier copies…')
    const copies = window.getByRole('region', { name: 'Earlier copies' })
    await copies.getByRole('button', { name: 'Open it' }).first().click()
    await expect(alert(window)).toHaveCount(0)
    await expect(banner(window)).toContainText('read only')
    await sentence(window, 'u2').click()
    await expect(note).toHaveValue('theirs')
  })
  await test.step('theirs', async () => {
    const ask = window.getByRole('dialog', { name: 'Save your work first?' })
    await drop(window, banner(window), { files: [path] })
    await ask.getByRole('button', { name: 'Do not save' }).click()
    await expect(banner(window)).toContainText('no changes')
    await noteOnSentence(window, 'u4', 'not wanted')
    await writeFile(path, theirs)
    await expect(alert(window)).toContainText('was changed by another program')
    await menu(electron, 'Save')
    await question.getByRole('button', { name: 'Open theirs' }).click()
    await expect(banner(window)).toContainText('no changes')
    await sentence(window, 'u4').click()
    await expect(note).toHaveValue('')
    await sentence(window, 'u2').click()
    await expect(note).toHaveValue('theirs')
  })
  await test.step('both', async () => {
    await noteOnSentence(window, 'u4', 'beside')
    await writeFile(path, 'of a colleague')
    await expect(alert(window)).toContainText('was changed by another program')
    await choose(electron, beside)
    await menu(electron, 'Save')
    await question.getByRole('button', { name: 'Save beside…' }).click()
    await expect(banner(window)).toContainText('mine.parallax')
    expect(await readFile(path, 'utf8')).toBe('of a colleague')
    expect(await readFile(beside, 'utf8')).toContain('beside')
  })
})

test('a file that may only be read opens; work goes on and is saved elsewhere', async ({
  launch,
  newProfile
}) => {
  const folder = await newProfile()
  const [path, other] = [join(folder, 'talks.parallax'), join(folder, 'mine.parallax')]
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  await noteOnSentence(window, 'u2', 'first')
  await saveTo(electron, window, path)
  const before = await readFile(path, 'utf8')

  await test.step('made so while it is open', async () => {
    await chmod(path, 0o444)
    await noteOnSentence(window, 'u3', 'second')
    await menu(electron, 'Save')
    await expect(alert(window)).toContainText('may only be read')
    await expect(banner(window)).toContainText('not saved')
    await expect(passage(window).getByLabel('Note on this sentence')).toHaveValue('second')
    await alert(window).getByRole('button', { name: 'Dismiss' }).click()
    await window.getByTitle('Name, sources and note of this comparison').click()
    // A dialog that is open says it itself: what is behind it can be neither heard nor dismissed.
    const about = window.getByRole('dialog', { name: 'About this comparison' })
    await menu(electron, 'Save')
    await expect(alert(about)).toContainText('may only be read')
    await expect(alert(window)).toHaveCount(1)
    await alert(about).getByRole('button', { name: 'Dismiss' }).click()
    await expect(alert(window)).toHaveCount(0)
    await about.getByRole('button', { name: 'Close', exact: true }).click()
    await choose(electron, other)
    await menu(electron, 'Save as…')
    await expect(banner(window)).toContainText('mine.parallax')
    expect(await readFile(path, 'utf8')).toBe(before)
  })
  await test.step('opened so', async () => {
    await drop(window, banner(window), { files: [path] })
    await expect(banner(window)).toContainText('talks.parallax')
    await expect(banner(window)).toContainText('read only')
    await noteOnSentence(window, 'u4', 'third')
    await choose(electron, join(folder, 'third.parallax'))
    // There is nothing to save to: the place is asked for.
    await menu(electron, 'Save')
    await expect(banner(window)).toContainText('third.parallax')
    expect(await readFile(path, 'utf8')).toBe(before)
    expect(await readFile(join(folder, 'third.parallax'), 'utf8')).toContain('third')
  })
})

test('a full disk is told of, work goes on and is saved elsewhere', async ({ launchAlone, newProfile }) => {
  const folder = await newProfile()
  const mount = join(folder, 'full')
  await mkdir(mount)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', mount])
  test.skip(mounted.status !== 0, 'a small disk can be mounted by the administrator of a Linux alone')
  try {
    const { electron, window } = await launchAlone(...TALKS)
    await settled(window, 'ready')
    await noteOnSentence(window, 'u2', 'kept')
    await choose(electron, join(mount, 'talks.parallax'))
    await menu(electron, 'Save')
    await expect(alert(window)).toContainText('The disk is full')
    await expect(banner(window)).toContainText('not saved')
    await sentence(window, 'u2').click()
    await expect(passage(window).getByLabel('Note on this sentence')).toHaveValue('kept')
    await saveTo(electron, window, join(folder, 'talks.parallax'))
    expect(await readFile(join(folder, 'talks.parallax'), 'utf8')).toContain('kept')
    await electron.close()
  } finally {
    spawnSync('umount', [mount])
  }
})

test('what was just typed is saved with the rest, and is asked about before the window closes', async ({
  launch,
  newProfile
}) => {
  const path = join(await newProfile(), 'talks.parallax')
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  await sentence(window, 'u2').click()
  const note = passage(window).getByLabel('Note on this sentence')
  await note.fill('begun')
  await saveTo(electron, window, path)
  expect((await readFile(path, 'utf8')).includes('begun')).toBe(true)

  // Closed while it is typed.
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  })
  const closed = window.waitForEvent('close')
  await note.press('End')
  await window.keyboard.type(' and ended')
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close()
  })
  await closed
  expect((await readFile(path, 'utf8')).includes('begun and ended')).toBe(true)
})

test('a file that makes no sense is refused whatever its checksum, and a good one opens after it', async ({
  launch,
  newProfile
}) => {
  const folder = await newProfile()
  const [good, bad] = [join(folder, 'good.parallax'), join(folder, 'bad.parallax')]
  const { electron, window } = await launch(...TALKS)
  await settled(window, 'ready')
  await noteOnSentence(window, 'u2', 'of a good one')
  await saveTo(electron, window, good)
  const whole = JSON.parse(await readFile(good, 'utf8')) as Project
  Reflect.deleteProperty(whole, 'checksum')
  const comparisonOf = ({ studies: [study] }: Project): Project['studies'][number]['comparison'] => {
    if (!study) throw new Error('the project has no comparison')
    return study.comparison
  }
  const changes: [(project: Project) => void, string][] = [
    [
      (project) => {
        const { topics } = comparisonOf(project)
        topics.push(...topics)
      },
      'is there twice'
    ],
    [
      (project) => {
        const { findings } = comparisonOf(project)
        for (let at = 0; at < 5_000; at++)
          findings.push(...findings.slice(0, 1).map((f) => ({ ...f, id: `x${at}` })))
      },
      'more than the 500 that can be shown'
    ],
    [
      (project) => {
        for (const sentence of comparisonOf(project).readouts.us.sentences.slice(0, 1))
          sentence.text = 'Never said.'
      },
      'are not those of the text'
    ]
  ]
  for (const [change, says] of changes) {
    const project = structuredClone(whole)
    change(project)
    await writeFile(bad, JSON.stringify({ ...project, checksum: checksumOf(membersOf({ ...project })) }))
    await drop(window, banner(window), { files: [bad] })
    await expect(alert(window)).toContainText(says)
    await expect(banner(window)).toContainText('good.parallax')
  }
  await drop(window, banner(window), { files: [good] })
  await expect(banner(window)).toContainText('no changes')
  await sentence(window, 'u2').click()
  await expect(passage(window).getByLabel('Note on this sentence')).toHaveValue('of a good one')
})
