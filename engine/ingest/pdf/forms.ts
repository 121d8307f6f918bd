/**
 * Form objects of a PDF are drawn wherever a page or another form names them. Twelve of them, each drawn eight times by
 * the next, are drawn seventy thousand million times, of a file of three kilobytes; so they are counted before.
 */

/** An object that draws: a form, or what a page shows. */
export interface Drawing {
  dictionary: string
  /** How often it draws another object. */
  times: number
}

/** Forms that one document draws, each as often as it is drawn; a map of a real one has some thousand. */
export const MOST_DRAWN = 50_000

const REFERENCE = /(\d{1,10})\s+\d{1,5}\s+R\b/gu
const DRAWN = /(?<![\w/])Do(?!\w)/gu
/** References that are followed; no document has so many between its pages and forms. */
const MOST_FOLLOWED = 300_000
/** Forms in one another. */
const DEEPEST = 200

/** How often operators draw another object. */
export const timesDrawn = (operators: string): number => operators.match(DRAWN)?.length ?? 0
/** Dictionaries between a drawing and the forms it names: its resources, and their list of objects. */
const DEPTH = 3

const referencesIn = (words: string): number[] =>
  [...words.replace(/\/Parent\s+\d+\s+\d+\s+R/gu, '').matchAll(REFERENCE)].map(([, number]) => Number(number))

/**
 * @param drawings by the number of their object
 * @param dictionaries of all other objects, by number
 * @returns whether the document draws more forms than MOST_DRAWN
 */
export const drawsTooMuch = (
  drawings: ReadonlyMap<number, Drawing>,
  dictionaries: ReadonlyMap<number, string>
): boolean => {
  const isForm = (number: number): boolean =>
    /\/Subtype\s*\/Form\b/u.test(drawings.get(number)?.dictionary ?? '')
  let followed = 0
  /** The forms that something names, itself or through its resources. */
  const formsNamed = (words: string, depth = DEPTH): Set<number> => {
    const forms = new Set<number>()
    for (const number of referencesIn(words)) {
      if (++followed > MOST_FOLLOWED) break
      if (isForm(number)) forms.add(number)
      const inner = depth > 0 ? dictionaries.get(number) : undefined
      if (inner !== undefined) for (const form of formsNamed(inner, depth - 1)) forms.add(form)
    }
    return forms
  }
  const counted = new Map<number, number>()
  const open = new Set<number>()
  const weightOf = (number: number): number => {
    const known = counted.get(number)
    if (known !== undefined) return known
    const drawing = drawings.get(number)
    if (open.size > DEEPEST) return MOST_DRAWN + 1
    if (!drawing || open.has(number)) return 1
    open.add(number)
    const weight = 1 + drawnBy(drawing.times, drawing.dictionary)
    open.delete(number)
    counted.set(number, weight)
    return weight
  }
  const drawnBy = (times: number, resources: string): number => {
    if (times === 0) return 0
    let heaviest = 0
    for (const form of formsNamed(resources)) heaviest = Math.max(heaviest, weightOf(form))
    return Math.min(MOST_DRAWN + 1, times * heaviest)
  }
  let total = 0
  for (const page of dictionaries.values()) {
    if (!/\/Type\s*\/Page\b/u.test(page)) continue
    const times = referencesIn(page).reduce(
      (sum, number) => sum + (isForm(number) ? 0 : (drawings.get(number)?.times ?? 0)),
      0
    )
    total += drawnBy(times, page)
    if (total > MOST_DRAWN || followed > MOST_FOLLOWED) return true
  }
  return false
}
