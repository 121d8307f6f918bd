import type { Ground } from '../../engine/edit/ground.ts'
import { topics } from '../../engine/lexicon/topics.ts'
import type { OwnLexicon } from '../../engine/lexicon/schema.ts'
import { SIDES, type Comparison, type ReadoutText, type Side } from '../../engine/model.ts'
import type { StudyChanges } from '../../engine/project/parts.ts'
import type { Study } from '../../engine/project/project.ts'
import type { Tell } from '../../engine/progress.ts'
import { countsOf } from '../../engine/report/overview.ts'
import { storyNote } from '../../engine/report/story-note.ts'
import type { Job, Outcome, Slots } from '../analysis.ts'
import { SAMPLE_JOB } from '../sample/job.ts'
import { storedSample } from '../sample/stored.ts'
import type { Editing } from './editing.svelte.ts'
import { partyColours } from '../../engine/wording/colours.ts'
import { exchangedOutcome, prepareExchange } from './exchanged.ts'
import type { Indexed } from './index.ts'
import type { LexiconStore } from './lexicon.svelte.ts'
import type { MeetingsStore } from './meetings.svelte.ts'
import type { ProjectStore } from './project.svelte.ts'
import type { Asking } from './question.svelte.ts'
import type { Status } from './status.svelte.ts'
import type { StudyState } from './study.svelte.ts'
import { words } from '../words/words.ts'

/** After so long all of a comparison that was brought on screen is drawn. */
const AT_REST_MS = 1_000

/** The analysis as the window needs it. */
export interface Analysis {
  run: (job: Job, tell?: Tell) => Promise<Outcome | 'superseded'>
  cancel: () => boolean
  supersede: () => void
}

/** What comparing needs of the window around it. */
interface Desk {
  status: Status
  asking: Asking
  meetings: MeetingsStore
  lexicon: LexiconStore
  study: StudyState
  editing: Editing
  project: ProjectStore
  indexed: () => Indexed | null
  /** What was begun with the comparison before is given up. */
  forget: (texts: 'other' | 'same' | 'exchanged') => void
}

/** The two texts on screen, and how they come to be compared: by the machine, again, or as a study of the project has it. */
export class Comparing {
  readonly #analysis: Analysis
  readonly #desk: Desk
  #slots = $state.raw<Slots>({})
  #isSample = $state(false)
  /** How often something was asked to be compared. */
  #asked = 0

  constructor(analysis: Analysis, desk: Desk) {
    this.#analysis = analysis
    this.#desk = desk
  }

