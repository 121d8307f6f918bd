import type { DesktopApi, OpenedFile } from '../../electron/contract/api.ts'
import { FINDING_KINDS, SIDES, type Finding, type Side } from '../../engine/model.ts'
import { withBlock, type Encoding } from '../../engine/ingest/report.ts'
import { nameOf, type Job, type Outcome, type Progress, type Slots, type Source } from '../analysis.ts'
import type { Gathered } from '../lib/folder.ts'
import sampleCn from '../sample/cn.txt?raw'
import sampleUs from '../sample/us.txt?raw'
import { TEXT_MARKS, type TextMark } from '../lib/layers.ts'
import { commandsOf } from './commands.ts'
import { filtered, NO_FILTER, SIDE_FILTERS, type FindingFilter } from './findings.ts'
import { indexComparison, type Indexed } from './index.ts'
import { LexiconStore } from './lexicon.svelte.ts'
import { MeetingsStore } from './meetings.svelte.ts'
import type { Meeting } from '../../engine/recognise/pairs.ts'
import type { OwnLexicon } from '../../engine/lexicon/schema.ts'

export type View = 'texts' | 'topics' | 'findings'

/** The analysis as the workspace needs it. */
interface Analysis {
  run: (job: Job, tell?: (progress: Progress) => void) => Promise<Outcome | 'superseded'>
}

/** Work that takes longer than this is shown as such. */
const PROGRESS_AFTER_MS = 400
/** Two readouts, and one of them in its other language. */
const MOST_AT_ONCE = 3

const toSource = (file: OpenedFile & { bytes: Uint8Array }): Source => ({
  kind: 'bytes',
  name: file.name,
  bytes: file.bytes
})

/** Id of the next or previous in a list, round its end; null for an empty list. */
const neighbour = (list: readonly { id: string }[], current: string | null, by: 1 | -1): string | null => {
  const at = list.findIndex(({ id }) => id === current)
  const next = at < 0 ? (by === 1 ? 0 : list.length - 1) : (at + by + list.length) % list.length
  return list[next]?.id ?? null
}

/** All that the window shows: the texts, their comparison, and where the reader is in it. */
export class Workspace {
  /** The reader's own changes to the lexicon. */
  readonly lexicon: LexiconStore
  /** The meetings found among many texts that came at once. */
  readonly meetings = new MeetingsStore()
  readonly #analysis: Analysis
  readonly #desktop: DesktopApi
  #slots = $state.raw<Slots>({})
  #indexed = $state.raw<Indexed | null>(null)
  #isSample = $state(false)
  #problem = $state<string | null>(null)
  #doubt = $state<string | null>(null)
  #announcement = $state('')
  #isBusy = $state(false)
  #showsProgress = $state(false)
  #selected = $state<string | null>(null)
  #finding = $state<string | null>(null)
  #filter = $state.raw<FindingFilter>(NO_FILTER)
  #marks = $state.raw<readonly TextMark[]>(TEXT_MARKS)
  #lit = $state<string | null>(null)
  #topic = $state<string | null>(null)
  #view = $state<View>('texts')
  #pasting = $state<Side | 'any' | null>(null)
  #showsShortcuts = $state(false)
  #isLinked = $state(true)
  #showsLexicon = $state(false)
  /** The side whose import is looked at. */
  #importOf = $state<Side | null>(null)
  /** What each text was read from, by name, to be read again in another encoding. */
  readonly #sources: Partial<Record<string, Source>> = {}

  constructor(analysis: Analysis, desktop: DesktopApi) {
    this.#analysis = analysis
    this.#desktop = desktop
    this.lexicon = new LexiconStore(desktop)
    const commands = commandsOf(this)
    desktop.onCommand((command) => {
      commands[command]()
    })
  }

