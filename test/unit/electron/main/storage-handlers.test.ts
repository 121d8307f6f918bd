import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../../../electron/contract/channels.ts'
import { ask, desk, handleOf, ONE, OTHER, place, saveAs, start, TEXT } from './storage-desk.ts'

const { safeName } = await import('../../../../electron/main/dialogs.ts')

describe('what a window may send', () => {
  it.each([
    ['openRecent', ['../../etc/passwd']],
    ['openRecent', []],
    ['saveProject', [{ handle: '/home/a.parallax', text: TEXT }]],
    ['saveProject', [{ handle: '12345678', text: TEXT, path: '/home/a' }]],
    ['saveProject', [{ handle: '12345678', text: 5 }]],
    ['saveProjectAs', [{ text: TEXT, suggestedName: 'x'.repeat(2000), handle: null }]],
    ['storeDraft', [{ id: '../../../draft', handle: null, name: 'x', text: TEXT }]],
    ['storeDraft', [{ id: 'UPPER-CASE', handle: null, name: 'x', text: TEXT }]],
    ['takeDraft', ['a/b/c/d/e']],
    ['dropDraft', ['..']],
    ['readCopy', [{ handle: '12345678', copy: '../copy' }]],
    ['setEdited', ['yes']],
    ['exportFile', [{ name: 'x', kind: 'exe', content: '' }]],
    ['exportFile', [{ name: 'x', kind: 'pdf', content: [1, 2] }]],
    ['closeNow', [true]]
  ] as [Call, unknown[]][])('%s with %j: refused', async (call, args) => {
    expect(await ask(ONE, call, ...args)).toBe('malformed')
  })
})

describe('project files', () => {
  it('are saved where the user chooses, under their ending, and saved again without asking', async () => {
    const saved = await saveAs(ONE, 'talks')
    expect(saved).toMatchObject({ name: 'talks.parallax', notKept: null })
    expect(await readFile(place('talks.parallax'), 'utf8')).toBe(TEXT)
    expect(await ask(ONE, 'saveProject', { handle: handleOf(saved), text: 'second' })).toEqual(saved)
    expect(await readFile(place('talks.parallax'), 'utf8')).toBe('second')
    expect(desk.asked).toHaveLength(1)
  })

  it('are not saved where the user chooses nothing', async () => {
    expect(await ask(ONE, 'saveProjectAs', { text: TEXT, suggestedName: 'Talks', handle: null })).toBeNull()
  })

  it('replace another only where the user says so, when the dialog could not ask', async () => {
    await writeFile(place('talks.parallax'), 'other')
    desk.mayReplace = false
    expect(await saveAs(ONE, 'talks')).toBeNull()
    expect(await readFile(place('talks.parallax'), 'utf8')).toBe('other')
    desk.mayReplace = true
    expect(await saveAs(ONE, 'talks')).toMatchObject({ name: 'talks.parallax' })
    // Chosen with its ending, the dialog itself has asked.
    expect(desk.asked.filter(({ message }) => message !== undefined)).toHaveLength(2)
    expect(await saveAs(ONE, 'talks.parallax', 'third')).toMatchObject({ name: 'talks.parallax' })
    expect(desk.asked.filter(({ message }) => message !== undefined)).toHaveLength(2)
  })

  it('are suggested beside the one before, under a name that is one', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax'))
    await ask(ONE, 'saveProjectAs', { text: TEXT, suggestedName: '../a/b: “c”?.parallax', handle })
    expect(desk.asked[1]?.defaultPath).toBe(place('a b “c”.parallax'))
  })

  it('are opened by choice or from the list of recent ones, which begins with the last', async () => {
    await saveAs(ONE, 'talks.parallax', TEXT)
    await saveAs(ONE, 'call.parallax', 'call')
    const recent = (await ask(OTHER, 'recentProjects')) as { id: string; name: string }[]
    expect(recent.map(({ name }) => name)).toEqual(['call.parallax', 'talks.parallax'])
    start()
    expect(await ask(OTHER, 'openRecent', recent[1]?.id)).toMatchObject({
      name: 'talks.parallax',
      text: TEXT
    })
    desk.chosen = place('call.parallax')
    expect(await ask(OTHER, 'openProject')).toMatchObject({
      name: 'call.parallax',
      text: 'call',
      readOnly: null
    })
    expect(await ask(OTHER, 'clearRecent')).toBeNull()
    expect(await ask(OTHER, 'recentProjects')).toEqual([])
    expect(await ask(OTHER, 'openRecent', recent[1]?.id)).toMatchObject({ problem: { code: 'gone' } })
    expect(desk.events).toContain('list changed')
  })

  it('that another window has are shown there, and told here', async () => {
    await saveAs(ONE, 'talks.parallax')
    desk.chosen = place('talks.parallax')
    expect(await ask(OTHER, 'openProject')).toMatchObject({ problem: { code: 'locked' } })
    expect(desk.events).toContain('1 shown')
    expect(await ask(ONE, 'openProject')).toMatchObject({ text: TEXT })
  })

  it('are opened when dropped, and nothing else is', async () => {
    await writeFile(place('talks.parallax'), TEXT)
    await writeFile(place('secret.txt'), 'secret')
    expect(await ask(ONE, 'openDropped', place('talks.parallax'))).toMatchObject({ text: TEXT })
    for (const path of [place('secret.txt'), 'talks.parallax', ''])
      expect(await ask(ONE, 'openDropped', path)).toMatchObject({ problem: { code: 'failed' } })
  })

  it('are looked at without being held', async () => {
    await saveAs(ONE, 'talks.parallax')
    desk.chosen = place('talks.parallax')
    expect(await ask(OTHER, 'readProject')).toEqual({ name: 'talks.parallax', text: TEXT })
  })

  it('that cannot be trusted are left as they are; earlier ones are offered', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'first'))
    await ask(ONE, 'saveProject', { handle, text: 'second' })
    const [copy] = (await ask(ONE, 'keptCopies', handle)) as { id: string }[]
    expect(await ask(ONE, 'readCopy', { handle, copy: copy?.id })).toEqual({
      name: 'talks.parallax',
      text: 'first'
    })
    await ask(ONE, 'protectProject', handle)
    expect(await ask(ONE, 'saveProject', { handle, text: 'third', force: true })).toMatchObject({
      problem: { code: 'read-only' }
    })
    expect(await ask(ONE, 'reloadProject', handle)).toMatchObject({ text: 'second' })
  })
})

