import type { DesktopApi, OpenedFile } from '../../electron/contract/api.ts'
import { withBlock, type Encoding } from '../../engine/ingest/report.ts'
import type { ReadoutText, Side } from '../../engine/model.ts'
import type { Meeting } from '../../engine/identify/pairs.ts'
import { nameOf, type Job, type Slots, type Source } from '../analysis.ts'
import type { Gathered } from '../lib/folder.ts'
import type { MeetingsStore } from './meetings.svelte.ts'
import { words } from '../words/words.ts'

/** What the intake needs of the window around it. */
interface Desk {
  slots: () => Slots
  isSample: () => boolean
  /** Something was done to the comparison on screen. */
  isTouched: () => boolean
  /** `isSame`: the job is about the study on screen. */
  run: (job: Job, isSample: boolean, isSame?: boolean) => Promise<void>
  fail: (message: string) => void
  /** The sides on screen were exchanged by the reader. */
  isExchanged: () => boolean
  /** Brings the comparison of a meeting of a story on screen, where the project has it, its sides as they are now. */
  bringBack: (story: string, meeting: string | null) => Promise<boolean>
}

/** Two readouts, and one of them in its other language. */
const MOST_AT_ONCE = 3
/** So many texts that came without a file are kept to be read again. */
const MOST_IN_MEMORY = 20

const toSource = (file: OpenedFile & { bytes: Uint8Array }): Source => ({
  kind: 'bytes',
  name: file.name,
  bytes: file.bytes
})

/** The ways by which texts come to the window, and how they are read again. */
export class Intake {
  readonly #desktop: Pick<DesktopApi, 'openReadouts'>
  readonly #meetings: MeetingsStore
  readonly #desk: Desk
  /** What each text was read from, by name, to be read again in another encoding; the latest last. */
  readonly #sources = new Map<string, Source>()
  /** A single text that is on its way to its place. */
  #coming: { side: Side | undefined; arrived: Promise<void> } | null = null

  constructor(desktop: Pick<DesktopApi, 'openReadouts'>, meetings: MeetingsStore, desk: Desk) {
    this.#desktop = desktop
    this.#meetings = meetings
    this.#desk = desk
  }

  /** Takes new texts; among more than three the meetings are found first. `side` says where a single one goes. */
  async add(sources: Source[], side?: Side): Promise<void> {
    if (sources.length === 0) return
    this.#keep(sources)
    const isSingle = sources.length === 1
    // A text that comes while another is still read is to stand beside it, and not in its stead.
    if (isSingle && this.#coming && (side === undefined || side !== this.#coming.side))
      await this.#coming.arrived
    const isSample = this.#desk.isSample()
    if (sources.length > MOST_AT_ONCE) {
      await this.#desk.run({ sources, side: undefined, present: {}, swap: false, pair: true }, isSample)
      return
    }
    // A text that joins the sample would be compared with an invention.
    const present = isSample && side === undefined ? {} : this.#desk.slots()
    const kept = this.#desk.isTouched() ? ({ keepsCompared: true } as const) : {}
    const arrived = this.#desk.run({ sources, side, present, swap: false, ...kept }, false)
    const coming = { side, arrived }
    this.#coming = isSingle ? coming : null
    await arrived
    if (this.#coming === coming) this.#coming = null
  }

  /** Files stay on disk until they are read; of what lies in memory only the latest is kept. */
  #keep(sources: readonly Source[]): void {
    for (const source of sources) {
      this.#sources.delete(nameOf(source))
      this.#sources.set(nameOf(source), source)
    }
    const inMemory = [...this.#sources].filter(([, { kind }]) => kind !== 'file')
    for (const [name] of inMemory.slice(0, -MOST_IN_MEMORY)) this.#sources.delete(name)
  }

  async open(side?: Side): Promise<void> {
    await this.addOpened(await this.#desktop.openReadouts(), side)
  }

  async addOpened(files: readonly OpenedFile[], side?: Side): Promise<void> {
    for (const file of files)
      if ('problem' in file) {
        this.#desk.fail(`“${file.name}”: ${file.problem}`)
        return
      }
    await this.add(
      files.flatMap((file) => ('bytes' in file ? [toSource(file)] : [])),
      side
    )
  }

  /** Takes what was in a dropped folder: a text or two like files of their own, more to be paired. */
  async addFolder(gathering: Promise<Gathered>): Promise<void> {
    const { files, skipped } = await gathering
    this.#meetings.leaveOut(skipped)
    const sources = files.map(({ file, path }): Source => ({ kind: 'file', file, path }))
    if (sources.length === 0) this.#desk.fail(words.status.noDocument)
    else await this.add(sources)
  }

  /** Opens one of the meetings that were found. */
  async takeMeeting({ us, cn }: Meeting): Promise<void> {
    this.#meetings.close()
    await this.#desk.run({ sources: [], side: undefined, present: { us, cn }, swap: false }, false)
  }

  /** Reads a text that is there anew: as a news story, taken apart, or as one readout. */
  async treatAs(
    as: 'story' | 'readout',
    { name, text, story }: ReadoutText,
    more: Pick<Job, 'meeting' | 'isExchanged'> = {}
  ): Promise<void> {
    const source = this.#sources.get(name) ?? { kind: 'text', name, text: story?.text ?? text }
    await this.#desk.run({ sources: [source], side: undefined, present: {}, swap: false, as, ...more }, false)
  }

  /**
   * Compares one of the meetings that the story on screen tells of, or, with null, all its statements; where the project
   * has that comparison, it is brought on screen with all that was done to it.
   */
  async chooseMeeting(id: string | null): Promise<void> {
    const { us, cn } = this.#desk.slots()
    const text = [us, cn].find((one) => one?.story?.meetings)
    if (!text?.story || (text.story.meeting ?? null) === id) return
    if (await this.#desk.bringBack(text.story.text, id)) return
    await this.treatAs('story', text, {
      ...(id === null ? {} : { meeting: id }),
      ...(this.#desk.isExchanged() ? { isExchanged: true } : {})
    })
  }

  /** Reads the news story on screen anew, as one readout. */
  async treatStoryWhole(): Promise<void> {
    const { us, cn } = this.#desk.slots()
    const text = [us, cn].find((one) => one?.story)
    if (text) await this.treatAs('readout', text)
  }

  /** Cuts a block of a side's document, or puts it back, and compares again. */
  async keepBlock(side: Side, at: number, kept: boolean): Promise<void> {
    const slots = this.#desk.slots()
    const text = slots[side]
    const changed = text ? withBlock(text, at, kept) : null
    if (!changed) {
      this.#desk.fail(words.status.noTextLeft)
      return
    }
    const present = { ...slots, [side]: changed }
    await this.#desk.run({ sources: [], side: undefined, present, swap: false }, this.#desk.isSample(), true)
  }

  /** Whether the bytes that a text was read from are still at hand. */
  canReadAgain(name: string): boolean {
    return this.#sources.has(name)
  }

  /** Reads a side's document again, in the encoding that the reader chose. */
  async readAs(side: Side, encoding: Encoding): Promise<void> {
    const present = this.#desk.slots()
    const source = this.#sources.get(present[side]?.name ?? '')
    if (source)
      await this.#desk.run(
        { sources: [source], side, present, swap: false, encoding },
        this.#desk.isSample(),
        true
      )
  }
}
