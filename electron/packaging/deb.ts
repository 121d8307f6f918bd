import { chmod, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { releasesPage } from '../contract/publisher.ts'
import { runChild } from '../runtime/child.ts'
import { ROOT } from '../runtime/paths.ts'
import { Plain } from '../runtime/say.ts'
import { sizeOf } from './folder-size.ts'
import { ICON_SIZES, iconFile, ICONS, type Drawing } from './icon-files.ts'
import { IDENTITY, PROJECT_FILES } from './identity.ts'
import { appArmorProfile, desktopEntry, iconNameOf, metainfo, mimeDefinition } from './linux-entries.ts'

const HOME = `usr/lib/${IDENTITY.executable}`
const PROGRAM = `${HOME}/${IDENTITY.executable}`
const APPARMOR_SOURCE = `/${HOME}/resources/apparmor-profile`
const APPARMOR_TARGET = `/etc/apparmor.d/${IDENTITY.executable}`
const LARGEST_THEME_SIZE = 512
const LIMIT_MS = 15 * 60_000

/**
 * What Electron's program is linked against or cannot start without (libx11-xcb1), with the names that newer releases
 * gave to the same. What these bring with them is not named again.
 */
const DEPENDS = [
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libc6',
  'libcups2 | libcups2t64',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libudev1',
  'libx11-xcb1',
  'libxkbcommon0'
]
/** These make the files' type, the entry in the menu, and “Open with” known; libgl1 lets the graphics card draw. */
const RECOMMENDS = ['desktop-file-utils', 'libgl1', 'shared-mime-info', 'xdg-utils']

export const ARCHITECTURES: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64', arm64: 'arm64' }

/** A version before a release (1.0.0-beta.1) sorts before the release where it has a tilde. */
export const debianVersion = (version: string): string => version.replace('-', '~')

const control = (architecture: string, kilobytes: number): string =>
  `Package: ${IDENTITY.executable}
Version: ${debianVersion(IDENTITY.version)}
Architecture: ${architecture}
Maintainer: ${IDENTITY.author} <${IDENTITY.email}>
Installed-Size: ${kilobytes}
Depends: ${DEPENDS.join(', ')}
Recommends: ${RECOMMENDS.join(', ')}
Section: text
Priority: optional
${releasesPage === null ? '' : `Homepage: ${releasesPage}\n`}Description: ${IDENTITY.summary}
 After a meeting, two governments each publish a readout. Parallax sets the two
 side by side: passages on the same matter stand opposite each other, what only
 one side reports is seen at a glance, and each aligned passage says what
 differs. English and Chinese; everything happens on the machine itself.
`

/** A profile that this AppArmor does not understand (before 4.0) is not needed by it either. */
const POSTINST = `#!/bin/sh
set -e
if [ "$1" = configure ] && [ -d /etc/apparmor.d ] && command -v apparmor_parser >/dev/null; then
  if apparmor_parser --skip-kernel-load --skip-cache ${APPARMOR_SOURCE} >/dev/null 2>&1; then
    cp ${APPARMOR_SOURCE} ${APPARMOR_TARGET}
    if aa-enabled --quiet 2>/dev/null; then
      apparmor_parser --replace --write-cache ${APPARMOR_TARGET} || true
    fi
  fi
fi
`

const POSTRM = `#!/bin/sh
set -e
# What the user made is in the home folders and stays there.
case "$1" in
  remove | purge)
    if [ -f ${APPARMOR_TARGET} ]; then
      if aa-enabled --quiet 2>/dev/null; then
        apparmor_parser --remove ${APPARMOR_TARGET} || true
      fi
      rm -f ${APPARMOR_TARGET}
    fi
    ;;
esac
`

const copyright = (licence: string): string =>
  `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: ${IDENTITY.name}
Comment: The works that the app is made with have terms of their own, which are in
 /${HOME}: THIRD-PARTY-NOTICES.txt, LICENSE.electron.txt, LICENSES.chromium.html.

Files: *
Copyright: ${/^Copyright \(c\) (.*)$/mu.exec(licence)?.[1] ?? IDENTITY.author}
License: MIT
${licence
  .split('\n')
  .slice(4)
  .map((line) => ` ${line.trim() || '.'}`)
  .join('\n')
  .replace(/(?:\n \.)+$/u, '')}
`

const put = async (path: string, content: string | Buffer, mode = 0o644): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  await chmod(path, mode)
}

