import * as v from 'valibot'

/** How the reader wants the app, whichever project is open. */

export const APPEARANCES = ['system', 'light', 'dark'] as const
export const TYPEFACES = ['serif', 'sans', 'system'] as const

/** Letters of the texts, in CSS pixels. */
export const TEXT_SIZES = { least: 13, most: 26 } as const
/** Width of the side panel, in CSS pixels. */
export const PANEL_WIDTHS = { least: 264, most: 640 } as const
/** Longest line of the texts, in widths of a digit. */
export const MEASURES = { least: 40, most: 100 } as const

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const shortText = v.pipe(v.string(), v.maxLength(60))

const FIRST_PANEL_WIDTH = 320

export const preferences = v.strictObject({
  appearance: v.picklist(APPEARANCES),
  typeface: v.picklist(TYPEFACES),
  textSize: whole(TEXT_SIZES.least, TEXT_SIZES.most),
  measure: whole(MEASURES.least, MEASURES.most),
  /** Marks in the texts that are switched off, by name; the window knows which there are. */
  hiddenMarks: v.pipe(v.array(shortText), v.maxLength(50)),
  citationStyle: v.picklist(['chicago', 'apa', 'mla']),
  /** What the sides are called in the window, by the name they have; those not in it keep theirs. */
  sideNames: v.pipe(
    v.record(shortText, shortText),
    v.check((names) => Object.keys(names).length <= 200)
  ),
  /** The tour was gone through or skipped. */
  hasSeenTour: v.boolean(),
  /** Absent, like what follows, from files of the second version. */
  panelWidth: v.optional(whole(PANEL_WIDTHS.least, PANEL_WIDTHS.most), FIRST_PANEL_WIDTH),
  /** The list of topics is folded to their colours. */
  isRailFolded: v.optional(v.boolean(), false)
})
export const preferenceChanges = v.partial(preferences)
export type PreferenceChanges = v.InferOutput<typeof preferenceChanges>
export type Preferences = v.InferOutput<typeof preferences>

export const FIRST_PREFERENCES: Preferences = {
  appearance: 'system',
  typeface: 'serif',
  textSize: 16,
  measure: 66,
  hiddenMarks: [],
  citationStyle: 'chicago',
  sideNames: {},
  hasSeenTour: false,
  panelWidth: FIRST_PANEL_WIDTH,
  isRailFolded: false
}
