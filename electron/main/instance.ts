import type { App } from 'electron'
import type { LaunchArguments } from './launch.ts'
import type { Windows } from './windows.ts'

const isWanted = (value: unknown): value is LaunchArguments =>
  typeof value === 'object' && value !== null && 'projects' in value && 'files' in value && 'sample' in value

/**
 * Whether this is the one app of its profile; two would write the same drafts. Another hands on what it was asked for
 * and must end at once: not its command line, which Chromium reorders, but what it made of it.
 */
export const isOnlyInstance = (
  app: Pick<App, 'requestSingleInstanceLock'>,
  wanted: LaunchArguments
): boolean => app.requestSingleInstanceLock({ ...wanted })

/** Shows what another start of the program, or macOS's file manager, asks for. */
export const setupInstance = (
  app: Pick<App, 'on' | 'whenReady' | 'isReady'>,
  windows: Pick<Windows, 'bring' | 'open' | 'showAny'>,
  wanted: LaunchArguments
): void => {
  const show = async ({ sample, files, projects }: LaunchArguments): Promise<void> => {
    await app.whenReady()
    if (sample || files.length > 0) await windows.open({ sample, files })
    else if (projects.length === 0) await windows.showAny()
    for (const project of projects) await windows.bring(project)
  }
  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (isWanted(data)) void show(data)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    // Before it is ready, the file is what the app was started for.
    if (app.isReady()) void windows.bring(path)
    else wanted.projects.push(path)
  })
}
