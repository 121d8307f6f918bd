import type { App } from 'electron'
import { ENGINE_VERSION, LEXICON_VERSION } from '../../engine/version.ts'
import { releasesPage } from '../contract/publisher.ts'

/**
 * What “About Parallax” says: the versions that results are cited with, and where notices and releases are. No
 * address is asked for a newer version.
 */
export const setupAbout = (app: Pick<App, 'name' | 'getVersion' | 'setAboutPanelOptions'>): void => {
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: app.getVersion(),
    version: `engine ${ENGINE_VERSION}`,
    copyright: [
      `Engine ${ENGINE_VERSION}, lexicon ${LEXICON_VERSION}.`,
      'MIT licence. The notices of the works it is made with lie beside the program.',
      releasesPage === null
        ? 'New versions are where this one came from; Parallax itself asks no server.'
        : `New versions: ${releasesPage} (Parallax itself asks no server).`
    ].join('\n')
  })
}
