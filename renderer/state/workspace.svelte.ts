import type { DesktopApi, OpenedFile } from '../../electron/contract/api.ts'
import type { Agreed } from '../../engine/edit/agreement.ts'
import type { Ground } from '../../engine/edit/ground.ts'
import { topics } from '../../engine/lexicon/topics.ts'
import type { OwnLexicon } from '../../engine/lexicon/schema.ts'
import { SIDES, type Comparison, type ReadoutText, type Side } from '../../engine/model.ts'
import { withBlock, type Encoding } from '../../engine/ingest/report.ts'
import type { Source as Provenance, Study } from '../../engine/project/project.ts'
import { storyNote } from '../../engine/report/story-note.ts'
import { nameOf, type Job, type Outcome, type Progress, type Slots, type Source } from '../analysis.ts'
import type { Gathered } from '../lib/folder.ts'
import sampleCn from '../sample/cn.txt?raw'
import sampleUs from '../sample/us.txt?raw'
import type { CitationStyle } from '../../engine/cite/cite.ts'
import { quoteFinding, quotePassage, quoteWords, type Quotation } from '../../engine/cite/quotation.ts'
import type { ReportOptions } from '../../engine/report/document.ts'
import { ABOUT, type Choice } from '../lib/export.ts'
import { now } from '../lib/words.ts'
import { pngOf } from '../lib/png.ts'
import { actionsOf, type Action } from './actions.ts'
import { Dialogs } from './dialogs.svelte.ts'
import { Editing } from './editing.svelte.ts'
import type { FilesClient } from './files.ts'
import { indexComparison, type Indexed } from './index.ts'
import { LexiconStore } from './lexicon.svelte.ts'
import { Linking } from './linking.svelte.ts'
import { MeetingsStore } from './meetings.svelte.ts'
import { OwnFinding } from './own-finding.svelte.ts'
import { ProjectStore, type OpenStudy } from './project.svelte.ts'
import { Reading } from './reading.svelte.ts'
import type { Meeting } from '../../engine/recognise/pairs.ts'

/** The analysis as the workspace needs it. */
interface Analysis {
  run: (job: Job, tell?: (progress: Progress) => void) => Promise<Outcome | 'superseded'>
}

/** What is known of the comparison on screen beside the texts and the edits. */
type StudyFacts = Pick<Study, 'id' | 'name' | 'sources' | 'lexicon'>

/** Work that takes longer than this is shown as such. */
const PROGRESS_AFTER_MS = 400
/** Two readouts, and one of them in its other language. */
const MOST_AT_ONCE = 3

const toSource = (file: OpenedFile & { bytes: Uint8Array }): Source => ({
  kind: 'bytes',
  name: file.name,
  bytes: file.bytes
})

const provenanceOf = ({ name, sha256 }: ReadoutText): Provenance => ({
  name,
  sha256: sha256 ?? '',
  imported: now()
})

/** All that the window shows: the texts, their comparison with the researcher's changes, the project it belongs to. */
export class Workspace {
  /** The reader's own changes to the lexicon. */
  readonly lexicon: LexiconStore
  readonly dialogs = new Dialogs()
  /** Where the reader is in the comparison. */
  readonly reading: Reading
  readonly editing: Editing
  readonly linking: Linking
  readonly own: OwnFinding
  readonly project: ProjectStore
  /** All that the reader can ask for. */
  readonly actions: readonly Action[]
  /** The meetings found among many texts that came at once. */
  readonly meetings = new MeetingsStore()
  readonly #analysis: Analysis
  readonly #desktop: DesktopApi
  readonly #files: FilesClient
  #slots = $state.raw<Slots>({})
  #study = $state.raw<StudyFacts | null>(null)
  /** How copied words and reports cite. */
  citationStyle = $state<CitationStyle>('chicago')
  #isSample = $state(false)
  #problem = $state<string | null>(null)
  #doubt = $state<string | null>(null)
  #announcement = $state('')
  #isBusy = $state(false)
  #showsProgress = $state(false)
  /** The answer to what was asked before something unsaved would leave; null while nothing is asked. */
  #answer = $state.raw<((answer: 'save' | 'discard' | 'cancel') => void) | null>(null)
  /** What each text was read from, by name, to be read again in another encoding. */
  readonly #sources: Partial<Record<string, Source>> = {}

