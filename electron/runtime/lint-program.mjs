// The linter's types: one program for all files, Svelte's among them. Plain JavaScript, as its configuration is.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
const CONFIG = join(ROOT, 'tsconfig.lint.json')
/** What Svelte's parser hands on in another text than that on disk. */
const IS_SVELTE = /\.svelte(?:\.ts)?$/u

/**
 * @typedef {{ filePath: string, programs?: unknown, project?: unknown }} Options
 * @typedef {{ parseForESLint: (code: string, options: any) => any }} Parser
 */

/**
 * Whether the linter reads each file once, as it lies on disk, and ends. An editor, and whoever mends, reads files anew.
 */
export const IS_SINGLE_RUN =
  /[\\/]eslint(?:\.js)?$/u.test(process.argv[1] ?? '') &&
  !process.argv.some((word) => word.startsWith('--fix'))

/**
 * With further kinds of files the linter's parser keeps a program of its own, updated with each of them, since none has
 * for it the text that is on disk. One that has these texts from the beginning serves all.
 *
 * @param {Parser} svelte the parser of Svelte files
 * @param {Parser} script the parser of scripts that it hands them to
 * @param {object} svelteConfig
 * @returns {{ programs: ts.Program[], script: Parser }} the list that the parser takes programs from, and the parser of
 *   scripts, which holds each text against the program's: a place in the one must be the same in the other
 */
export const programForAll = (svelte, script, svelteConfig) => {
  /** @type {(path: string, text: string) => string} */
  const handedOn = (path, text) => {
    let last = text
    const parser = {
      ...script,
      parseForESLint: (/** @type {string} */ code, /** @type {Options} */ options) => {
        last = code
        return script.parseForESLint(code, options)
      }
    }
    svelte.parseForESLint(text, { filePath: path, parser, svelteConfig })
    return last
  }

  const makeProgram = () => {
    const { config } = ts.readConfigFile(CONFIG, (path) => ts.sys.readFile(path))
    const { fileNames, options } = ts.parseJsonConfigFileContent(
      config,
      ts.sys,
      ROOT,
      {},
      CONFIG,
      undefined,
      [{ extension: '.svelte', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }]
    )
    const all = { ...options, allowNonTsExtensions: true }
    const host = ts.createCompilerHost(all, true)
    host.readFile = (path) => {
      const text = ts.sys.readFile(path)
      return text !== undefined && IS_SVELTE.test(path) ? handedOn(path, text) : text
    }
    return ts.createProgram(fileNames, all, host)
  }

  /** @type {ts.Program | undefined} */
  let made
  // Made when the first file is parsed: who reads the configuration alone needs none.
  const program = () => (made ??= makeProgram())

  return {
    programs: Object.defineProperty([], 0, { enumerable: true, get: program }),
    script: {
      ...script,
      parseForESLint: (code, options) => {
        // It is asked for scripts without types as well.
        if (options.programs && program().getSourceFile(options.filePath)?.text !== code)
          throw new Error(`the linter's program has another text of ${options.filePath}`)
        return script.parseForESLint(code, options)
      }
    }
  }
}
