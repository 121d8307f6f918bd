import type { App } from 'electron'
import { ENGINE_VERSION, LEXICON_VERSION } from '../../engine/version.ts'

/**
 * What “About Parallax” says: the versions that results are cited with, and where notices are. No address is asked for
 * a newer version; whoever installed the package knows where it is from.
 */
export const setupAbout = (app: Pick<App, 'name' | 'getVersion' | 'setAboutPanelOptions'>): void => {
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: app.getVersion(),
    version: `engine ${ENGINE_VERSION}`,
    copyright: [
      `Engine ${ENGINE_VERSION}, lexicon ${LEXICON_VERSION}.`,
      'MIT licence. The notices of the works it is made with lie beside the program.',
      'New versions are where this one came from; Parallax itself asks no server.'
    ].join('\n')
  })
}