const putIcons = async (tree: string, drawing: Drawing, place: string, name: string): Promise<void> => {
  const theme = join(tree, 'usr/share/icons/hicolor')
  for (const size of ICON_SIZES.filter((each) => each <= LARGEST_THEME_SIZE))
    await put(join(theme, `${size}x${size}`, place, `${name}.png`), await readFile(iconFile(drawing, size)))
  await put(join(theme, 'scalable', place, `${name}.svg`), await readFile(join(ICONS, `${drawing}.svg`)))
}

/** Lays the files out as they will lie on the system. */
const layOut = async (app: string, tree: string, released: string | null): Promise<void> => {
  const share = join(tree, 'usr/share')
  await rm(tree, { recursive: true, force: true })
  await cp(app, join(tree, HOME), { recursive: true })
  // Where the kernel allows no user namespaces, this helper sets the sandbox up, and for that must be root's own.
  await chmod(join(tree, HOME, 'chrome-sandbox'), 0o4755)
  for (const library of (await readdir(join(tree, HOME))).filter((name) => /\.so(?:\.|$)/u.test(name)))
    await chmod(join(tree, HOME, library), 0o644)
  await mkdir(join(tree, 'usr/bin'), { recursive: true })
  await symlink(
    `../lib/${IDENTITY.executable}/${IDENTITY.executable}`,
    join(tree, 'usr/bin', IDENTITY.executable)
  )
  await put(join(tree, APPARMOR_SOURCE), appArmorProfile(`/${PROGRAM}`))
  await put(join(share, 'applications', `${IDENTITY.executable}.desktop`), desktopEntry())
  await put(join(share, 'mime/packages', `${IDENTITY.executable}.xml`), mimeDefinition())
  await put(join(share, 'metainfo', `${IDENTITY.appId}.metainfo.xml`), metainfo(released))
  await putIcons(tree, 'parallax', 'apps', IDENTITY.executable)
  await putIcons(tree, 'project', 'mimetypes', iconNameOf(PROJECT_FILES.mimeType))
  const doc = join(share, 'doc', IDENTITY.executable)
  await put(join(doc, 'copyright'), copyright(await readFile(join(ROOT, 'LICENSE'), 'utf8')))
  // A file called changelog would have to be in Debian's own form.
  await put(join(doc, 'NEWS.gz'), gzipSync(await readFile(join(ROOT, 'CHANGELOG.md')), { level: 9 }))
}

/**
 * Makes a Debian package of the unpacked app, with dpkg-deb alone: electron-builder's own way needs a program that only
 * its makers' release page has.
 *
 * @param app folder of the unpacked app
 * @param output folder for the package
 * @param released date of the version's release
 */
export const makeDeb = async (app: string, output: string, released: string | null): Promise<void> => {
  const architecture = ARCHITECTURES[process.arch]
  if (architecture === undefined) throw new Plain(`Debian has no architecture for ${process.arch}.`)
  const tree = join(output, 'deb')
  await layOut(app, tree, released)
  const kilobytes = Math.ceil((await sizeOf(tree)) / 1024)
  await put(join(tree, 'DEBIAN/control'), control(architecture, kilobytes))
  await put(join(tree, 'DEBIAN/postinst'), POSTINST, 0o755)
  await put(join(tree, 'DEBIAN/postrm'), POSTRM, 0o755)
  const file = join(output, `${IDENTITY.executable}_${debianVersion(IDENTITY.version)}_${architecture}.deb`)
  // Files of the package are root's, whoever makes it; no fakeroot is needed.
  const { code, output: said } = await runChild(
    'dpkg-deb',
    ['--root-owner-group', '-Zxz', '--build', tree, file],
    { limitMs: LIMIT_MS }
  )
  if (code !== 0) throw new Plain(`dpkg-deb failed: ${said.trim()}`)
  await rm(tree, { recursive: true })
}
