import { releasesPage } from '../contract/publisher.ts'
import { IDENTITY, PROJECT_FILES, READOUT_FORMATS } from './identity.ts'

/** What a desktop of the freedesktop kind is told of an installed app. */

/** Where menus and software centres have it. */
const CATEGORY = 'Office'

/** Name of an icon in the theme, of a MIME type. */
export const iconNameOf = (mimeType: string): string => mimeType.replaceAll('/', '-')

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** @see https://specifications.freedesktop.org/desktop-entry-spec/latest/ */
export const desktopEntry = (): string =>
  `[Desktop Entry]
Type=Application
Name=${IDENTITY.name}
GenericName=Readout Comparison
Comment=${IDENTITY.summary}
Exec=${IDENTITY.executable} %F
Icon=${IDENTITY.executable}
Terminal=false
StartupNotify=true
StartupWMClass=${IDENTITY.executable}
Categories=${CATEGORY};
Keywords=readout;communiqué;diplomacy;comparison;alignment;research;
MimeType=${[PROJECT_FILES.mimeType, ...READOUT_FORMATS.flatMap(({ mimeTypes }) => mimeTypes)].join(';')};
`

/** @see https://specifications.freedesktop.org/shared-mime-info-spec/latest/ */
export const mimeDefinition = (): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${PROJECT_FILES.mimeType}">
    <comment>${PROJECT_FILES.name}</comment>
    <sub-class-of type="application/json"/>
    <icon name="${iconNameOf(PROJECT_FILES.mimeType)}"/>
    <glob pattern="*.${PROJECT_FILES.extension}"/>
  </mime-type>
</mime-info>
`

/**
 * What software centres show.
 *
 * @param date of the version's release; null for one that has not been released
 * @see https://www.freedesktop.org/software/appstream/docs/
 */
export const metainfo = (date: string | null): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${IDENTITY.appId}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>${IDENTITY.licence}</project_license>
  <name>${IDENTITY.name}</name>
  <summary>${escapeXml(IDENTITY.summary)}</summary>
  <developer_name>${escapeXml(IDENTITY.author)}</developer_name>
  <description>
    <p>
      After a meeting, two governments each publish a readout. Parallax sets the two side by side: passages on the same
      matter stand opposite each other although the texts order them differently, what only one side reports is seen at
      a glance, and each aligned passage says what differs and why the two stand together.
    </p>
    <p>
      English and Chinese are read, as plain text, web page, mail, Word, OpenDocument, RTF or PDF. Everything happens on
      your own machine: no network, no account, and the same answer every time.
    </p>
  </description>
${releasesPage === null ? '' : `  <url type="homepage">${escapeXml(releasesPage)}</url>\n`}  <launchable type="desktop-id">${IDENTITY.executable}.desktop</launchable>
  <categories>
    <category>${CATEGORY}</category>
  </categories>
  <icon type="stock">${IDENTITY.executable}</icon>
  <provides>
    <binary>${IDENTITY.executable}</binary>
    <mediatype>${PROJECT_FILES.mimeType}</mediatype>
  </provides>
  <content_rating type="oars-1.1"/>
${date === null ? '' : `  <releases>\n    <release version="${IDENTITY.version}" date="${date}"/>\n  </releases>\n`}</component>
`

/**
 * Lets the app have user namespaces, which Chromium's sandbox is made of, where AppArmor forbids them to programs that
 * it has no profile for (Ubuntu 24.04 and later).
 */
export const appArmorProfile = (program: string): string =>
  `abi <abi/4.0>,
include <tunables/global>

profile ${IDENTITY.executable} ${program} flags=(unconfined) {
  userns,

  include if exists <local/${IDENTITY.executable}>
}
`
