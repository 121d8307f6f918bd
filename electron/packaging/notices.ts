import type { ShippedPackage } from './shipped.ts'

/** Data that files of the app are made of, and that no package stands for. */
export const DATA_SOURCES = [
  {
    name: 'CC-CEDICT',
    licence: 'CC-BY-SA-4.0',
    note: 'The Chinese-English dictionary and the list of traditional characters are made of CC-CEDICT, a work of its\ncontributors, published by MDBG (https://www.mdbg.net/chinese/dictionary?page=cc-cedict); both stand under the same\nlicence: https://creativecommons.org/licenses/by-sa/4.0/'
  },
  {
    name: 'GloVe',
    licence: 'PDDL-1.0',
    note: 'The word vectors are made of GloVe (https://nlp.stanford.edu/projects/glove/), Public Domain Dedication and\nLicense: https://opendatacommons.org/licenses/pddl/1-0/'
  }
] as const

const RULE = '-'.repeat(80)

/** The page of notices that goes with the app: what is in it, and on what terms. */
export const noticesOf = (packages: readonly ShippedPackage[]): string => {
  const parts = [
    `Third-party notices of Parallax

Parallax is made with the works below; each is named with its licence, and the licence's text follows. Electron's own
terms are in LICENSE.electron.txt, those of Chromium and of what is in it in LICENSES.chromium.html.
`,
    ...DATA_SOURCES.map(({ name, licence, note }) => `${name} (${licence})\n\n${note}\n`),
    ...packages.map(
      ({ name, version, licence, texts }) =>
        `${name} ${version} (${licence})\n\n${texts.map(({ text }) => text).join('\n\n')}\n`
    )
  ]
  return parts.join(`\n${RULE}\n\n`)
}
