import { compare } from '../engine/compare.ts'
import { MAX_INPUT_BYTES, tooLarge } from '../engine/ingest/limits.ts'
import type { LoadAsset } from '../engine/ingest/pdf/pdf.ts'
import type { Encoding } from '../engine/ingest/report.ts'
import { checkPair, ingest, ingestSelection, ingestText, type Ingested } from '../engine/ingest/text.ts'
import { standardLexicon, type Lexicon } from '../engine/lexicon/lexicon.ts'
import { readOwnLexicon } from '../engine/lexicon/own.ts'
import type { InputProblem, ReadoutText } from '../engine/model.ts'
import { untold, type Tell } from '../engine/progress.ts'
import { meetingName } from '../engine/identify/meeting-name.ts'
import { doubtOf } from '../engine/identify/no-readout.ts'
import { pairUp } from '../engine/identify/pairs.ts'
import { nameOf, type Job, type Outcome, type Slots, type Source } from './analysis.ts'
import { isTakenApart, place, placeStory, switchLanguage, type Placing } from './placing.ts'
import { words } from './words/words.ts'

const read = async (source: Source, encoding: Encoding | undefined, load: LoadAsset): Promise<Ingested> => {
  if (source.kind === 'text') return ingestText(source.text, source.name)
  if (source.kind === 'html') return ingestSelection(source.html, source.name)
  const ingesting = { load, encoding: encoding ?? null }
  if (source.kind === 'bytes') return ingest(source.bytes, source.name, ingesting)
  const { file } = source
  const name = nameOf(source)
  // Checked before reading: a file of gigabytes must not come into memory.
  if (file.size > MAX_INPUT_BYTES) return { ok: false, problem: tooLarge(name, file.size) }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    const message = words.intake.unreadable(name)
    return { ok: false, problem: { code: 'unreadable', name, message } }
  }
  return ingest(bytes, name, ingesting)
}

const exchangedSlots = ({ us, cn }: Slots): Slots => ({ ...(cn && { us: cn }), ...(us && { cn: us }) })

const placing = (
  texts: readonly ReadoutText[],
  job: Job,
  lexicon: Lexicon
): Placing | { problem: InputProblem } | null => {
  const [only, another] = texts
  if (only && !another && isTakenApart(only, job)) {
    const placed = placeStory(only, lexicon, job.meeting)
    if (!job.isExchanged || 'problem' in placed) return placed
    return { ...placed, slots: exchangedSlots(placed.slots) }
  }
  const { us, cn } = job.present
  if (job.swap) return { slots: us && cn ? exchangedSlots(job.present) : job.present, notes: [] }
  if (job.switchLanguage) return { slots: switchLanguage(job.present, job.switchLanguage), notes: [] }
  return place(texts, job)
}

/** The lexicon of a job; made once for each text of the reader's changes. */
let latest: { json: string | undefined; lexicon: Lexicon } = { json: undefined, lexicon: standardLexicon }
const lexiconOf = (json: string | undefined): Lexicon => {
  if (json !== latest.json) {
    const read = json === undefined ? null : readOwnLexicon(json)
    latest = { json, lexicon: read?.ok ? read.lexicon : standardLexicon }
  }
  return latest.lexicon
}

/** Reads many texts and finds the meetings among them; one that cannot be read does not keep the others back. */
const findMeetings = async ({ sources, encoding }: Job, load: LoadAsset, tell: Tell): Promise<Outcome> => {
  const texts: ReadoutText[] = []
  const unread: { name: string; why: string }[] = []
  for (const [done, source] of sources.entries()) {
    tell(done, sources.length)
    const ingested = await read(source, encoding, load)
    if (ingested.ok) texts.push(ingested.text)
    else unread.push({ name: nameOf(source), why: ingested.problem.message })
  }
  tell(sources.length, sources.length)
  const { pairs, alone } = pairUp(texts)
  return { ok: true, meetings: { pairs, alone: [...alone, ...unread] } }
}

/** Comparing takes about as long as the reading of so many documents. */
const COMPARING = 4

/**
 * Does one job: reads its sources, puts the texts in their places and compares them.
 *
 * @param load gets what reading a PDF needs beside the document
 * @param tell hears how far the job is
 */
export const analyse = async (job: Job, load: LoadAsset, tell: Tell = untold): Promise<Outcome> => {
  if (job.pair) return findMeetings(job, load, tell)
  const texts: ReadoutText[] = []
  const { length: documents } = job.sources
  for (const source of job.sources) {
    const ingested = await read(source, job.encoding, load)
    if (!ingested.ok) return ingested
    texts.push(ingested.text)
    tell(texts.length, documents + COMPARING)
  }
  const doubts = texts.flatMap((text) => doubtOf(text) ?? [])
  const joins = job.present.us !== undefined || job.present.cn !== undefined
  if (joins && !job.isSure && doubts.length > 0) return { ok: true, asks: doubts.join(' ') }
  const lexicon = lexiconOf(job.lexicon)
  const placed = placing(texts, job, lexicon)
  // Three texts that are not two readouts, one of them in two languages: whatever meetings are among them.
  if (!placed) {
    const { pairs, alone } = pairUp(texts)
    return { ok: true, meetings: { pairs, alone } }
  }
  if ('problem' in placed) return { ok: false, problem: placed.problem }
  const { slots, notes } = placed
  const { us, cn } = slots
  const filled: Slots = { ...(us ? { us } : {}), ...(cn ? { cn } : {}) }
  if (!us || !cn) return { ok: true, slots: filled, comparison: null, notes, doubts }
  const same = checkPair(us, cn)
  if (same) return { ok: false, problem: same }
  const compared = compare(us, cn, lexicon, (done, total) => {
    tell(documents + (COMPARING * done) / total, documents + COMPARING)
  })
  if (!compared.ok) return compared
  const { comparison } = compared
  return { ok: true, slots: filled, comparison, name: meetingName(comparison, { us, cn }), notes, doubts }
}
