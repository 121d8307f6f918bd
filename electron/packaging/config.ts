import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { ICONS } from './icon-files.ts'
import { IDENTITY, PROJECT_FILES, READOUT_FORMATS } from './identity.ts'

/**
 * The fuses of what is handed on, also held against the made package by `npm run package:check`.
 *
 * @see https://www.electronjs.org/docs/latest/tutorial/fuses
 */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Without effect on Linux, where Electron checks no hashes.
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false
} as const

interface Options {
  /** Folder for what is made. */
  output: string
  /** Folder of the licence texts, the notices and the bill of materials. */
  notices: string
  electronVersion: string
  /** Folder of the unpacked Electron; null where electron-builder is to fetch the wanted one itself. */
  electronDist: string | null
}

/** The one configuration of electron-builder, for all platforms. */
export const configurationOf = ({
  output,
  notices,
  electronVersion,
  electronDist
}: Options): Configuration => ({
  appId: IDENTITY.appId,
  productName: IDENTITY.name,
  copyright: `Copyright © ${IDENTITY.author}`,
  artifactName: '${name}-${version}-${os}-${arch}.${ext}',
  directories: { output, buildResources: ICONS },
  electronVersion,
  electronDist,
  // What the interface's own words are in; the texts' languages need none of these.
  electronLanguages: ['en-US'],
  electronFuses: FUSES,
  asar: true,
  files: ['package.json', 'out/{main,preload,renderer}/**', '!**/*.map'],
  extraFiles: [{ from: notices, to: '.' }],
  // Electron looks for the desktop entry of its windows under this name.
  extraMetadata: { desktopName: `${IDENTITY.executable}.desktop`, scripts: null, engines: null },
  // All code is bundled: there is no module to be built for Electron.
  npmRebuild: false,
  publish: null,
  // An Electron for development has an app of its own, the registry's also a file of its former owner's updater.
  afterExtract: async ({ appOutDir }) => {
    for (const left of ['app', 'app-update.yml', 'default_app.asar'])
      await rm(join(appOutDir, 'resources', left), { recursive: true, force: true })
  },
  fileAssociations: [
    {
      ext: PROJECT_FILES.extension,
      name: PROJECT_FILES.name,
      description: PROJECT_FILES.name,
      mimeType: PROJECT_FILES.mimeType,
      icon: join(ICONS, 'project'),
      role: 'Editor'
    }
  ],
  linux: {
    executableName: IDENTITY.executable,
    icon: join(ICONS, 'parallax'),
    category: 'Office',
    synopsis: IDENTITY.summary,
    syncDesktopName: true,
    mimeTypes: READOUT_FORMATS.flatMap(({ mimeTypes }) => [...mimeTypes])
  },
  win: { icon: join(ICONS, 'parallax.ico'), target: ['nsis', 'zip'] },
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  mac: {
    icon: join(ICONS, 'parallax.icns'),
    category: 'public.app-category.productivity',
    target: [
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' }
    ],
    hardenedRuntime: true,
    fileAssociations: READOUT_FORMATS.map(({ name, extensions }) => ({
      ext: [...extensions],
      name,
      role: 'Viewer' as const,
      rank: 'Alternate' as const
    }))
  }
})
