import type { Code } from '../../engine/codebook/code.ts'
import { describe } from '../../engine/edit/describe.ts'
import type { Ground } from '../../engine/edit/ground.ts'
import {
  canRedo,
  canUndo,
  editsOf,
  goTo,
  record,
  redo,
  replay,
  startHistory,
  undo,
  workOf,
  type History
} from '../../engine/edit/history.ts'
import { NO_EDITS, type Edits, type Entry, type Operation, type Target } from '../../engine/edit/operation.ts'
import { rebase } from '../../engine/edit/rebase.ts'
import { now } from '../lib/words.ts'
import type { Note, Work } from '../../engine/edit/work.ts'
import type { Back } from './status.svelte.ts'
import { words } from '../words/words.ts'

/** What the editing tells of. */
interface Listener {
  /** Something was changed, undone or done again. */
  changed: () => void
  fail: (message: string) => void
  /** Says what was done, and offers the way back. */
  tell: (message: string, back?: Back) => void
  /** The codes that tags are called by. */
  codes: () => readonly Code[]
}

/** A step of the visible history. */
interface ShownStep {
  say: string
  at: string
  isUndone: boolean
}

const same = (one: Target, other: Target): boolean =>
  one.on === other.on && (one.on === 'whole' || other.on === 'whole' || one.id === other.id)

const notedIn = (notes: readonly Note[]): ReadonlySet<string> =>
  new Set(notes.map(({ target }) => (target.on === 'whole' ? '' : target.id)))

/** The researcher's changes to the comparison on screen. */
export class Editing {
  readonly #listener: Listener
  readonly #told = new WeakMap<Entry, string>()
  #history = $state.raw<History | null>(null)
  /** The edits as they were read: members that this version does not know are to be in the file again. */
  #read: Edits = NO_EDITS
  /** Takes what is being typed; null while nothing is. */
  #takeTyped: (() => void) | null = null
  /** Decisions that lost their place when the texts were read again, and why. */
  #lost = $state.raw<readonly { say: string; why: string }[]>([])

  constructor(listener: Listener) {
    this.#listener = listener
  }

  /** The comparison as the researcher has it; null while there is none. */
  readonly work: Work | null = $derived(this.#history && workOf(this.#history))
  /** Sentences, groups and findings with a note, by id. */
  readonly #noted: ReadonlySet<string> = $derived(notedIn(this.work?.notes ?? []))

  get canUndo(): boolean {
    return this.#history !== null && canUndo(this.#history)
  }
  get canRedo(): boolean {
    return this.#history !== null && canRedo(this.#history)
  }
  /** So many steps are done. */
  get done(): number {
    return this.#history?.at ?? 0
  }
  get lost(): readonly { say: string; why: string }[] {
    return this.#lost
  }
  get edits(): Edits {
    return this.#history ? { ...this.#read, ...editsOf(this.#history) } : NO_EDITS
  }
  get ground(): Ground | null {
    return this.#history?.ground ?? null
  }
  readonly steps: readonly ShownStep[] = $derived.by(() => {
    const history = this.#history
    if (!history) return []
    return history.steps.map(({ entry: { at } }, step) => ({
      say: this.#say(history, step),
      at,
      isUndone: step >= history.at
    }))
  })

  /** A step in words; told once, as it was when it was made. */
  #say({ ground, start, steps }: History, at: number): string {
    const step = steps[at]
    if (!step) return ''
    const told = this.#told.get(step.entry)
    if (told !== undefined) return told
    const names = { topics: ground.topics, codes: this.#listener.codes() }
    const say = describe(step.entry.operation, steps[at - 1]?.work ?? start, names)
    this.#told.set(step.entry, say)
    return say
  }

  noteOn(target: Target): string {
    return this.work?.notes.find((note) => same(note.target, target))?.text ?? ''
  }
  hasNote(id: string): boolean {
    return this.#noted.has(id)
  }
  tagsOn(target: Target): string[] {
    return this.work?.tags.filter((tagging) => same(tagging.target, target)).map(({ tag }) => tag) ?? []
  }
  isVerified(group: string): boolean {
    return this.work?.verified.includes(group) ?? false
  }

  /** Begins with a comparison, and what was done to it before. */
  start(ground: Ground, edits: Edits = NO_EDITS): void {
    this.#read = edits
    this.#lost = []
    if (edits.entries.length === 0 && edits.undone.length === 0) {
      this.#history = startHistory(ground)
      return
    }
    const { history, failed } = replay(ground, edits)
    this.#history = history
    this.#lost = failed.map(({ entry, why }) => ({ say: entry.operation.do, why }))
  }

  /** Carries what was done over to another answer of the machine on the same texts, or on corrected ones. */
  carryOver(ground: Ground): void {
    const history = this.#history
    const edits = this.edits
    if (!history || (edits.entries.length === 0 && edits.undone.length === 0)) {
      this.start(ground, edits)
      return
    }
    const rebased = rebase(history.ground, edits, ground)
    this.#history = replay(ground, rebased.edits).history
    this.#lost = rebased.lost.map(({ entry, why }) => ({
      say: this.#say(
        history,
        history.steps.findIndex((step) => step.entry === entry)
      ),
      why
    }))
    if (this.#lost.length > 0) this.#listener.fail(words.status.changesLost(this.#lost.length))
  }

  end(): void {
    this.#history = null
    this.#lost = []
  }

  /** @returns whether it could be done; why not is said to the reader */
  do(operation: Operation): boolean {
    const history = this.#history
    if (!history) return false
    const recorded = record(history, operation, now())
    if (!recorded.ok) {
      if (recorded.already !== true) this.#listener.fail(recorded.message)
      return false
    }
    this.#history = recorded.history
    this.#tell(this.#say(recorded.history, recorded.history.at - 1), this.#back)
    return true
  }

  /**
   * Something is being typed and not yet taken, which closing would lose.
   *
   * @param take takes it as it stands
   */
  typing(take: () => void): void {
    if (this.#takeTyped === null) this.#listener.changed()
    this.#takeTyped = take
  }
  /** Takes what is being typed: before the work is saved, or leaves the screen. */
  takeTyped(): void {
    const take = this.#takeTyped
    this.#takeTyped = null
    take?.()
  }

  /** Writes a note; typing that goes on is one change, not many. */
  write(target: Target, text: string): void {
    const last = this.#history?.steps.at(this.done - 1)?.entry.operation
    const goesOn = this.done > 0 && last?.do === 'note' && same(last.target, target)
    const before = this.#history
    if (before && goesOn) this.#history = undo(before)
    if (!this.do({ do: 'note', target, text }) && goesOn) this.#tell('')
  }

  undo(): void {
    if (this.#history && this.canUndo) {
      const say = this.#say(this.#history, this.done - 1)
      this.#history = undo(this.#history)
      this.#tell(words.status.undone(say), this.#again)
    }
  }
  redo(): void {
    if (this.#history && this.canRedo) {
      this.#history = redo(this.#history)
      this.#tell(words.status.doneAgain(this.#say(this.#history, this.done - 1)), this.#back)
    }
  }
  goTo(step: number): void {
    if (!this.#history) return
    this.#history = goTo(this.#history, step)
    this.#tell(words.status.changesDone(this.done))
  }

  readonly #back: Back = {
    label: words.status.undo,
    run: () => {
      this.undo()
    }
  }
  readonly #again: Back = {
    label: words.status.redo,
    run: () => {
      this.redo()
    }
  }

  #tell(message: string, back?: Back): void {
    if (message !== '') this.#listener.tell(message, back)
    this.#listener.changed()
  }
}
