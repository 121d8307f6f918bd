import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { sha256Of } from './checksums.ts'
import { IDENTITY, PROJECT_FILES } from './identity.ts'

/** What the package managers of Windows and macOS are told of a release; each of them updates by it. */

/** A made package, and where it will be. */
interface Released {
  /** Its address. */
  address: string
  sha256: string
}

/** How winget calls the package, for good. */
const WINGET_ID = `${IDENTITY.name}.${IDENTITY.name}`
const WINGET_FORM = '1.10.0'
/** The oldest Windows that Electron runs on. */
const OLDEST_WINDOWS = '10.0.0.0'
/** The oldest macOS that Electron runs on. */
const OLDEST_MACOS = ':ventura'

/**
 * winget's three manifests of a version, by their file names.
 *
 * @param date day of the release; null before it
 * @see https://learn.microsoft.com/windows/package-manager/package/manifest
 */
export const wingetManifests = (
  installer: Released,
  date: string | null,
  releases: string
): Record<string, string> => {
  const write = (type: string, content: object): string =>
    `# yaml-language-server: $schema=https://aka.ms/winget-manifest.${type}.${WINGET_FORM}.schema.json\n${stringify(
      {
        PackageIdentifier: WINGET_ID,
        PackageVersion: IDENTITY.version,
        ...content,
        ManifestType: type,
        ManifestVersion: WINGET_FORM
      }
    )}`
  return {
    [`${WINGET_ID}.yaml`]: write('version', { DefaultLocale: 'en-US' }),
    [`${WINGET_ID}.installer.yaml`]: write('installer', {
      MinimumOSVersion: OLDEST_WINDOWS,
      InstallerType: 'nullsoft',
      Scope: 'user',
      InstallModes: ['interactive', 'silent'],
      UpgradeBehavior: 'install',
      FileExtensions: [PROJECT_FILES.extension],
      ...(date === null ? {} : { ReleaseDate: date }),
      Installers: [
        {
          Architecture: 'x64',
          InstallerUrl: installer.address,
          InstallerSha256: installer.sha256.toUpperCase()
        }
      ]
    }),
    [`${WINGET_ID}.locale.en-US.yaml`]: write('defaultLocale', {
      PackageLocale: 'en-US',
      Publisher: IDENTITY.author,
      PackageName: IDENTITY.name,
      PackageUrl: releases,
      License: IDENTITY.licence,
      ShortDescription: IDENTITY.summary,
      Description: IDENTITY.description,
      Moniker: IDENTITY.executable
    })
  }
}

/**
 * Homebrew's cask. To uninstall leaves all that the user made; `--zap` takes the settings and the window's caches away,
 * and still leaves drafts and projects.
 *
 * @see https://docs.brew.sh/Cask-Cookbook
 */
export const homebrewCask = (image: Released, releases: string): string =>
  `cask "${IDENTITY.executable}" do
  version "${IDENTITY.version}"
  sha256 "${image.sha256}"

  url "${image.address.replaceAll(IDENTITY.version, '#{version}')}"
  name "${IDENTITY.name}"
  desc "${IDENTITY.summary}"
  homepage "${releases}"

  depends_on macos: ${OLDEST_MACOS}

  app "${IDENTITY.name}.app"

  zap trash: [
    "~/Library/Preferences/${IDENTITY.appId}.plist",
    "~/Library/Saved Application State/${IDENTITY.appId}.savedState",
  ]
end
`

/**
 * Writes the manifests for those packages of a folder that have a manager of their own.
 *
 * @param releases the page of the releases: a version's files lie below it
 * @returns names of the files written
 */
export const makeManifests = async (
  folder: string,
  releases: string,
  date: string | null
): Promise<string[]> => {
  const names = await readdir(folder)
  const released = async (name: string): Promise<Released> => ({
    address: `${releases}/download/v${IDENTITY.version}/${name}`,
    sha256: await sha256Of(join(folder, name))
  })
  const files: Record<string, string> = {}
  const installer = names.find((name) => name.endsWith('.exe'))
  if (installer !== undefined)
    Object.assign(files, wingetManifests(await released(installer), date, releases))
  const image = names.find((name) => name.endsWith('.dmg'))
  if (image !== undefined) files[`${IDENTITY.executable}.rb`] = homebrewCask(await released(image), releases)
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return Object.keys(files)
}
