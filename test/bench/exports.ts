import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild } from '../../electron/runtime/child.ts'
import { Plain, run, say } from '../../electron/runtime/say.ts'
import { compare } from '../../engine/compare.ts'
import { startWork } from '../../engine/edit/work.ts'
import type { Comparison } from '../../engine/model.ts'
import { exportAs } from '../../engine/report/export.ts'
import type { LoadFont } from '../../engine/report/fonts.ts'

/**
 * The Word report opened by LibreOffice, which is too large to be installed for `npm test`: its text has every sentence
 * of both readouts, and each page can be drawn. The pictures stay for looking at. Needs LibreOffice Writer and poppler
 * (`apt-get install libreoffice-writer poppler-utils`).
 */
const READOUTS = resolve(import.meta.dirname, '../fixtures/readouts')
const PAIRS = [
  ['talks', 'cn'],
  ['talks', 'cn.zh'],
  ['call', 'cn.zh']
] as const
const PROGRAM_LIMIT_MS = 120_000

const loadFont: LoadFont = async (fontPackage, file) =>
  new Uint8Array(await readFile(fileURLToPath(import.meta.resolve(`${fontPackage}/${file}`))))

const program = async (name: string, ...words: string[]): Promise<string> => {
  const { code, output, timedOut } = await runChild(name, words, { limitMs: PROGRAM_LIMIT_MS })
  if (code !== 0)
    throw new Plain(`${name} ${timedOut ? 'took too long' : `failed: ${output.trim().slice(-300)}`}`)
  return output
}

const comparisonOf = (pair: string, file: string): Comparison => {
  const text = (name: string) => ({ name, text: readFileSync(join(READOUTS, pair, `${name}.txt`), 'utf8') })
  const compared = compare(text('us'), text(file))
  if (!compared.ok) throw new Plain(compared.problem.message)
  return compared.comparison
}

/** Without blanks, since programs break lines where they like. */
const bare = (words: string): string => words.replace(/\s+/gu, '')

run(async () => {
  const out = mkdtempSync(join(tmpdir(), 'parallax-exports-'))
  const profile = mkdtempSync(join(tmpdir(), 'parallax-office-'))
  const office = (form: string, file: string): Promise<string> =>
    program(
      'soffice',
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      form,
      '--outdir',
      out,
      file
    )
  let missing = 0
  try {
    for (const [pair, file] of PAIRS) {
      const name = `${pair}-${file}`
      const comparison = comparisonOf(pair, file)
      const docx = join(out, `${name}.docx`)
      writeFileSync(docx, (await exportAs('docx', { work: startWork(comparison) }, loadFont)).bytes)
      await office('txt:Text (encoded):UTF8', docx)
      await office('pdf', docx)
      await program('pdftoppm', '-r', '60', '-png', join(out, `${name}.pdf`), join(out, name))
      const pages = Number(/Pages:\s+(\d+)/u.exec(await program('pdfinfo', join(out, `${name}.pdf`)))?.[1])
      const text = bare(readFileSync(join(out, `${name}.txt`), 'utf8'))
      const { us, cn } = comparison.readouts
      const lost = [...us.sentences, ...cn.sentences].filter(
        (sentence) => !text.includes(bare(sentence.text))
      )
      for (const sentence of lost) say(`${name}: ${sentence.id} is not in the text that LibreOffice reads.`)
      missing += lost.length
      process.stdout.write(
        `${name}: ${us.sentences.length + cn.sentences.length - lost.length} sentences read, ${pages} pages drawn\n`
      )
    }
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
  process.stdout.write(`Pictures of the pages: ${out}\n`)
  return missing === 0 ? 0 : 1
})
