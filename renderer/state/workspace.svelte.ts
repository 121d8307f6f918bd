import type { DesktopApi } from '../../electron/contract/api.ts'
import type { Ground } from '../../engine/edit/ground.ts'
import { topics } from '../../engine/lexicon/topics.ts'
import type { OwnLexicon } from '../../engine/lexicon/schema.ts'
import { SIDES, type Comparison, type ReadoutText, type Side } from '../../engine/model.ts'
import type { StudyChanges } from '../../engine/project/parts.ts'
import type { Study } from '../../engine/project/project.ts'
import { countsOf } from '../../engine/report/overview.ts'
import { fileNameOf } from '../../engine/report/file-name.ts'
import { storyNote } from '../../engine/report/story-note.ts'
import type { Tell } from '../../engine/progress.ts'
import type { Job, Outcome, Slots } from '../analysis.ts'
import { SAMPLE_JOB } from '../sample/job.ts'
import { storedSample } from '../sample/stored.ts'
import { actionsOf, type Action } from './actions.ts'
import { Decisions } from './decisions.ts'
import { Dialogs } from './dialogs.svelte.ts'
import { Editing } from './editing.svelte.ts'
import type { FilesClient } from './files.ts'
import { indexComparison, withSideNames, type Indexed } from './index.ts'
import { Intake } from './intake.ts'
import { LexiconStore } from './lexicon.svelte.ts'
import { Linking } from './linking.svelte.ts'
import { MeetingsStore } from './meetings.svelte.ts'
import { Output } from './output.svelte.ts'
import { OwnFinding } from './own-finding.svelte.ts'
import { PreferencesStore } from './preferences.svelte.ts'
import { ProjectStore } from './project.svelte.ts'
import { Asking } from './question.svelte.ts'
import { Reading } from './reading.svelte.ts'
import { SidePanel } from './side-panel.svelte.ts'
import { Status } from './status.svelte.ts'
import { StudyState } from './study.svelte.ts'

/** The analysis as the workspace needs it. */
interface Analysis {
  run: (job: Job, tell?: Tell) => Promise<Outcome | 'superseded'>
  cancel: () => boolean
  supersede: () => void
}

/** All that the window shows: the texts, their comparison with the researcher's changes, the project it belongs to. */
export class Workspace {
  readonly status = new Status()
  readonly dialogs = new Dialogs()
  readonly asking = new Asking()
  readonly panel = new SidePanel()
  /** The meetings found among many texts that came at once. */
  readonly meetings = new MeetingsStore()
  /** The reader's own changes to the lexicon. */
  readonly lexicon: LexiconStore
  /** Where the reader is in the comparison. */
  readonly reading: Reading
  readonly preferences: PreferencesStore
  readonly editing: Editing
  readonly linking: Linking
  readonly own: OwnFinding
  readonly decisions: Decisions
  readonly study: StudyState
  readonly project: ProjectStore
  readonly intake: Intake
  readonly output: Output
  /** All that the reader can ask for. */
  readonly actions: readonly Action[]
  readonly #analysis: Analysis
  readonly #desktop: DesktopApi
  #slots = $state.raw<Slots>({})
  #isSample = $state(false)
  #isOpening = $state(true)
  /** How often something was asked to be compared. */
  #asked = 0

