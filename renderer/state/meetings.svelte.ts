import type { Meetings } from '../../engine/identify/pairs.ts'
import type { Gathered } from '../lib/folder.ts'
import { words } from '../words/words.ts'

/** What was found, with what was not even read. */
export interface FoundMeetings extends Meetings {
  skipped: Gathered['skipped']
}

/** The meetings found among many texts that came at once, while they are offered. */
export class MeetingsStore {
  #found = $state.raw<FoundMeetings | null>(null)
  #skipped: Gathered['skipped'] = []

  get found(): FoundMeetings | null {
    return this.#found
  }

  /** Keeps what was left out of a folder, to be said with what is found. */
  leaveOut(skipped: Gathered['skipped']): void {
    this.#skipped = skipped
  }

  /** @returns what to tell a screen reader */
  show(meetings: Meetings): string {
    this.#found = { ...meetings, skipped: this.#skipped }
    this.#skipped = []
    return words.status.meetingsFound(meetings.pairs.length, meetings.alone.length)
  }

  close(): void {
    this.#found = null
  }
}
