import { watch as watchFolder } from 'node:fs'
import { basename, dirname } from 'node:path'

/** A program that writes a file does so in several steps; what it did is looked at when it has been quiet so long. */
const QUIET_MS = 150

/** Where a folder is watched by the system: calls back with names of files in it, null where it does not say. */
export type WatchFolder = (folder: string, onEvent: (name: string | null) => void) => { close: () => void }

const bySystem: WatchFolder = (folder, onEvent) => {
  const watcher = watchFolder(folder, { persistent: false }, (_event, name) => {
    onEvent(name)
  })
  // A folder that is taken away, or a network that ends: the look at each focus of the window remains.
  watcher.on('error', () => {
    watcher.close()
  })
  return watcher
}

/**
 * Watches a file, by its folder, since most programs put a new file in the old one's place. Where the system does not
 * watch, nothing is heard, and the file is looked at when its window gets the focus.
 *
 * @returns a function that stops it
 */
export const watchFile = (
  path: string,
  onTouched: () => void,
  watchFolder: WatchFolder = bySystem
): (() => void) => {
  let timer: NodeJS.Timeout | undefined
  const onEvent = (name: string | null): void => {
    if (name !== null && name !== basename(path)) return
    clearTimeout(timer)
    timer = setTimeout(onTouched, QUIET_MS)
  }
  try {
    const watcher = watchFolder(dirname(path), onEvent)
    return () => {
      clearTimeout(timer)
      watcher.close()
    }
  } catch {
    return () => undefined
  }
}
