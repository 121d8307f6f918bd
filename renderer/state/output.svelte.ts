import type { DesktopApi } from '../../electron/contract/api.ts'
import type { CitationStyle } from '../../engine/cite/cite.ts'
import { citedOf } from '../../engine/cite/cited.ts'
import { quoteFinding, quotePassage, quoteWords } from '../../engine/cite/quotation.ts'
import type { Agreed } from '../../engine/edit/agreement.ts'
import { SIDES, type Side } from '../../engine/model.ts'
import type { Tell } from '../../engine/progress.ts'
import { fileNameOf } from '../../engine/report/file-name.ts'
import type { ReportOptions } from '../../engine/report/document.ts'
import { ABOUT, type Choice } from '../lib/export.ts'
import { pngOf } from '../lib/png.ts'
import type { Editing } from './editing.svelte.ts'
import { Stopped, unlessStopped, type FilesClient } from './files.ts'
import type { Indexed } from './index.ts'
import type { ProjectStore } from './project.svelte.ts'
import type { Reading } from './reading.svelte.ts'
import type { Back, Status } from './status.svelte.ts'
import type { StudyState } from './study.svelte.ts'
import { words } from '../words/words.ts'

/** What is given out, and where it is. */
interface Desk {
  indexed: () => Indexed | null
  reading: Reading
  editing: Editing
  study: StudyState
  project: ProjectStore
  tell: (message: string, back?: Back) => void
  during: Status['during']
  /** Shows where the facts of the sources are written. */
  askForFacts: () => void
  /** How copies and reports cite. */
  style: () => CitationStyle
  setStyle: (style: CitationStyle) => void
}

/** What leaves the window: copies with their citation, reports, and the comparison with a second coder's. */
export class Output {
  readonly #desktop: DesktopApi
  readonly #files: FilesClient
  readonly #desk: Desk

  constructor(desktop: DesktopApi, files: FilesClient, desk: Desk) {
    this.#desktop = desktop
    this.#files = files
    this.#desk = desk
  }

  get style(): CitationStyle {
    return this.#desk.style()
  }
  set style(style: CitationStyle) {
    this.#desk.setStyle(style)
  }

  /** What the citations on screen lack, in a sentence; null for nothing. */
  get missingFacts(): string | null {
    const [indexed, sources] = [this.#desk.indexed(), this.#desk.study.sources]
    if (!indexed || !sources) return null
    const lacking = SIDES.flatMap((side) => {
      const readout = indexed.comparison.readouts[side]
      const { issuer, date } = citedOf(readout, sources[side])
      return issuer !== null && date !== null
        ? []
        : [words.status.lacking(issuer === null, date === null, readout.partyAdjective)]
    })
    return lacking.length === 0 ? null : words.status.citationsLack(lacking)
  }

  /** Puts words of a readout on the clipboard, with the citation of their source. */
  async copyWords(side: Side, words: string): Promise<void> {
    const [indexed, sources] = [this.#desk.indexed(), this.#desk.study.sources]
    if (indexed && sources) await this.#copy(quoteWords(indexed.comparison, side, words, sources, this.style))
  }

  /** Copies the selected finding, passage or sentence. */
  async copySelected(): Promise<void> {
    const { finding, selected, sentence } = this.#desk.reading
    const [indexed, sources] = [this.#desk.indexed(), this.#desk.study.sources]
    if (!indexed || !sources) return
    const { comparison } = indexed
    const found = comparison.findings.find(({ id }) => id === finding)
    const group = indexed.groups.get(selected ?? '')
    const side = indexed.sideOf.get(sentence ?? '')
    if (found) await this.#copy(quoteFinding(comparison, found, sources, this.style))
    else if (group) {
      const passages = SIDES.map((place) =>
        quotePassage(comparison, place, group[place], sources, this.style)
      )
      await this.#copy(passages.join('\n\n'))
    } else if (side && sentence !== null)
      await this.#copy(quotePassage(comparison, side, [sentence], sources, this.style))
  }

  /** Copies words that are nobody's to cite. */
  async copyPlain(text: string): Promise<void> {
    await this.#desktop.copyText(text)
  }

  async #copy(text: string): Promise<void> {
    await this.#desktop.copyText(text)
    const missing = this.missingFacts
    if (missing === null) this.#desk.tell(words.status.copied)
    else
      this.#desk.tell(`${words.status.copied} ${missing}`, {
        label: words.status.addThem,
        run: this.#desk.askForFacts
      })
  }

