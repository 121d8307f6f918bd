/**
 * The engine's one direction: what stands later may import what stands earlier, and never the other way round. `npm test`
 * holds it; docs/architecture.md says what each folder is.
 */
const ORDER = [
  'syntax',
  'text',
  'lexicon',
  'wording',
  'meaning',
  'entities',
  'topics',
  'attribution',
  'claims',
  'align',
  'identify',
  'findings',
  'edit',
  'cite',
  'report'
]

/** Folders that rest on the texts alone: what they give is what all others begin with. */
const APART = ['ingest', 'codebook', 'project']

const folder = (name) => `^engine/${name}/`
/** The lexicon's data is nobody's code: all may read it. */
const DATA = '^engine/lexicon/data/'
const later = (name) => ORDER.slice(ORDER.indexOf(name) + 1).map(folder)

export default {
  forbidden: [
    ...ORDER.slice(0, -1).map((name) => ({
      name: `${name}-looks-back`,
      severity: 'error',
      from: { path: folder(name) },
      to: { path: later(name), pathNot: DATA, dependencyTypesNot: ['type-only'] }
    })),
    ...APART.map((name) => ({
      name: `${name}-stands-apart`,
      severity: 'error',
      // The import report tells day, place and officials of what was read, which identify/ finds.
      from: { path: folder(name), pathNot: '^engine/ingest/text\\.ts$' },
      to: {
        path: ORDER.filter((other) => !['text', 'lexicon'].includes(other)).map(folder),
        dependencyTypesNot: ['type-only']
      }
    })),
    {
      name: 'no-circle',
      comment: 'A story’s subjects and what a sentence is about still ask each other.',
      severity: 'error',
      from: { path: '^engine/', pathNot: '^engine/attribution/story/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'engine-is-pure',
      severity: 'error',
      from: { path: '^engine/' },
      to: { path: '^(?:electron|renderer|test)/' }
    }
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'engine/tsconfig.json' }
  }
}