  constructor(analysis: Analysis, desktop: DesktopApi, files: FilesClient) {
    this.#analysis = analysis
    this.#desktop = desktop
    const { status } = this
    const fail = status.fail.bind(status)
    const announce = status.announce.bind(status)
    const tell = status.tell.bind(status)
    const changed = (): void => {
      this.project.touch()
    }
    const indexed = (): Indexed | null => this.indexed
    this.lexicon = new LexiconStore(desktop)
    this.editing = new Editing({ fail, tell, changed, codes: () => this.project.codebook.codes })
    this.preferences = new PreferencesStore(desktop, fail)
    this.reading = new Reading(
      indexed,
      () => this.preferences.all.hiddenMarks,
      (hiddenMarks) => void this.preferences.change({ hiddenMarks: [...hiddenMarks] }),
      this.panel
    )
    this.study = new StudyState(changed)
    this.own = new OwnFinding(this.editing, this.panel)
    const { editing, reading, study } = this
    this.linking = new Linking({ editing, indexed, reading, announce, fail })
    this.decisions = new Decisions({ editing, reading, indexed, own: this.own })
    this.project = new ProjectStore(desktop, files, {
      current: () => this.#current(),
      show: (shown) => {
        this.#show(shown)
      },
      clear: () => {
        this.#empty()
        this.status.clear()
        this.status.announce('The project has no comparison yet. Drop two readouts.')
      },
      takeTyped: () => {
        this.editing.takeTyped()
      },
      fail,
      mend: (about) => {
        status.mend(about)
      },
      announce,
      ask: (question) => this.asking.ask(question),
      during: status.during.bind(status),
      suggestedName: () => fileNameOf(this.study.name ?? '') || 'Comparison'
    })
    this.intake = new Intake(desktop, this.meetings, {
      slots: () => this.#slots,
      isSample: () => this.#isSample,
      isTouched: () => !this.#isUntouched(),
      run: (job, isSample, isSame) => this.#run(job, isSample, isSame),
      fail
    })
    this.output = new Output(desktop, files, {
      indexed,
      reading,
      editing,
      study,
      project: this.project,
      tell,
      during: status.during.bind(status),
      askForFacts: () => {
        this.dialogs.open('about', true)
      },
      style: () => this.preferences.all.citationStyle,
      setStyle: (citationStyle) => void this.preferences.change({ citationStyle })
    })
    this.actions = actionsOf(this)
    desktop.onCommand((command) => {
      this.perform(command)
    })
  }

  /** The comparison on screen, with the researcher's changes; null while a text is missing. */
  readonly indexed: Indexed | null = $derived.by(() => {
    const { work } = this.editing
    return work && indexComparison(withSideNames(work.comparison, this.preferences.all.sideNames))
  })

  /** The sides on screen, as the texts call them. */
  get parties(): string[] {
    const readouts = this.editing.work?.comparison.readouts
    return readouts ? SIDES.map((side) => readouts[side].partyName) : []
  }

  get slots(): Slots {
    return this.#slots
  }
  get isSample(): boolean {
    return this.#isSample
  }
  /** It is not known yet with what the window was opened, or that is still being read. */
  get isOpening(): boolean {
    return this.#isOpening
  }
  /** Does what the reader asks for, if it makes sense now; `id` is that of an action. */
  perform(id: string): void {
    const action = this.actions.find((candidate) => candidate.id === id)
    if (action?.isPossible?.() ?? true) action?.run()
  }

  /** Opens what the app was started with. */
  async launch(): Promise<void> {
    try {
      await this.#openLaunched()
    } finally {
      this.#isOpening = false
      this.#settleState()
    }
  }

