import { SIDES, type ReadoutText, type Side } from '../../engine/model.ts'
import { splitStudy, type StudyChanges } from '../../engine/project/parts.ts'
import type { Source, Study } from '../../engine/project/project.ts'
import { now } from '../lib/words.ts'

/** What is known of a comparison beside its texts, the machine's answer and the edits. */
type Facts = Pick<Study, 'id' | 'name' | 'sources' | 'lexicon'> & Pick<StudyChanges, 'more'>

const sourceOf = ({ name, sha256 }: ReadoutText): Source => ({ name, sha256: sha256 ?? '', imported: now() })

/** The study on screen: its name, and where its texts came from. */
export class StudyState {
  #facts = $state.raw<Facts | null>(null)
  readonly #changed: () => void

  /** @param changed hears that the researcher changed something of it */
  constructor(changed: () => void) {
    this.#changed = changed
  }

  /** Null while a text is missing. */
  get facts(): Facts | null {
    return this.#facts
  }
  get name(): string | null {
    return this.#facts?.name ?? null
  }
  get sources(): Record<Side, Source> | null {
    return this.#facts?.sources ?? null
  }

  /**
   * The study that an answer of the machine belongs to: the one on screen, or a new one.
   *
   * @param suggested what a new one is called until the researcher names it
   * @returns what is now known of it
   */
  take(
    texts: Record<Side, ReadoutText>,
    lexicon: string | null,
    isSame: boolean,
    suggested: string | null
  ): Facts {
    const before = isSame ? this.#facts : null
    // A text keeps what is known of it where it changes its place, or gives way to its other language and comes back.
    const known = before ? SIDES.map((side) => before.sources[side]) : []
    const source = (text: ReadoutText): Source =>
      known.find(({ name, sha256 }) => name === text.name && sha256 === (text.sha256 ?? '')) ?? sourceOf(text)
    const facts: Facts = {
      id: before?.id ?? crypto.randomUUID(),
      name: before ? before.name : suggested,
      sources: { us: source(texts.us), cn: source(texts.cn) },
      lexicon,
      more: before?.more ?? {}
    }
    this.#facts = facts
    return facts
  }
  show(study: Study): void {
    const { id, name, sources, lexicon } = study
    this.#facts = { id, name, sources, lexicon, more: splitStudy(study).changes.more }
  }
  end(): void {
    this.#facts = null
  }

  /** What the researcher knows of a text, for citations. */
  describeSource(side: Side, cited: NonNullable<Source['cited']>): void {
    const facts = this.#facts
    if (!facts) return
    this.#facts = { ...facts, sources: { ...facts.sources, [side]: { ...facts.sources[side], cited } } }
    this.#changed()
  }
  rename(name: string | null): void {
    if (!this.#facts) return
    this.#facts = { ...this.#facts, name }
    this.#changed()
  }
}
