// The linter's types: one program for all files, Svelte's among them. Plain JavaScript, as its configuration is.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
const CONFIG = join(ROOT, 'tsconfig.lint.json')

/** Svelte's parser then has TypeScript read a component as it hands it to the linter, and not as it lies on disk. */
process.env['SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK'] = '1'

/** @returns {ts.Program} */
const makeProgram = () => {
  const { config } = ts.readConfigFile(CONFIG, (path) => ts.sys.readFile(path))
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT, {}, CONFIG, undefined, [
    { extension: '.svelte', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }
  ])
  const all = { ...options, allowNonTsExtensions: true }
  return ts.createProgram(fileNames, all, ts.createCompilerHost(all, true))
}

/** @type {ts.Program | undefined} */
let made
/** Made when the first file is parsed: who reads the configuration alone needs none. */
const program = () => (made ??= makeProgram())

/**
 * The list that the parser takes programs from.
 *
 * @type {ts.Program[]}
 */
export const PROGRAMS = Object.defineProperty([], 0, { enumerable: true, get: program })

/**
 * Whether the linter reads each file once, as it lies on disk, and ends. An editor, and whoever mends, reads files anew.
 */
export const IS_SINGLE_RUN =
  /[\\/]eslint(?:\.js)?$/u.test(process.argv[1] ?? '') &&
  !process.argv.some((word) => word.startsWith('--fix'))

/**
 * The parser of scripts for Svelte's, which holds each text against the program's: a place in the one must be the same
 * in the other.
 *
 * @template {{ parseForESLint: (code: string, options: { filePath: string, programs?: unknown }) => unknown }} Parser
 * @param {Parser} parser
 * @returns {Parser}
 */
export const heldToProgram = (parser) => ({
  ...parser,
  parseForESLint: (code, options) => {
    // It is asked for scripts without types as well, while the program is made.
    if (options.programs && program().getSourceFile(options.filePath)?.text !== code)
      throw new Error(`the linter's program has another text of ${options.filePath}`)
    return parser.parseForESLint(code, options)
  }
})