describe('a window', () => {
  it('opens what it was opened for, once', async () => {
    await writeFile(place('talks.parallax'), TEXT)
    const open = desk.windows.get(ONE)
    if (open) open.opening = { sample: false, files: [], project: place('talks.parallax'), recovered: true }
    expect(await ask(ONE, 'launch')).toMatchObject({ project: { text: TEXT }, recovered: true })
    expect(await ask(ONE, 'launch')).toMatchObject({ project: null, recovered: false })
  })

  it('says whether it has anything to lose, and closes when it has saved it', async () => {
    await ask(ONE, 'setEdited', true)
    expect(desk.windows.get(ONE)?.isEdited).toBe(true)
    await ask(ONE, 'closeNow')
    expect(desk.windows.get(ONE)?.mayClose).toBe(true)
    await ask(ONE, 'newWindow')
    expect(desk.events).toEqual(['1 edited true', '1 closed', 'opened'])
  })
})

describe('an exported file', () => {
  it.each([
    ['text', 'csv', 'a,“é”,中', Buffer.from('a,“é”,中')],
    ['bytes', 'png', Uint8Array.of(0x89, 0x50), Buffer.of(0x89, 0x50)]
  ])('of %s is written as it is, under its ending', async (_name, kind, content, bytes) => {
    desk.chosen = place('findings')
    expect(await ask(ONE, 'exportFile', { name: `Talks.${kind}`, kind, content })).toEqual({
      name: `findings.${kind}`
    })
    expect(desk.asked[0]?.defaultPath).toBe(`Talks.${kind}`)
    expect(await readFile(place(`findings.${kind}`))).toEqual(bytes)
  })

  it('that cannot be written is told; none is written where no place is chosen', async () => {
    desk.chosen = place('no/folder/findings.md')
    expect(await ask(ONE, 'exportFile', { name: 'x', kind: 'md', content: '' })).toMatchObject({
      problem: { code: 'gone' }
    })
    desk.chosen = null
    expect(await ask(ONE, 'exportFile', { name: 'x', kind: 'md', content: '' })).toBeNull()
  })
})

describe('the name of a file', () => {
  it.each([
    ['Talks, 1 March', 'Talks, 1 March'],
    ['../../etc/passwd', 'etc passwd'],
    ['王毅会见：“要点”', '王毅会见：“要点”'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['.hidden', 'hidden'],
    ['', 'Untitled'],
    ['\u0000\n', 'Untitled'],
    ['x'.repeat(300), 'x'.repeat(100)]
  ])('%j: %j', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })
})
