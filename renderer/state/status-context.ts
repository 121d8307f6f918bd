import { createContext } from 'svelte'
import type { Status } from './status.svelte.ts'

/** The window's status, for what lies above the rest of it: a dialog says itself what goes wrong while it is open. */
export const [statusOfWindow, giveStatus] = createContext<Status>()