  async #openLaunched(): Promise<void> {
    const [{ sample, files, project, drafts, recovered }] = await Promise.all([
      this.#desktop.launch(),
      this.lexicon.load(),
      this.preferences.load(),
      this.project.loadRecent()
    ])
    if (this.lexicon.problem !== null) this.status.fail(this.lexicon.problem)
    if (recovered)
      this.status.fail(
        drafts.length > 0
          ? 'The window stopped working and was opened again. What you had done is offered below.'
          : 'The window stopped working and was opened again. Drop the two texts once more.'
      )
    this.project.left.offerDrafts(drafts)
    if (project) await this.project.openLaunched(project)
    if (files.length > 0) await this.intake.addOpened(files)
    else if (sample) await this.openSample()
  }

  /** Shows around, on the sample where nothing else is open. */
  async takeTour(): Promise<void> {
    if (!this.indexed) await this.openSample()
    // Its steps stand where that is said.
    this.status.dismissToast()
    this.dialogs.open('tour', true)
  }

  /** Shows the sample, compared when the app was built unless the reader's lexicon compares it otherwise. */
  async openSample(): Promise<void> {
    const asked = ++this.#asked
    const stored = await storedSample(this.lexicon.json)
    // Something else was asked for while it was fetched.
    if (asked !== this.#asked) return
    if (!stored) return this.#run(SAMPLE_JOB, true)
    this.#analysis.supersede()
    await this.#settle(stored, SAMPLE_JOB, true, false)
  }

  /** Compares what is there once more; nothing while a text is missing. */
  async #again(change: Partial<Job>, isSame: boolean): Promise<void> {
    if (SIDES.every((side) => this.#slots[side]))
      await this.#run(
        { sources: [], side: undefined, present: this.#slots, swap: false, ...change },
        this.#isSample,
        isSame
      )
  }

  /** Nothing was done to the comparison: the texts may change places in it. What was done is done to these texts. */
  #isUntouched(): boolean {
    const { entries, undone } = this.editing.edits
    return entries.length + undone.length === 0
  }

  swap(): Promise<void> {
    return this.#again({ swap: true }, this.#isUntouched())
  }
  /** Compares a side by its text in the other language. */
  async switchLanguage(side: Side): Promise<void> {
    if (this.#slots[side]?.inOtherLanguage) await this.#again({ switchLanguage: side }, this.#isUntouched())
  }
  /** Compares the same texts again, by the engine and the lexicon of today; the changes are carried over. */
  compareAgain(): Promise<void> {
    return this.#again({}, true)
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

  /** Another project, with nothing in it, after asking. */
  async newProject(): Promise<void> {
    if (await this.project.startNew()) this.status.announce('New project. Drop two readouts.')
  }
  /** Back to the two empty places; what was done stays in the project. */
  clear(): void {
    const left = this.project.leave()
    this.#empty()
    this.status.clear()
    this.#sayLeft(left, 'New comparison. Drop two readouts.')
  }
  /** Takes the comparison on screen out of the project, after asking. */
  async removeStudy(): Promise<void> {
    if (!(await this.project.mayTakeOut())) return
    this.#empty()
    this.project.removeOpen()
  }
  #empty(): void {
    this.#slots = {}
    this.#isSample = false
    this.study.end()
    this.editing.end()
    this.#forget()
    this.#settleState()
  }

  #ground(base: Comparison, texts: Record<Side, ReadoutText>): Ground {
    const own = this.lexicon.own.topics ?? []
    return {
      base,
      texts: { us: texts.us.text, cn: texts.cn.text },
      topics: [
        ...topics.filter(({ id }) => !own.some((topic) => topic.id === id)),
        ...own.map(({ id, label, generic }) => ({ id, label, generic }))
      ]
    }
  }

  #current(): StudyChanges | null {
    const { facts } = this.study
    const { ground, edits } = this.editing
    if (!facts || !ground || (this.#isSample && this.#isUntouched())) return null
    const { id, name, sources, more } = facts
    return { id, name, sources, edits, more }
  }

  /** Brings a study of the project on screen. */
  #show(study: Study): void {
    const { texts, comparison, edits } = study
    this.study.show(study)
    this.#slots = texts
    this.#isSample = false
    this.status.clear()
    this.#forget()
    this.editing.start(this.#ground(comparison, texts), edits)
    this.status.announce(this.#describe([]))
    this.#settleState()
  }

  /** A new answer of the machine: on the study that is on screen, or a study of its own. */
  #take(
    comparison: Comparison,
    texts: Record<Side, ReadoutText>,
    isSame: boolean,
    suggested: string | null
  ): void {
    const isKnown = isSame && this.study.facts !== null
    const { id, name, sources, lexicon, more } = this.study.take(
      texts,
      this.lexicon.json ?? null,
      isSame,
      suggested
    )
    const ground = this.#ground(comparison, texts)
    const content = { id, texts, comparison, lexicon }
    if (isKnown) {
      this.editing.carryOver(ground)
      this.project.renew(content)
    } else {
      this.editing.start(ground)
      this.project.begin({ content, changes: { id, name, sources, edits: this.editing.edits, more } })
    }
  }

  /** @param isSame the job is about the study on screen: what was done to it is carried over */
  async #run(job: Job, isSample: boolean, asSame = false): Promise<void> {
    this.#asked++
    const outcome = await this.status.during(
      job.pair ? 'Reading' : 'Comparing',
      () => {
        if (this.#analysis.cancel()) this.status.tell('Stopped. What was on screen is as it was.')
      },
      (progress) => this.#analysis.run({ ...job, lexicon: this.lexicon.json }, progress)
    )
    if (outcome !== 'superseded') await this.#settle(outcome, job, isSample, asSame)
  }

  /** Brings the outcome of a job on screen. */
  async #settle(outcome: Outcome, job: Job, isSample: boolean, asSame: boolean): Promise<void> {
    if (!outcome.ok) {
      this.status.fail(outcome.problem.message)
      return
    }
    this.status.clear()
    if ('meetings' in outcome) {
      this.status.announce(this.meetings.show(outcome.meetings))
      return
    }
    if ('asks' in outcome) {
      const answer = await this.asking.ask({ about: 'no-readout', name: outcome.asks })
      if (answer === 'discard') await this.#run({ ...job, isSure: true }, isSample, asSame)
      return
    }
    // The same texts with another language beside them are the same study.
    const isSame =
      asSame ||
      (this.study.facts !== null &&
        SIDES.every((side) => outcome.slots[side]?.text === this.#slots[side]?.text))
    this.status.doubtIt(outcome.doubts?.length ? outcome.doubts.join(' ') : null)
    // What is another comparison leaves the one on screen in the project.
    const left = isSame ? null : this.project.leave()
    const { us, cn } = outcome.slots
    this.#slots = outcome.slots
    this.#isSample = isSample
    const isSameText = isSame && job.sources.length === 0 && job.switchLanguage === undefined
    this.#forget(job.swap ? 'exchanged' : isSameText ? 'same' : 'other')
    if (outcome.comparison && us && cn)
      this.#take(outcome.comparison, { us, cn }, isSame, outcome.name ?? null)
    else {
      this.study.end()
      this.editing.end()
    }
    this.#sayLeft(left, this.#describe(outcome.notes))
    this.#settleState()
  }

  /** Says what is on screen now and, where one was, that the comparison before is kept; the way back leads to it. */
  #sayLeft(left: string | null, now: string): void {
    const kept = 'The comparison before stays in the project, with all that was done to it.'
    if (left !== null)
      this.status.tell(kept, { label: 'Go back', run: () => void this.project.switchTo(left) })
    this.status.announce(left === null ? now : `${kept} ${now}`)
  }

  /** What was begun with the comparison before is given up. */
  #forget(texts: 'other' | 'same' | 'exchanged' = 'other'): void {
    this.reading.forget(texts)
    this.own.cancel()
    this.linking.cancel()
  }

  #describe(notes: readonly string[]): string {
    const comparison = this.indexed?.comparison
    if (!comparison) return [...notes, 'One text is there. Add the other side’s readout.'].join(' ')
    const note = storyNote(comparison)
    return [
      ...notes,
      ...(note === null ? [] : [note]),
      `Compared. ${SIDES.map((side) => `${comparison.readouts[side].partyName}, ${countsOf(comparison, side)}.`).join(' ')}`
    ].join(' ')
  }

  /** On the root element, for whoever must know from outside what the window shows. */
  #settleState(): void {
    document.documentElement.dataset['state'] = this.indexed ? 'ready' : 'empty'
  }
}