  constructor(analysis: Analysis, desktop: DesktopApi, files: FilesClient) {
    this.#analysis = analysis
    this.#desktop = desktop
    this.#files = files
    this.lexicon = new LexiconStore(desktop)
    const fail = (message: string): void => {
      this.fail(message)
    }
    const announce = (message: string): void => {
      this.announce(message)
    }
    this.editing = new Editing({
      fail,
      announce,
      changed: () => {
        this.project.touch()
      },
      codes: () => this.project.codebook
    })
    this.reading = new Reading(() => this.indexed)
    this.linking = new Linking({
      editing: this.editing,
      indexed: () => this.indexed,
      selected: () => this.reading.selected,
      announce,
      fail
    })
    this.own = new OwnFinding(this.editing)
    this.project = new ProjectStore(desktop, files, {
      current: () => this.#current(),
      show: (study) => {
        this.#show(study)
      },
      takeTyped: () => {
        this.editing.takeTyped()
      },
      fail,
      announce,
      ask: () =>
        new Promise((answer) => {
          this.#answer = answer
        })
    })
    this.actions = actionsOf(this)
    desktop.onCommand((command) => {
      this.perform(command)
    })
  }

  /** The comparison on screen, with the researcher's changes; null while a text is missing. */
  readonly indexed: Indexed | null = $derived.by(() => {
    const { work } = this.editing
    return work && indexComparison(work.comparison)
  })

