import type { DesktopApi } from '../../electron/contract/api.ts'
import { SIDES } from '../../engine/model.ts'
import { fileNameOf } from '../../engine/report/file-name.ts'
import { studyOfStory } from '../lib/story.ts'
import { actionsOf, type Action } from './actions.ts'
import { Comparing, type Analysis } from './comparing.svelte.ts'
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
import { TopicRows } from './topic-rows.svelte.ts'
import { words } from '../words/words.ts'

/** What takes longer to open begins on a window without it. */
const FIRST_PICTURE_MS = 400

/** All that the window shows: the texts, their comparison with the researcher's changes, the project it belongs to. */
export class Workspace {
  readonly status = new Status()
  readonly dialogs = new Dialogs()
  readonly asking = new Asking()
  readonly panel = new SidePanel()
  readonly topicRows = new TopicRows()
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
  /** The texts, and how they come to be compared. */
  readonly comparing: Comparing
  readonly intake: Intake
  readonly output: Output
  /** All that the reader can ask for. */
  readonly actions: readonly Action[]
  readonly #desktop: DesktopApi
  #isOpening = $state(true)

  constructor(analysis: Analysis, desktop: DesktopApi, files: FilesClient) {
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
      current: () => this.comparing.current(),
      show: (shown) => {
        this.comparing.show(shown)
      },
      clear: () => {
        this.comparing.empty()
        this.status.clear()
        this.status.announce(words.status.noComparisonYet)
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
    const { asking, meetings, lexicon, project } = this
    this.comparing = new Comparing(analysis, {
      status,
      asking,
      meetings,
      lexicon,
      study,
      editing,
      project,
      indexed,
      forget: (texts) => {
        this.reading.forget(texts)
        if (texts === 'other') this.topicRows.forget()
        this.own.cancel()
        this.linking.cancel()
      }
    })
    const { comparing } = this
    this.intake = new Intake(desktop, meetings, {
      slots: () => comparing.slots,
      isSample: () => comparing.isSample,
      isTouched: () => !comparing.isUntouched(),
      run: (job, isSample, isSame) => comparing.run(job, isSample, isSame),
      fail,
      isExchanged: () => comparing.isExchanged,
      bringBack: async (story, meeting) => {
        const known = studyOfStory(project.studies, story, meeting)
        if (known === undefined) return false
        const { isExchanged } = comparing
        await project.switchTo(known)
        // What was done to a comparison was done to its sides as they are.
        if (comparing.isExchanged !== isExchanged && comparing.isUntouched()) await comparing.swap()
        return true
      }
    })
    this.output = new Output(desktop, files, {
      indexed,
      reading,
      editing,
      study,
      project,
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

  /** It is not known yet with what the window was opened, or that is still being read. */
  get isOpening(): boolean {
    return this.#isOpening
  }

  /** Does what the reader asks for, if it makes sense now; `id` is that of an action. */
  perform(id: string): void {
    const action = this.actions.find((candidate) => candidate.id === id)
    if (action?.isPossible?.() ?? true) action?.run()
  }

  /**
   * Opens what the app was started with.
   *
   * @param onKnown called once, as soon as the window can be drawn with what it will show or what it waits for
   */
  async launch(onKnown: () => void): Promise<void> {
    let isKnown = false
    const known = (): void => {
      if (!isKnown) onKnown()
      isKnown = true
    }
    const tooLong = setTimeout(known, FIRST_PICTURE_MS)
    try {
      await this.#openLaunched(known)
    } finally {
      clearTimeout(tooLong)
      this.#isOpening = false
      known()
      this.comparing.settleState()
    }
  }

  async #openLaunched(known: () => void): Promise<void> {
    const [{ sample, files, project, drafts, recovered }] = await Promise.all([
      this.#desktop.launch(),
      this.lexicon.load(),
      this.preferences.load(),
      this.project.loadRecent()
    ])
    if (this.lexicon.problem !== null) this.status.fail(this.lexicon.problem)
    if (recovered)
      this.status.fail(drafts.length > 0 ? words.status.openedAgainWithWork : words.status.openedAgain)
    this.project.left.offerDrafts(drafts)
    if (project !== null || files.length > 0) known()
    if (project) await this.project.openLaunched(project)
    if (files.length > 0) await this.intake.addOpened(files)
    else if (sample) await this.comparing.openSample()
  }

  /** Shows around, on the sample where nothing else is open. */
  async takeTour(): Promise<void> {
    if (!this.indexed) await this.comparing.openSample()
    // Its steps stand where that is said.
    this.status.dismissToast()
    this.dialogs.open('tour', true)
  }

  /** Another project, with nothing in it, after asking. */
  async newProject(): Promise<void> {
    if (await this.project.startNew()) this.status.announce(words.status.newProject)
  }
}