  get slots(): Slots {
    return this.#slots
  }
  /** The comparison on screen; null while a text is missing. */
  get indexed(): Indexed | null {
    return this.#indexed
  }
  get isSample(): boolean {
    return this.#isSample
  }
  get problem(): string | null {
    return this.#problem
  }
  /** What looks wrong with a text that was taken all the same. */
  get doubt(): string | null {
    return this.#doubt
  }
  dismissDoubt(): void {
    this.#doubt = null
  }
  /** For screen readers: what just happened. */
  get announcement(): string {
    return this.#announcement
  }
  get isBusy(): boolean {
    return this.#isBusy
  }
  get showsProgress(): boolean {
    return this.#showsProgress
  }
  /** Id of the selected group. */
  get selected(): string | null {
    return this.#selected
  }
  /** Id of the selected finding. */
  get finding(): string | null {
    return this.#finding
  }
  get filter(): FindingFilter {
    return this.#filter
  }
  /** The findings that pass the filter, in their order. */
  get shownFindings(): Finding[] {
    return filtered(this.#indexed?.comparison.findings ?? [], this.#filter, this.#topic)
  }
  /** The marks that are switched on in the texts. */
  get marks(): readonly TextMark[] {
    return this.#marks
  }
  /** Id of the sentence under the pointer or the focus. */
  get lit(): string | null {
    return this.#lit
  }
  /** The topic that the reader looks at; null for all. */
  get topic(): string | null {
    return this.#topic
  }
  get view(): View {
    return this.#view
  }
  /** The place that the paste dialog is open for. */
  get pasting(): Side | 'any' | null {
    return this.#pasting
  }
  get showsShortcuts(): boolean {
    return this.#showsShortcuts
  }
  /** Whether the two texts scroll together. */
  get isLinked(): boolean {
    return this.#isLinked
  }

  get showsLexicon(): boolean {
    return this.#showsLexicon
  }

  /** Opens what the app was started with. */
  async launch(): Promise<void> {
    const [{ sample, files, recovered }] = await Promise.all([this.#desktop.launch(), this.lexicon.load()])
    if (this.lexicon.problem !== null) this.#problem = this.lexicon.problem
    if (recovered)
      this.#problem = 'The window stopped working and was opened again. Drop the two texts once more.'
    if (files.length > 0) await this.#addOpened(files)
    else if (sample) await this.openSample()
    this.#settleState()
  }

  openSample(): Promise<void> {
    return this.#run(
      {
        sources: [
          { kind: 'text', name: 'sample, United States', text: sampleUs },
          { kind: 'text', name: 'sample, China', text: sampleCn }
        ],
        side: undefined,
        present: {},
        swap: false
      },
      true
    )
  }

  /** Takes new texts; among more than three the meetings are found first. `side` says where a single one goes. */
  async add(sources: Source[], side?: Side): Promise<void> {
    if (sources.length === 0) return
    for (const source of sources) this.#sources[nameOf(source)] = source
    if (sources.length > MOST_AT_ONCE) {
      await this.#findMeetings(sources)
      return
    }
    // A text that joins the sample would be compared with an invention.
    const present = this.#isSample && side === undefined ? {} : this.#slots
    await this.#run({ sources, side, present, swap: false }, false)
  }

  /** Takes what was in a dropped folder: a text or two like files of their own, more to be paired. */
  async addFolder(gathering: Promise<Gathered>): Promise<void> {
    const { files, skipped } = await gathering
    this.meetings.leaveOut(skipped)
    const sources = files.map(({ file, path }): Source => ({ kind: 'file', file, path }))
    if (sources.length === 0) this.fail('There is no document in the folder. Drop the files of the readouts.')
    else await this.add(sources)
  }

  /** Opens one of the meetings that were found. */
  async takeMeeting({ us, cn }: Meeting): Promise<void> {
    this.meetings.close()
    await this.#run({ sources: [], side: undefined, present: { us, cn }, swap: false }, false)
  }

  #findMeetings(sources: Source[]): Promise<void> {
    return this.#run({ sources, side: undefined, present: {}, swap: false, pair: true }, this.#isSample)
  }

  async open(side?: Side): Promise<void> {
    await this.#addOpened(await this.#desktop.openReadouts(), side)
  }

  async #addOpened(files: readonly OpenedFile[], side?: Side): Promise<void> {
    for (const file of files)
      if ('problem' in file) {
        this.fail(`“${file.name}”: ${file.problem}`)
        return
      }
    await this.add(
      files.flatMap((file) => ('bytes' in file ? [toSource(file)] : [])),
      side
    )
  }

