import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

/**
 * The user's cache folder for Parallax, outside node_modules, so that a fresh installation of the packages does not
 * cost the Electron again.
 */
export const cacheFolder = (
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir()
): string => {
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'parallax')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'parallax')
  return join(environment['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'parallax')
}