  get slots(): Slots {
    return this.#slots
  }
  get study(): StudyFacts | null {
    return this.#study
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
  /** Whether the reader is asked what becomes of unsaved work. */
  get isAsking(): boolean {
    return this.#answer !== null
  }
  answer(answer: 'save' | 'discard' | 'cancel'): void {
    this.#answer?.(answer)
    this.#answer = null
  }

  /** Does what the reader asks for, if it makes sense now; `id` is that of an action. */
  perform(id: string): void {
    const action = this.actions.find((candidate) => candidate.id === id)
    if (action?.isPossible?.() ?? true) action?.run()
  }

  /** Opens what the app was started with. */
  async launch(): Promise<void> {
    const [{ sample, files, project, drafts, recovered }] = await Promise.all([
      this.#desktop.launch(),
      this.lexicon.load(),
      this.project.loadRecent()
    ])
    if (this.lexicon.problem !== null) this.#problem = this.lexicon.problem
    if (recovered)
      this.#problem =
        drafts.length > 0
          ? 'The window stopped working and was opened again. What you had done is offered below.'
          : 'The window stopped working and was opened again. Drop the two texts once more.'
    this.project.offer(drafts)
    if (project) await this.project.openLaunched(project)
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

  /** Reads a text that is there anew: as a news story, taken apart, or as one readout. */
  async treatAs(as: 'story' | 'readout', { name, text, story }: ReadoutText): Promise<void> {
    const source = this.#sources[name] ?? { kind: 'text', name, text: story?.text ?? text }
    await this.#run({ sources: [source], side: undefined, present: {}, swap: false, as }, false)
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

  /** Nothing was done to the comparison: the texts may change places in it. What was done is done to these texts. */
  #isUntouched(): boolean {
    const { entries, undone } = this.editing.edits
    return entries.length + undone.length === 0
  }

  async swap(): Promise<void> {
    if (SIDES.every((side) => this.#slots[side]))
      await this.#run(
        { sources: [], side: undefined, present: this.#slots, swap: true },
        this.#isSample,
        this.#isUntouched()
      )
  }

  /** Compares a side by its text in the other language. */
  async switchLanguage(side: Side): Promise<void> {
    if (this.#slots[side]?.inOtherLanguage)
      await this.#run(
        { sources: [], side: undefined, present: this.#slots, swap: false, switchLanguage: side },
        this.#isSample,
        this.#isUntouched()
      )
  }

  /**
   * Changes the lexicon and compares again.
   *
   * @returns what is wrong with the change; null where it was taken
   */
  async changeLexicon(own: OwnLexicon): Promise<string | null> {
    const refused = await this.lexicon.change(own)
    if (refused === null) await this.compareAgain()
    return refused
  }

  /** Takes a lexicon from a file that the reader chooses, and compares again. */
  async readLexicon(): Promise<string | null> {
    const refused = await this.lexicon.read()
    if (refused === null) await this.compareAgain()
    return refused
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
    await this.#run({ sources: [], side: undefined, present, swap: false }, this.#isSample, true)
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
        this.#isSample,
        true
      )
  }

  /** Compares the same texts again, by the engine and the lexicon of today; the changes are carried over. */
  async compareAgain(): Promise<void> {
    if (SIDES.every((side) => this.#slots[side]))
      await this.#run(
        { sources: [], side: undefined, present: this.#slots, swap: false },
        this.#isSample,
        true
      )
  }

  /** Back to the two empty places; what was done stays in the project. */
  clear(): void {
    const left = this.project.leave()
    this.#slots = {}
    this.#study = null
    this.editing.end()
    this.own.cancel()
    this.linking.cancel()
    this.#isSample = false
    this.reading.forget()
    this.#problem = null
    this.#doubt = null
    this.#announcement = [...left, 'New comparison. Drop two readouts.'].join(' ')
    this.#settleState()
  }

  /** Judges a finding; the same judgement again takes it back. A dismissed one makes room for the next. */
  judge(finding: string, judgement: 'accepted' | 'dismissed'): void {
    const before = this.indexed?.comparison.findings.find(({ id }) => id === finding)?.judged
    const isBack = before === judgement
    if (judgement === 'dismissed' && !isBack && this.reading.finding === finding) this.reading.step(1)
    this.editing.do({ do: 'judge', finding, judgement: isBack ? null : judgement })
  }

  /** Takes the selected sentence out of its passage, or dissolves the selected passage. */
  unlink(): void {
    const { selected, sentence } = this.reading
    const group = selected === null ? undefined : this.indexed?.groups.get(selected)
    if (!group) return
    const members = [...group.us, ...group.cn]
    const sentences = sentence !== null && members.includes(sentence) ? [sentence] : members
    this.editing.do({ do: 'unlink', group: group.id, sentences })
  }

  /** Begins a finding of the reader's own on a whole sentence, or adds the sentence to the one that is being made. */
  ownFindingOn(id: string): void {
    const sentence = this.indexed?.sentences.get(id)
    const side = this.indexed?.sideOf.get(id)
    if (!sentence || !side) return
    this.reading.show('texts')
    this.own.take(side, { start: sentence.start, end: sentence.end }, sentence.topics[0]?.id ?? '')
  }

  /** Puts words of a readout on the clipboard, with the citation of their source. */
  async copyWords(side: Side, words: string): Promise<void> {
    const comparison = this.indexed?.comparison
    if (comparison && this.#study)
      await this.#copy(quoteWords(comparison, side, words, this.#study.sources, this.citationStyle))
  }
  /** Copies the selected finding, passage or sentence. */
  async copySelected(): Promise<void> {
    const { finding, selected, sentence } = this.reading
    const { indexed } = this
    const sources = this.#study?.sources
    if (!indexed || !sources) return
    const { comparison } = indexed
    const found = comparison.findings.find(({ id }) => id === finding)
    const group = indexed.groups.get(selected ?? '')
    const side = indexed.sideOf.get(sentence ?? '')
    const style = this.citationStyle
    if (found) await this.#copy(quoteFinding(comparison, found, sources, style))
    else if (group) {
      const passages = SIDES.map((place) => quotePassage(comparison, place, group[place], sources, style))
      await this.#copy({ text: passages.map(({ text }) => text).join('\n\n') })
    } else if (side && sentence !== null)
      await this.#copy(quotePassage(comparison, side, [sentence], sources, style))
  }
  async #copy({ text }: Pick<Quotation, 'text'>): Promise<void> {
    await this.#desktop.copyText(text)
    this.announce('Copied with its citation.')
  }

  /** @returns what became of it, for the reader; null where no place was chosen */
  async export(choice: Choice, options: ReportOptions): Promise<string | null> {
    const [work, study] = [this.editing.work, this.#study]
    if (!work || !study) return null
    const { kind, from } = ABOUT[choice]
    const reported = { work, name: study.name, sources: study.sources, codebook: [...this.project.codebook] }
    try {
      const { name, bytes } = await this.#files.ask({ do: 'export', format: from, reported, options })
      const made: Partial<Record<Choice, (text: string) => Promise<Uint8Array>>> = {
        pdf: (html) => this.#desktop.printReport(html),
        png: (svg) => pngOf(svg)
      }
      const content = (await made[choice]?.(new TextDecoder().decode(bytes))) ?? bytes
      const exported = await this.#desktop.exportFile({
        name: name.replace(/\.[a-z]+$/u, `.${kind}`),
        kind,
        content: new Uint8Array(content)
      })
      if (!exported) return null
      return 'problem' in exported ? exported.problem.message : `Written to “${exported.name}”.`
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  /** Holds a second coder's file, which the reader chooses, against what is on screen; null where none is chosen. */
  async secondCoder(): Promise<(Agreed & { name: string }) | null> {
    const [work, ground] = [this.editing.work, this.editing.ground]
    const file = await this.#desktop.readProject()
    if (!file || !work || !ground) return null
    const { name } = file
    if ('problem' in file) return { ok: false, message: file.problem.message, name }
    return { ...(await this.#files.ask({ do: 'agree', text: file.text, ground, mine: work })), name }
  }

  /** Takes the comparison on screen out of the project. */
  removeStudy(): void {
    this.#study = null
    this.editing.end()
    this.#slots = {}
    this.reading.forget()
    this.project.removeOpen()
    this.#settleState()
  }

  /** What the researcher knows of the comparison's texts, for citations. */
  describeSource(side: Side, cited: NonNullable<Provenance['cited']>): void {
    const study = this.#study
    if (!study) return
    this.#study = { ...study, sources: { ...study.sources, [side]: { ...study.sources[side], cited } } }
    this.project.touch()
  }
  rename(name: string | null): void {
    if (this.#study) this.#study = { ...this.#study, name }
    this.project.touch()
  }

  announce(message: string): void {
    this.#announcement = message
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

  #lexiconTopics(): Ground['topics'] {
    const own = this.lexicon.own.topics ?? []
    return [
      ...topics.filter(({ id }) => !own.some((topic) => topic.id === id)),
      ...own.map(({ id, label, generic }) => ({ id, label, generic }))
    ]
  }
  #ground(base: Comparison, texts: Record<Side, ReadoutText>): Ground {
    return { base, texts: { us: texts.us.text, cn: texts.cn.text }, topics: this.#lexiconTopics() }
  }

  #current(): OpenStudy | null {
    const [study, base, { us, cn }, edits] = [
      this.#study,
      this.editing.ground?.base,
      this.#slots,
      this.editing.edits
    ]
    if (!study || !base || !us || !cn) return null
    const isTouched = edits.entries.length + edits.undone.length > 0
    if (this.#isSample && !isTouched) return null
    const { id, name, sources, lexicon } = study
    return {
      content: { id, texts: { us, cn }, comparison: base, lexicon },
      changes: { id, name, sources, edits }
    }
  }

  /** Brings a study of the project on screen. */
  #show({ id, name, sources, lexicon, texts, comparison, edits }: Study): void {
    this.#study = { id, name, sources, lexicon }
    this.#slots = texts
    this.#isSample = false
    this.#problem = null
    this.reading.forget()
    this.editing.start(this.#ground(comparison, texts), edits)
    this.#announcement = this.#describe([])
    this.#settleState()
  }

  /** A new answer of the machine: on the study that is on screen, or a study of its own. */
  #take(comparison: Comparison, texts: Record<Side, ReadoutText>, isSame: boolean): void {
    const { us, cn } = texts
    const before = isSame ? this.#study : null
    const lexicon = this.lexicon.json ?? null
    this.#study = {
      id: before?.id ?? crypto.randomUUID(),
      name: before?.name ?? null,
      sources: before?.sources ?? { us: provenanceOf(us), cn: provenanceOf(cn) },
      lexicon
    }
    const ground = this.#ground(comparison, texts)
    const { id, name, sources } = this.#study
    const content = { id, texts, comparison, lexicon }
    if (before) {
      this.editing.carryOver(ground)
      this.project.renew(content)
    } else {
      this.editing.start(ground)
      this.project.begin({ content, changes: { id, name, sources, edits: this.editing.edits } })
    }
  }

  /** @param isSame the job is about the study on screen: what was done to it is carried over */
  async #run(job: Job, isSample: boolean, isSame = false): Promise<void> {
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
    // What is another comparison leaves the one on screen in the project.
    const left = isSame ? [] : this.project.leave()
    const { us, cn } = outcome.slots
    this.#slots = outcome.slots
    this.#isSample = isSample
    this.reading.forget()
    this.own.cancel()
    this.linking.cancel()
    if (outcome.comparison && us && cn) this.#take(outcome.comparison, { us, cn }, isSame)
    else {
      this.#study = null
      this.editing.end()
    }
    this.#announcement = this.#describe([...left, ...outcome.notes])
    this.#settleState()
  }

  #describe(notes: readonly string[]): string {
    const comparison = this.indexed?.comparison
    if (!comparison) return [...notes, 'One text is there. Add the other side’s readout.'].join(' ')
    const alone = comparison.onlyUs.length + comparison.onlyCn.length
    const note = storyNote(comparison)
    return [
      ...notes,
      ...(note === null ? [] : [note]),
      `Compared: ${comparison.groups.length} passages side by side, ${alone} sentences on one side only.`
    ].join(' ')
  }

  /** On the root element, for whoever must know from outside what the window shows. */
  #settleState(): void {
    document.documentElement.dataset['state'] = this.indexed ? 'ready' : 'empty'
  }
}
