import type { Side } from '../../engine/model.ts'

const middleOf = (element: Element): number => {
  const { top, bottom } = element.getBoundingClientRect()
  return (top + bottom) / 2
}

/** Id of the sentence that stands nearest on screen to one of the other text; undefined where nothing is drawn there. */
export const sentenceBeside = (id: string, on: Side): string | undefined => {
  const from = document.querySelector(`[data-sentence="${id}"]`)
  if (!from) return undefined
  const height = middleOf(from)
  const sentences = [...document.querySelectorAll<HTMLElement>(`[data-drop="${on}"] [data-sentence]`)]
  const nearest = sentences
    .map((element) => ({ element, distance: Math.abs(middleOf(element) - height) }))
    .reduce<{ element: HTMLElement; distance: number } | null>(
      (best, one) => (best === null || one.distance < best.distance ? one : best),
      null
    )
  return nearest?.element.dataset['sentence']
}
