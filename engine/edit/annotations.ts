import { groupOf, placesOf } from './places.ts'
import { alreadySo, done, refused, type Context, type Outcome } from './ground.ts'
import type { Operation, Target } from './operation.ts'
import type { Note, Tagging, Work } from './work.ts'

/** Notes, tags and the check mark of a group. */

export const sameTarget = (one: Target, other: Target): boolean =>
  one.on === 'whole'
    ? other.on === 'whole'
    : other.on !== 'whole' && one.on === other.on && one.id === other.id

export const noteOn = ({ notes }: Work, target: Target): Note | undefined =>
  notes.find((note) => sameTarget(note.target, target))

export const hasTag = ({ tags }: Work, target: Target, tag: string): boolean =>
  tags.some((tagging) => tagging.tag === tag && sameTarget(tagging.target, target))

/** Whether what a note or a tag is on is there. */
export const isThere = ({ comparison }: Work, target: Target): boolean => {
  if (target.on === 'whole') return true
  if (target.on === 'sentence') return placesOf(comparison).has(target.id)
  if (target.on === 'group') return groupOf(comparison, target.id) !== undefined
  return comparison.findings.some(({ id }) => id === target.id)
}

/** Notes with one more; what stands on its target already stays before it. */
const withNote = (notes: readonly Note[], added: Note): Note[] => {
  const before = notes.find(({ target }) => sameTarget(target, added.target))
  if (!before) return [...notes, added]
  const at = before.at > added.at ? before.at : added.at
  return notes.map((note) =>
    note === before ? { ...note, text: `${before.text}\n${added.text}`, at } : note
  )
}

const withTag = (tags: readonly Tagging[], added: Tagging): Tagging[] =>
  tags.some(({ target, tag }) => tag === added.tag && sameTarget(target, added.target))
    ? [...tags]
    : [...tags, added]

/**
 * What was on something that goes is on what it went into. A group counts as checked only if all that it was made of
 * was.
 */
export const retargeted = (work: Work, from: Target, to: Target): Work => {
  const isFrom = ({ target }: { target: Target }): boolean => sameTarget(target, from)
  const notes = work.notes.some(isFrom)
    ? work.notes.filter(isFrom).reduce(
        (all, note) => withNote(all, { ...note, target: to }),
        work.notes.filter((note) => !isFrom(note))
      )
    : work.notes
  const tags = work.tags.some(isFrom)
    ? work.tags.filter(isFrom).reduce(
        (all, tagging) => withTag(all, { ...tagging, target: to }),
        work.tags.filter((tagging) => !isFrom(tagging))
      )
    : work.tags
  const verified =
    from.on === 'group' && to.on === 'group'
      ? work.verified.filter((id) => id !== from.id && (id !== to.id || work.verified.includes(from.id)))
      : work.verified
  return { ...work, notes, tags, verified }
}

/**
 * A group that is dissolved: what was written about it stays with its first sentence, since a text cannot be thought
 * of again; its tags and its check mark were about what is no more.
 */
export const withoutGroup = (work: Work, id: string, heir: string | undefined): Work => {
  const target: Target = { on: 'group', id }
  const untagged: Work = {
    ...work,
    tags: work.tags.filter((tagging) => !sameTarget(tagging.target, target)),
    verified: work.verified.filter((group) => group !== id)
  }
  if (heir === undefined || !noteOn(work, target)) return untagged
  return retargeted(untagged, target, { on: 'sentence', id: heir })
}

/** The tags of a sentence are on its second piece too. */
export const copiedTags = (work: Work, from: Target, to: Target): Work => ({
  ...work,
  tags: work.tags
    .filter(({ target }) => sameTarget(target, from))
    .reduce((all, { tag }) => withTag(all, { target: to, tag }), work.tags)
})

const GONE = 'What this is about is no longer there.'

export const note = (
  work: Work,
  { target, text }: Extract<Operation, { do: 'note' }>,
  { at }: Pick<Context, 'at'>
): Outcome => {
  if (!isThere(work, target)) return refused(GONE)
  const before = noteOn(work, target)
  const others = work.notes.filter((other) => other !== before)
  if (text.trim() === '')
    return before ? done({ ...work, notes: others }) : alreadySo('There is no note to take away here.')
  if (before?.text === text) return alreadySo('The note says this already.')
  const changed = { target, text, at }
  return done({
    ...work,
    notes: before ? work.notes.map((other) => (other === before ? changed : other)) : [...others, changed]
  })
}

export const tag = (work: Work, operation: Extract<Operation, { do: 'tag' }>): Outcome => {
  const { target, tag: code, on } = operation
  if (!isThere(work, target)) return refused(GONE)
  if (hasTag(work, target, code) === on)
    return alreadySo(on ? 'It has this tag already.' : 'It does not have this tag.')
  return done({
    ...work,
    tags: on
      ? [...work.tags, { target, tag: code }]
      : work.tags.filter((tagging) => tagging.tag !== code || !sameTarget(tagging.target, target))
  })
}

export const verify = (work: Work, { group, verified }: Extract<Operation, { do: 'verify' }>): Outcome => {
  if (!groupOf(work.comparison, group)) return refused('This passage is no longer there.')
  if (work.verified.includes(group) === verified)
    return alreadySo(
      verified ? 'This passage is verified already.' : 'This passage is not marked as verified.'
    )
  return done({
    ...work,
    verified: verified ? [...work.verified, group] : work.verified.filter((id) => id !== group)
  })
}
