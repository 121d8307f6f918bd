import { join } from 'node:path'
import { writeAtomic } from './atomic.ts'
import { codeOf, type Disk } from './disk.ts'
import { draftText, headerOf, partText, readDraft, readPart, type Draft } from './draft-text.ts'

/** Each draft has two places, written in turn: while one is written the other holds the state before. */
export const PLACES = [0, 1] as const
export type Place = (typeof PLACES)[number]

const STATE = /^([a-z0-9-]{8,64})\.[01]\.draft$/u
const PART = /^([a-z0-9-]{8,64})\.([a-z0-9-]{8,64})\.part$/u

export interface Found {
  draft: Draft
  place: Place
}

/** A draft of which no state is whole, as far as it can be told. */
interface Remains {
  name: string | null
  /** ISO date and time. */
  stored: string
}

/** The files that drafts are kept in. */
export class DraftFiles {
  readonly folder: string
  readonly #disk: Disk

  constructor(folder: string, disk: Disk) {
    this.folder = folder
    this.#disk = disk
  }

  /** @throws the system's error; the state before is then still there */
  async write(place: Place, { header, text }: Draft): Promise<void> {
    await this.#disk.mkdir(this.folder)
    await writeAtomic(this.#state(header.id, place), draftText(header, text), this.#disk)
  }
  /** @throws the system's error */
  async writePart(id: string, part: string, text: string): Promise<void> {
    await this.#disk.mkdir(this.folder)
    await writeAtomic(this.#part(id, part), partText(text), this.#disk)
  }

  /** A draft's state at a place; null for none, or one that is torn. */
  async read(id: string, place: Place): Promise<Draft | null> {
    const draft = readDraft(await this.#text(this.#state(id, place)))
    return draft?.header.id === id ? draft : null
  }
  /** The later of a draft's whole states. */
  async latest(id: string): Promise<Found | null> {
    let latest: Found | null = null
    for (const place of PLACES) {
      const draft = await this.read(id, place)
      if (draft && (!latest || draft.header.counter > latest.draft.header.counter)) latest = { draft, place }
    }
    return latest
  }
  /** Those of the pieces that are whole. */
  async readParts(id: string, parts: readonly string[]): Promise<Record<string, string>> {
    const read = await Promise.all(
      parts.map(async (part) => [part, readPart(await this.#text(this.#part(id, part)))] as const)
    )
    return Object.fromEntries(read.flatMap(([part, text]) => (text === null ? [] : [[part, text]])))
  }
  /** What can be told of a draft whose states are all torn. */
  async remains(id: string): Promise<Remains> {
    const remains: Remains = { name: null, stored: new Date(0).toISOString() }
    for (const place of PLACES) {
      const path = this.#state(id, place)
      const stat = await this.#disk.stat(path).catch(() => null)
      if (stat) remains.stored = new Date(stat.mtimeMs).toISOString()
      remains.name ??= headerOf(await this.#text(path))?.name ?? null
    }
    return remains
  }

  /** Ids of the drafts that have a state here, and of those that have pieces alone. */
  async ids(): Promise<{ states: string[]; partsOnly: string[] }> {
    const names = await this.#names()
    const states = new Set(names.flatMap((name) => STATE.exec(name)?.[1] ?? []))
    const parts = new Set(names.flatMap((name) => PART.exec(name)?.[1] ?? []))
    return { states: [...states], partsOnly: [...parts].filter((id) => !states.has(id)) }
  }

  /** Takes the states away, that of `last` after the other: if the app ends between the two, it is the last that is left. */
  async removeStates(id: string, last: Place | undefined): Promise<void> {
    for (const place of last === 0 ? [1, 0] : [0, 1]) await this.#unlink(this.#state(id, place))
  }
  async removeParts(id: string, parts?: readonly string[]): Promise<void> {
    const all = (await (parts ?? this.#names())).map((name) => (parts ? `${id}.${name}.part` : name))
    for (const name of all) if (PART.exec(name)?.[1] === id) await this.#unlink(join(this.folder, name))
  }

  #state(id: string, place: number): string {
    return join(this.folder, `${id}.${place}.draft`)
  }
  #part(id: string, part: string): string {
    return join(this.folder, `${id}.${part}.part`)
  }

  async #text(path: string): Promise<string> {
    try {
      return new TextDecoder().decode(await this.#disk.readFile(path))
    } catch {
      return ''
    }
  }
  async #unlink(path: string): Promise<void> {
    await this.#disk.unlink(path).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error
    })
  }
  async #names(): Promise<string[]> {
    try {
      return await this.#disk.readdir(this.folder)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  }
}