  /** @returns what became of it, for the reader; null where no place was chosen */
  async export(choice: Choice, options: ReportOptions): Promise<string | null> {
    const { editing, study, project } = this.#desk
    const { work } = editing
    const { facts } = study
    if (!work || !facts) return null
    const { kind, from } = ABOUT[choice]
    const { name: called, sources } = facts
    const reported = { work, name: called, sources, codebook: [...project.codebook.codes] }
    return this.#write(() =>
      this.#stoppable(words.status.exporting, async (tell) => {
        const task = { do: 'export' as const, format: from, reported, options }
        // A picture or a PDF is made of what was written: one step more.
        const { name, bytes } = await this.#files.ask(task, (done, total) => {
          tell(done, total + 1)
        })
        const made: Partial<Record<Choice, (text: string) => Promise<Uint8Array>>> = {
          pdf: (html) => this.#desktop.printReport(html),
          png: (svg) => pngOf(svg)
        }
        const content = (await made[choice]?.(new TextDecoder().decode(bytes))) ?? bytes
        return { name: name.replace(/\.[a-z]+$/u, `.${kind}`), kind, content: new Uint8Array(content) }
      })
    )
  }

  /** Writes what is made where the reader chooses. @returns what became of it, for the reader; null where no place was chosen */
  async #write(make: () => Promise<Parameters<DesktopApi['exportFile']>[0]>): Promise<string | null> {
    try {
      const exported = await this.#desktop.exportFile(await make())
      if (!exported) return null
      return 'problem' in exported ? exported.problem.message : words.status.writtenTo(exported.name)
    } catch (error) {
      if (error instanceof Stopped) return words.status.stoppedNothingWritten
      return error instanceof Error ? error.message : String(error)
    }
  }

  /** A work that the reader can end; what the app goes on with in spite of that is let go. */
  #stoppable<T>(name: string, work: (tell: Tell) => Promise<T>): Promise<T> {
    let end: () => void = () => undefined
    const ended = new Promise<never>((_, reject) => {
      end = () => {
        reject(new Stopped())
      }
    })
    return this.#desk.during(
      name,
      () => {
        this.#files.stopReading()
        end()
      },
      (tell) => Promise.race([work(tell), ended])
    )
  }

  /**
   * Writes a table where the reader chooses.
   *
   * @param what it is a table of, for the file's name
   * @returns what became of it, for the reader; null where no place was chosen
   */
  saveTable(what: string, csv: string): Promise<string | null> {
    const name = `${fileNameOf(`${what} ${this.#desk.study.name ?? ''}`)}.csv`
    return this.#write(() => Promise.resolve({ name, kind: 'csv', content: csv }))
  }

  /** Holds a second coder's file, which the reader chooses, against what is on screen; null where none is chosen. */
  async secondCoder(): Promise<(Agreed & { name: string }) | null> {
    const { work, ground } = this.#desk.editing
    const file = await this.#desktop.readProject()
    if (!file || !work || !ground) return null
    const { name } = file
    if ('problem' in file) return { ok: false, message: file.problem.message, name }
    const agreed = await unlessStopped(
      this.#stoppable(words.status.comparingCoders, (tell) =>
        this.#files.ask({ do: 'agree', text: file.text, ground, mine: work }, tell)
      )
    )
    return { ...(agreed ?? { ok: false, message: words.status.stoppedNotCompared }), name }
  }
}
