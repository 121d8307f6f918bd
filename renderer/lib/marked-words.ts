import type { Attachment } from 'svelte/attachments'
import type { Sentence } from '../../engine/model.ts'
import { words } from '../words/words.ts'
import { barsOf } from './strength.ts'
import { layeredPieces, type Layer, type LayeredPiece } from './layers.ts'

/** The look of ui/Strength.svelte, for those who see it: to others the sentence says how strong its verb is. */
const strengthMark = (strength: number): HTMLElement => {
  const mark = document.createElement('span')
  mark.className = 'strength'
  mark.setAttribute('role', 'img')
  mark.setAttribute('aria-hidden', 'true')
  mark.title = words.ui.ofFive('strength', strength)
  mark.append(
    ...barsOf(strength).map(({ height, isFull }) => {
      const bar = document.createElement('i')
      bar.classList.toggle('on', isFull)
      bar.style.height = `${height}px`
      return bar
    })
  )
  return mark
}

const classesOf = ({ layers, opens, closes }: LayeredPiece): string =>
  [...layers.map(({ name }) => name), ...(opens ? ['opens'] : []), ...(closes ? ['closes'] : [])].join(' ')

const nodesOf = (piece: LayeredPiece): (Node | string)[] => {
  if (piece.layers.length === 0) return [piece.text]
  const marked = document.createElement('span')
  marked.className = classesOf(piece)
  marked.textContent = piece.text
  return piece.strength === undefined ? [marked] : [marked, strengthMark(piece.strength)]
}

const isSame = (one: LayeredPiece, other: LayeredPiece | undefined): boolean =>
  one.text === other?.text && one.strength === other.strength && classesOf(one) === classesOf(other)

/** What was made last in an element. */
const made = new WeakMap<Element, readonly LayeredPiece[]>()

/**
 * Fills the element of a sentence with its words and what is marked in them. By hand, since a screen has hundreds of
 * such pieces, and a component for each is made to be changed. What looks as it did stays, with what is selected in it.
 *
 * @param layers what is marked in its text
 */
export const markedWords =
  (sentence: Sentence, layers: readonly Layer[]): Attachment =>
  (element) => {
    const pieces = layeredPieces(sentence, layers)
    const before = made.get(element)
    made.set(element, pieces)
    if (before?.length === pieces.length && pieces.every((piece, at) => isSame(piece, before[at]))) return
    element.replaceChildren(...pieces.flatMap(nodesOf))
  }
