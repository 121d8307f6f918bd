import { resolve } from 'node:path'

/** Ending of project files. */
export const PROJECT_EXTENSION = 'parallax'

export interface LaunchArguments {
  sample: boolean
  /** Absolute paths of readouts, in the order given. */
  files: string[]
  /** Absolute paths of project files: the command line's, or those that the file manager was asked to open. */
  projects: string[]
}

export const isProjectFile = (path: string): boolean => path.toLowerCase().endsWith(`.${PROJECT_EXTENSION}`)

/**
 * What the user asked for on the command line.
 *
 * @param argv `process.argv`: the program, then, in a development run, the app's folder, then the user's words
 *   among switches that belong to Chromium
 * @param development whether `argv` holds the app's folder (`process.defaultApp`)
 * @param folder what relative paths are relative to
 */
export const launchArguments = (argv: string[], development: boolean, folder: string): LaunchArguments => {
  // A development Electron may be given modules to load first, as pairs `-r MODULE`.
  const words = argv.slice(1).filter((word, at, all) => !word.startsWith('-') && all[at - 1] !== '-r')
  const files = development ? words.slice(1) : words
  const paths = files.map((file) => resolve(folder, file))
  return {
    sample: argv.includes('--sample'),
    files: paths.filter((path) => !isProjectFile(path)),
    projects: paths.filter(isProjectFile)
  }
}
