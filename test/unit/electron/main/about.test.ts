import { expect, it, vi } from 'vitest'
import { setupAbout } from '../../../../electron/main/about.ts'
import { ENGINE_VERSION, LEXICON_VERSION } from '../../../../engine/version.ts'

it('About says the versions that results are cited with', () => {
  const setAboutPanelOptions = vi.fn()
  setupAbout({ name: 'Parallax', getVersion: () => '1.2.3', setAboutPanelOptions })
  expect(setAboutPanelOptions).toHaveBeenCalledWith(
    expect.objectContaining({
      applicationVersion: '1.2.3',
      copyright: expect.stringContaining(`Engine ${ENGINE_VERSION}, lexicon ${LEXICON_VERSION}.`) as string
    })
  )
})
