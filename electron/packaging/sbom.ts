import { createHash } from 'node:crypto'
import { DATA_SOURCES } from './notices.ts'
import type { ShippedPackage } from './shipped.ts'

export interface Subject {
  name: string
  version: string
  licence: string
  electron: string
}

const purlOf = (name: string, version: string): string =>
  `pkg:npm/${name.replace(/^@/u, '%40')}@${encodeURIComponent(version)}`

/** `sha512-…` in base 64 becomes what CycloneDX wants: the algorithm's name and hexadecimal digits. */
const hashesOf = (integrity: string | null): { alg: string; content: string }[] => {
  const [, bits, digest] = /^sha(256|384|512)-(.+)$/u.exec(integrity ?? '') ?? []
  return bits === undefined || digest === undefined
    ? []
    : [{ alg: `SHA-${bits}`, content: Buffer.from(digest, 'base64').toString('hex') }]
}

const licencesOf = (expression: string): object[] =>
  /[ ()]/u.test(expression) ? [{ expression }] : [{ license: { id: expression } }]

/** Same content, same number: the list has no other identity, and a build can be made again. */
const serialOf = (content: string): string => {
  const hex = createHash('sha256').update(content).digest('hex')
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * The bill of materials in CycloneDX 1.6: what is in the app, not what it was built with.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export const bomOf = (
  { name, version, licence, electron }: Subject,
  packages: readonly ShippedPackage[]
): object => {
  const root = `${name}@${version}`
  const components = [
    {
      type: 'framework',
      'bom-ref': `electron@${electron}`,
      name: 'electron',
      version: electron,
      licenses: licencesOf('MIT'),
      purl: purlOf('electron', electron)
    },
    ...packages.map((shipped) => ({
      type: 'library',
      'bom-ref': `${shipped.name}@${shipped.version}`,
      name: shipped.name,
      version: shipped.version,
      licenses: licencesOf(shipped.licence),
      hashes: hashesOf(shipped.integrity),
      purl: purlOf(shipped.name, shipped.version)
    })),
    ...DATA_SOURCES.map((source) => ({
      type: 'data',
      'bom-ref': source.name,
      name: source.name,
      licenses: licencesOf(source.licence)
    }))
  ]
  const content = {
    metadata: {
      component: { type: 'application', 'bom-ref': root, name, version, licenses: licencesOf(licence) }
    },
    components,
    dependencies: [{ ref: root, dependsOn: components.map((component) => component['bom-ref']) }]
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(JSON.stringify(content)),
    version: 1,
    ...content
  }
}
