import type { Readout, Sentence } from '../model.ts'

/** The number of the paragraph in which a sentence stands, headings and titles not counted; from 1. */
export const placeOf = ({ paragraphs }: Readout, { paragraph }: Sentence): number =>
  paragraphs.slice(0, paragraph + 1).filter(({ kind }) => kind === 'body' || kind === 'item').length