  get slots(): Slots {
    return this.#slots
  }
  /** The party that comes first stands second, since the reader exchanged the sides. */
  get isExchanged(): boolean {
    const comparison = this.#desk.indexed()?.comparison
    return comparison !== undefined && partyColours(comparison).us === 'second'
  }
  /** Their words; empty for one that is missing. */
  get texts(): Record<Side, string> {
    const { us, cn } = this.#slots
    return { us: us?.text ?? '', cn: cn?.text ?? '' }
  }
  get isSample(): boolean {
    return this.#isSample
  }
  /** A text that was taken from a news story, where the two on screen were. */
  get story(): ReadoutText | undefined {
    return SIDES.map((side) => this.#slots[side]).find((text) => text?.story)
  }

  /** Shows the sample, compared when the app was built unless the reader's lexicon compares it otherwise. */
  async openSample(): Promise<void> {
    const asked = ++this.#asked
    const stored = await storedSample(this.#desk.lexicon.json)
    // Something else was asked for while it was fetched.
    if (asked !== this.#asked) return
    if (!stored) return this.run(SAMPLE_JOB, true)
    this.#analysis.supersede()
    await this.#settle(stored, SAMPLE_JOB, true, false)
  }

  /** Compares what is there once more; nothing while a text is missing. */
  async #again(change: Partial<Job>, isSame: boolean): Promise<void> {
    if (SIDES.every((side) => this.#slots[side])) await this.run(this.#job(change), this.#isSample, isSame)
  }
  /** A job on the texts that are there. */
  #job(change: Partial<Job>): Job {
    return { sources: [], side: undefined, present: this.#slots, swap: false, ...change }
  }

  /** Nothing was done to the comparison: the texts may change places in it. What was done is done to these texts. */
  isUntouched(): boolean {
    const { entries, undone } = this.#desk.editing.edits
    return entries.length + undone.length === 0
  }

  /** Exchanges the two texts: at once where the mirror image is known to be what comparing would give. */
  async swap(): Promise<void> {
    const asked = ++this.#asked
    const { study, editing, lexicon } = this.#desk
    const known = await exchangedOutcome(this.#slots, editing.ground?.base, study.facts, lexicon.json)
    if (asked !== this.#asked) return
    const change = { swap: true }
    if (!known) return this.#again(change, this.isUntouched())
    this.#analysis.supersede()
    await this.#settle(known, this.#job(change), this.#isSample, this.isUntouched())
  }
  /** Compares a side by its text in the other language. */
  async switchLanguage(side: Side): Promise<void> {
    if (this.#slots[side]?.inOtherLanguage) await this.#again({ switchLanguage: side }, this.isUntouched())
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
    const refused = await this.#desk.lexicon.change(own)
    if (refused === null) await this.compareAgain()
    return refused
  }
  /** Takes a lexicon from a file that the reader chooses, and compares again. */
  async readLexicon(): Promise<string | null> {
    const refused = await this.#desk.lexicon.read()
    if (refused === null) await this.compareAgain()
    return refused
  }

  /** Back to the two empty places; what was done stays in the project. */
  clear(): void {
    const left = this.#desk.project.leave()
    this.empty()
    this.#desk.status.clear()
    this.#sayLeft(left, words.status.newComparison)
  }
  /** Takes the comparison on screen out of the project, after asking. */
  async removeStudy(): Promise<void> {
    if (!(await this.#desk.project.mayTakeOut())) return
    this.empty()
    this.#desk.project.removeOpen()
  }
  /** Nothing is on screen any more. */
  empty(): void {
    this.#slots = {}
    this.#isSample = false
    this.#desk.study.end()
    this.#desk.editing.end()
    this.#desk.forget('other')
    this.settleState()
  }

  #ground(base: Comparison, texts: Record<Side, ReadoutText>): Ground {
    const own = this.#desk.lexicon.own.topics ?? []
    return {
      base,
      texts: { us: texts.us.text, cn: texts.cn.text },
      topics: [
        ...topics.filter(({ id }) => !own.some((topic) => topic.id === id)),
        ...own.map(({ id, label, generic }) => ({ id, label, generic }))
      ]
    }
  }

  /** What was done to the study on screen; null where there is none, or only the sample, untouched. */
  current(): StudyChanges | null {
    const { facts } = this.#desk.study
    const { ground, edits } = this.#desk.editing
    if (!facts || !ground || (this.#isSample && this.isUntouched())) return null
    const { id, name, sources, more } = facts
    return { id, name, sources, edits, more }
  }

  /** Brings a study of the project on screen. */
  show(study: Study): void {
    const { texts, comparison, edits } = study
    this.#desk.study.show(study)
    this.#slots = texts
    this.#isSample = false
    this.#desk.status.clear()
    this.#desk.forget('other')
    this.#desk.editing.start(this.#ground(comparison, texts), edits)
    this.#desk.status.announce(this.#describe([]))
    this.settleState()
  }

  /** A new answer of the machine: on the study that is on screen, or a study of its own. */
  #take(
    comparison: Comparison,
    texts: Record<Side, ReadoutText>,
    isSame: boolean,
    suggested: string | null
  ): void {
    const isKnown = isSame && this.#desk.study.facts !== null
    const { id, name, sources, lexicon, more } = this.#desk.study.take(
      texts,
      this.#desk.lexicon.json ?? null,
      isSame,
      suggested
    )
    const ground = this.#ground(comparison, texts)
    const content = { id, texts, comparison, lexicon }
    if (isKnown) {
      this.#desk.editing.carryOver(ground)
      this.#desk.project.renew(content)
    } else {
      this.#desk.editing.start(ground)
      this.#desk.project.begin({
        content,
        changes: { id, name, sources, edits: this.#desk.editing.edits, more }
      })
    }
  }

  /** @param isSame the job is about the study on screen: what was done to it is carried over */
  async run(job: Job, isSample: boolean, asSame = false): Promise<void> {
    this.#asked++
    const outcome = await this.#desk.status.during(
      job.pair ? words.status.reading : words.status.comparing,
      () => {
        if (this.#analysis.cancel()) this.#desk.status.tell(words.status.stoppedAsItWas)
      },
      (progress) => this.#analysis.run({ ...job, lexicon: this.#desk.lexicon.json }, progress)
    )
    if (outcome !== 'superseded') await this.#settle(outcome, job, isSample, asSame)
  }

  /** Brings the outcome of a job on screen. */
  async #settle(outcome: Outcome, job: Job, isSample: boolean, asSame: boolean): Promise<void> {
    if (!outcome.ok) {
      this.#desk.status.fail(outcome.problem.message)
      return
    }
    this.#desk.status.clear()
    if ('meetings' in outcome) {
      this.#desk.status.announce(this.#desk.meetings.show(outcome.meetings))
      return
    }
    if ('asks' in outcome) {
      const answer = await this.#desk.asking.ask({ about: 'no-readout', name: outcome.asks })
      if (answer === 'discard') await this.run({ ...job, isSure: true }, isSample, asSame)
      return
    }
    // The same texts with another language beside them are the same study.
    const isSame =
      asSame ||
      (this.#desk.study.facts !== null &&
        SIDES.every((side) => outcome.slots[side]?.text === this.#slots[side]?.text))
    this.#desk.status.doubtIt(
      outcome.doubts?.length
        ? outcome.doubts
            .map(outcome.comparison ? words.intake.comparedAllTheSame : words.intake.mayBeWrongFile)
            .join(' ')
        : null
    )
    // What is another comparison leaves the one on screen in the project.
    const left = isSame ? null : this.#desk.project.leave()
    const { us, cn } = outcome.slots
    this.#slots = outcome.slots
    this.#isSample = isSample
    const isSameText = isSame && job.sources.length === 0 && job.switchLanguage === undefined
    this.#desk.forget(job.swap ? 'exchanged' : isSameText ? 'same' : 'other')
    if (outcome.comparison && us && cn)
      this.#take(outcome.comparison, { us, cn }, isSame, outcome.name ?? null)
    else {
      this.#desk.study.end()
      this.#desk.editing.end()
    }
    this.#sayLeft(left, this.#describe(outcome.notes))
    this.settleState()
  }

  /** Says what is on screen now and, where one was, that the comparison before is kept; the way back leads to it. */
  #sayLeft(left: string | null, now: string): void {
    const kept = words.status.comparisonStays
    if (left !== null)
      this.#desk.status.tell(kept, {
        label: words.status.goBack,
        run: () => void this.#desk.project.switchTo(left)
      })
    this.#desk.status.announce(left === null ? now : `${kept} ${now}`)
  }

  #describe(notes: readonly string[]): string {
    const comparison = this.#desk.indexed()?.comparison
    if (!comparison) return [...notes, words.status.oneTextIsThere].join(' ')
    const note = storyNote(comparison)
    return [
      ...notes,
      ...(note === null ? [] : [note]),
      words.status.compared(
        SIDES.map((side) => `${comparison.readouts[side].partyName}, ${countsOf(comparison, side)}.`)
      )
    ].join(' ')
  }

  /** Has an exchange ready before it is asked for, which comes without warning: once what is on screen is read. */
  #prepareExchange(): void {
    const { ground } = this.#desk.editing
    setTimeout(() => {
      requestIdleCallback(() => {
        if (ground && ground === this.#desk.editing.ground) void prepareExchange(ground.base)
      })
    }, AT_REST_MS)
  }

  /** On the root element, for whoever must know from outside what the window shows. */
  settleState(): void {
    this.#prepareExchange()
    const state = this.#desk.indexed() ? 'ready' : 'empty'
    document.documentElement.dataset['state'] = state
    performance.mark(state)
  }
}
