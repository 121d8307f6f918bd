import { join } from 'node:path'
import * as v from 'valibot'
import { writeAtomic } from './atomic.ts'
import { codeOf, realDisk, type Disk } from './disk.ts'

/**
 * A small value of the app's own on disk: versioned, checked when read, written whole or not at all.
 *
 * A file that cannot be understood is moved aside and never overwritten; one of a newer version of the app, or one that
 * this account may not read, stays as it is, and what is changed meanwhile is forgotten at the end of the run.
 */
export class StoredValue<T> {
  readonly #folder: string
  readonly #name: string
  readonly #version: number
  readonly #schema: v.GenericSchema<unknown, T>
  readonly #disk: Disk
  #value: T
  #isLoaded = false
  #mayStore = true
  #turn: Promise<unknown> = Promise.resolve()

  /**
   * @param name of the file, without `.json`
   * @param initial where there is no file
   */
  constructor(
    folder: string,
    name: string,
    version: number,
    schema: v.GenericSchema<unknown, T>,
    initial: T,
    disk: Disk = realDisk
  ) {
    this.#folder = folder
    this.#name = name
    this.#version = version
    this.#schema = schema
    this.#value = initial
    this.#disk = disk
  }

  /** Never throws: without its file the app goes on as on its first day. */
  get(): Promise<T> {
    return this.#inTurn(async () => {
      await this.#load()
      return this.#value
    })
  }

  /** @throws the system's error; the value is changed nevertheless, for this run */
  change(how: (value: T) => T): Promise<void> {
    return this.#inTurn(async () => {
      await this.#load()
      this.#value = how(this.#value)
      if (!this.#mayStore) return
      await this.#disk.mkdir(this.#folder)
      const content = `${JSON.stringify({ version: this.#version, value: this.#value }, null, 2)}\n`
      await writeAtomic(this.#path(), content, this.#disk)
    })
  }

  #path(suffix = ''): string {
    return join(this.#folder, `${this.#name}${suffix}.json`)
  }

  async #load(): Promise<void> {
    if (this.#isLoaded) return
    this.#isLoaded = true
    let text: string
    try {
      text = new TextDecoder().decode(await this.#disk.readFile(this.#path()))
    } catch (error) {
      this.#mayStore = codeOf(error) === 'ENOENT'
      return
    }
    const read = this.#read(text)
    if (read === 'newer') this.#mayStore = false
    else if (read) this.#value = read.value
    else await this.#moveAside()
  }

  #read(text: string): { value: T } | 'newer' | null {
    try {
      const { version, value } = v.parse(
        v.object({ version: v.number(), value: v.unknown() }),
        JSON.parse(text)
      )
      if (version > this.#version) return 'newer'
      return { value: v.parse(this.#schema, value) }
    } catch {
      return null
    }
  }

  async #moveAside(): Promise<void> {
    try {
      const names = new Set(await this.#disk.readdir(this.#folder))
      let number = 1
      while (names.has(`${this.#name}-kept-${number}.json`)) number++
      await this.#disk.rename(this.#path(), this.#path(`-kept-${number}`))
    } catch {
      this.#mayStore = false
    }
  }

  #inTurn<R>(work: () => Promise<R>): Promise<R> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }
}