  async swap(): Promise<void> {
    if (SIDES.every((side) => this.#slots[side]))
      await this.#run({ sources: [], side: undefined, present: this.#slots, swap: true }, this.#isSample)
  }

  /** Compares a side by its text in the other language. */
  async switchLanguage(side: Side): Promise<void> {
    if (this.#slots[side]?.inOtherLanguage)
      await this.#run(
        { sources: [], side: undefined, present: this.#slots, swap: false, switchLanguage: side },
        this.#isSample
      )
  }

  openLexicon(): void {
    this.#showsLexicon = true
  }
  closeLexicon(): void {
    this.#showsLexicon = false
  }

  /**
   * Changes the lexicon and compares again.
   *
   * @returns what is wrong with the change; null where it was taken
   */
  async changeLexicon(own: OwnLexicon): Promise<string | null> {
    const refused = await this.lexicon.change(own)
    if (refused === null) await this.#compareAgain()
    return refused
  }

  /** Takes a lexicon from a file that the reader chooses, and compares again. */
  async readLexicon(): Promise<string | null> {
    const refused = await this.lexicon.read()
    if (refused === null) await this.#compareAgain()
    return refused
  }

  async #compareAgain(): Promise<void> {
    if (SIDES.every((side) => this.#slots[side]))
      await this.#run({ sources: [], side: undefined, present: this.#slots, swap: false }, this.#isSample)
  }

  /** The side whose import is looked at. */
  get importOf(): Side | null {
    return this.#importOf
  }
  openImport(side: Side): void {
    this.#importOf = side
  }
  closeImport(): void {
    this.#importOf = null
  }

  /** Cuts a block of a side's document, or puts it back, and compares again. */
  async keepBlock(side: Side, at: number, kept: boolean): Promise<void> {
    const text = this.#slots[side]
    const changed = text ? withBlock(text, at, kept) : null
    if (!changed) {
      this.fail('Without this block no text would be left. Put another one back first.')
      return
    }
    const present = { ...this.#slots, [side]: changed }
    await this.#run({ sources: [], side: undefined, present, swap: false }, this.#isSample)
  }

  /** Whether the bytes that a text was read from are still at hand. */
  canReadAgain(name: string): boolean {
    return this.#sources[name] !== undefined
  }

  /** Reads a side's document again, in the encoding that the reader chose. */
  async readAs(side: Side, encoding: Encoding): Promise<void> {
    const source = this.#sources[this.#slots[side]?.name ?? '']
    if (source)
      await this.#run(
        { sources: [source], side, present: this.#slots, swap: false, encoding },
        this.#isSample
      )
  }

  /** Back to the two empty places. */
  clear(): void {
    this.#slots = {}
    this.#indexed = null
    this.#isSample = false
    this.#forget()
    this.#problem = null
    this.#doubt = null
    this.#announcement = 'New comparison. Drop two readouts.'
    this.#settleState()
  }

  /** Selects a group; a passage and a finding are not selected at once. */
  select(group: string | null): void {
    this.#selected = group
    this.#finding = null
  }
  selectFinding(finding: string | null): void {
    this.#finding = finding
    this.#selected = null
  }
  /** Goes to the words of a finding. */
  showInTexts(finding: string): void {
    this.selectFinding(finding)
    this.#view = 'texts'
  }
  /** Narrows the list of findings; values that are none are left out. */
  filterFindings({ kind, side, weight }: { kind?: string; side?: string; weight?: number }): void {
    this.#filter = {
      kind:
        FINDING_KINDS.find((candidate) => candidate === kind) ?? (kind === 'any' ? 'any' : this.#filter.kind),
      side: SIDE_FILTERS.find((candidate) => candidate === side) ?? this.#filter.side,
      weight: weight ?? this.#filter.weight
    }
  }
  clearFilters(): void {
    this.#filter = NO_FILTER
    this.#topic = null
  }
  toggleMark(mark: TextMark): void {
    this.#marks = this.#marks.includes(mark)
      ? this.#marks.filter((shown) => shown !== mark)
      : [...this.#marks, mark]
  }
  light(sentence: string | null): void {
    this.#lit = sentence
  }
  show(view: View): void {
    this.#view = view
  }
  /** Looks at one topic; the same topic again shows all. */
  chooseTopic(topic: string): void {
    this.#topic = this.#topic === topic ? null : topic
  }
  openPaste(side: Side | 'any'): void {
    this.#pasting = side
  }
  closePaste(): void {
    this.#pasting = null
  }
  toggleShortcuts(): void {
    this.#showsShortcuts = !this.#showsShortcuts
  }
  toggleLinked(): void {
    this.#isLinked = !this.#isLinked
  }
  dismissProblem(): void {
    this.#problem = null
  }
  /** Says what is wrong; what is on screen stays. */
  fail(message: string): void {
    this.#problem = message
  }
  reportFault(message: string): void {
    this.#problem = `Something in the window went wrong (${message}). What is on screen stays; if it looks wrong, start a new comparison.`
  }

  /**
   * Selects the next (1) or previous (-1): among the findings on screen in their view, or while one is selected; else
   * among the groups of the chosen topic.
   */
  step(by: 1 | -1): void {
    if (this.#view === 'findings' || this.#finding !== null) {
      this.selectFinding(neighbour(this.shownFindings, this.#finding, by))
      return
    }
    const groups =
      this.#indexed?.comparison.groups.filter(({ topic }) => this.#topic === null || topic === this.#topic) ??
      []
    this.#selected = neighbour(groups, this.#selected, by)
  }

  #forget(): void {
    this.#selected = null
    this.#finding = null
    this.#filter = NO_FILTER
    this.#lit = null
    this.#topic = null
  }

  async #run(job: Job, isSample: boolean): Promise<void> {
    this.#isBusy = true
    const progress = setTimeout(() => {
      this.#showsProgress = true
    }, PROGRESS_AFTER_MS)
    const outcome = await this.#analysis.run({ ...job, lexicon: this.lexicon.json }, (reached) => {
      this.meetings.progress = reached
    })
    clearTimeout(progress)
    if (outcome === 'superseded') return
    this.#isBusy = false
    this.#showsProgress = false
    this.meetings.progress = null
    if (!outcome.ok) {
      this.#problem = outcome.problem.message
      return
    }
    this.#problem = null
    if ('meetings' in outcome) {
      this.#announcement = this.meetings.show(outcome.meetings)
      return
    }
    this.#doubt = outcome.doubts?.length ? outcome.doubts.join(' ') : null
    this.#slots = outcome.slots
    this.#isSample = isSample
    this.#forget()
    this.#indexed = outcome.comparison ? indexComparison(outcome.comparison) : null
    this.#announcement = this.#describe(outcome.notes)
    this.#settleState()
  }

  #describe(notes: readonly string[]): string {
    const comparison = this.#indexed?.comparison
    if (!comparison) return [...notes, 'One text is there. Add the other side’s readout.'].join(' ')
    const alone = comparison.onlyUs.length + comparison.onlyCn.length
    return [
      ...notes,
      `Compared: ${comparison.groups.length} passages side by side, ${alone} sentences on one side only.`
    ].join(' ')
  }

  /** On the root element, for whoever must know from outside what the window shows. */
  #settleState(): void {
    document.documentElement.dataset['state'] = this.#indexed ? 'ready' : 'empty'
  }
}
