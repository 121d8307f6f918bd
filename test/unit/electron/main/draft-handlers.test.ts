import { readFile, writeFile, rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { ask, desk, handleOf, ONE, OTHER, place, saveAs, start } from './storage-desk.ts'

const DRAFT = 'draft-of-the-talks'

describe('drafts', () => {
  const store = (window: number, text: string, handle: string | null = null): Promise<unknown> =>
    ask(window, 'storeDraft', { id: DRAFT, handle, name: 'Talks', text })

  it('are offered after the app has ended, with the file they are a later state of', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'saved'))
    expect(await store(ONE, 'later', handle)).toBeNull()
    expect(await ask(OTHER, 'drafts')).toEqual([])
    start()
    expect(await ask(ONE, 'launch')).toMatchObject({
      drafts: [{ id: DRAFT, name: 'Talks', folder: desk.folder }]
    })
    const taken = await ask(ONE, 'takeDraft', DRAFT)
    expect(taken).toMatchObject({ name: 'Talks', text: 'later', readOnly: null, isChanged: false })
    expect(await ask(ONE, 'saveProject', { handle: handleOf(taken), text: 'later' })).toMatchObject({
      name: 'talks.parallax'
    })
    await ask(ONE, 'dropDraft', DRAFT)
    expect(await ask(OTHER, 'launch')).toMatchObject({ drafts: [] })
  })

  it('of a file that is another by now do not go over it unasked', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'saved'))
    await store(ONE, 'later', handle)
    await writeFile(place('talks.parallax'), 'of a colleague')
    start()
    const taken = await ask(ONE, 'takeDraft', DRAFT)
    expect(taken).toMatchObject({ text: 'later', isChanged: true })
    expect(await ask(ONE, 'saveProject', { handle: handleOf(taken), text: 'later' })).toMatchObject({
      problem: { code: 'changed-on-disk' }
    })
    expect(await readFile(place('talks.parallax'), 'utf8')).toBe('of a colleague')
  })

  it('are dropped by the saving of their work, and kept where it fails', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'saved'))
    await store(ONE, 'later', handle)
    await writeFile(place('talks.parallax'), 'of a colleague')
    const save = { handle, text: 'last', draft: DRAFT }
    expect(await ask(ONE, 'saveProject', save)).toMatchObject({ problem: { code: 'changed-on-disk' } })
    start()
    expect(await ask(ONE, 'drafts')).toMatchObject([{ id: DRAFT }])
    const taken = await ask(ONE, 'takeDraft', DRAFT)
    expect(taken).toMatchObject({ text: 'last', isChanged: true })
    await ask(ONE, 'saveProject', { ...save, handle: handleOf(taken), force: true })
    start()
    expect(await ask(ONE, 'drafts')).toEqual([])
    expect(await readFile(place('talks.parallax'), 'utf8')).toBe('last')
  })

  it('of what is saved elsewhere are of that file from the start', async () => {
    await store(ONE, 'new')
    desk.chosen = place('no/folder/talks.parallax')
    const save = { text: 'last', suggestedName: 'Talks', handle: null, draft: DRAFT }
    expect(await ask(ONE, 'saveProjectAs', save)).toMatchObject({ problem: { code: 'gone' } })
    start()
    expect(await ask(ONE, 'takeDraft', DRAFT)).toMatchObject({ text: 'last', handle: null })
    desk.chosen = place('talks.parallax')
    expect(await ask(ONE, 'saveProjectAs', save)).toMatchObject({ name: 'talks.parallax' })
    start()
    expect(await ask(ONE, 'drafts')).toEqual([])
  })

  it('that hold what their file holds are not offered', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'saved'))
    await store(ONE, 'later', handle)
    // As if the app had ended between the writing of the file and the dropping of the draft.
    await ask(ONE, 'saveProject', { handle, text: 'later' })
    start()
    expect(await ask(ONE, 'launch')).toMatchObject({ drafts: [] })
  })

  it('of a file that is gone are there all the same', async () => {
    const handle = handleOf(await saveAs(ONE, 'talks.parallax', 'saved'))
    await store(ONE, 'later', handle)
    await rm(place('talks.parallax'))
    start()
    expect(await ask(ONE, 'takeDraft', DRAFT)).toMatchObject({ text: 'later', handle: null, isChanged: true })
  })

  it('of work that was never saved have no file', async () => {
    await store(ONE, 'new')
    start()
    expect(await ask(ONE, 'takeDraft', DRAFT)).toEqual({
      id: DRAFT,
      name: 'Talks',
      text: 'new',
      parts: null,
      handle: null,
      readOnly: null,
      isChanged: false
    })
    expect(await ask(OTHER, 'takeDraft', DRAFT)).toMatchObject({ problem: { code: 'gone' } })
  })

  it('of a page that was loaded again are offered to it', async () => {
    await store(ONE, 'before the page died')
    expect(await ask(ONE, 'launch')).toMatchObject({ drafts: [{ id: DRAFT }] })
  })

  it('that cannot be stored are told, and the next one is tried', async () => {
    await writeFile(place('data'), 'a file in the place of the folder')
    expect(await store(ONE, 'text')).toMatchObject({ code: expect.any(String) as string })
    await rm(place('data'))
    expect(await store(ONE, 'text')).toBeNull()
  })
})
