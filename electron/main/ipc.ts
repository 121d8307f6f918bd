import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import * as v from 'valibot'
import { contract, type CallAnswer, type CallArguments, type Reply } from '../contract/api.ts'
import { callChannel, CALLS, type Call } from '../contract/channels.ts'
import { sizeOfCall } from '../contract/sizes.ts'
import { Gate } from './gate.ts'
import { isOwnAddress } from './origin.ts'

/** The page that asks, of one window; ids of windows are those of their pages. */
export type Caller = WebContents

/** One function a call; a missing one does not compile. Those that need to know who asks take it last. */
export type Handlers = {
  [C in Call]: (...args: [...CallArguments<C>, from: Caller]) => Promise<CallAnswer<C>>
}

/**
 * Whether a message comes from our page's own main frame (security checklist, item 17).
 *
 * @param development address of the development server, null in a built app
 */
export const isTrustedSender = (
  event: Pick<IpcMainInvokeEvent, 'senderFrame'>,
  development: string | null
): boolean => {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnAddress(frame.url, development)
}

const register = <C extends Call>(
  ipc: Pick<IpcMain, 'handle'>,
  call: C,
  handler: Handlers[C],
  development: string | null,
  gate: Gate
): void => {
  const answer = async (args: unknown[], from: Caller): Promise<Reply<C>> => {
    const checked = v.safeParse(contract[call].arguments, args)
    if (!checked.success)
      return { ok: false, code: 'malformed', message: `Malformed arguments of “${call}”.` }
    try {
      const answered = await handler(...(checked.output as CallArguments<C>), from)
      return { ok: true, value: v.parse(contract[call].answer, answered) }
    } catch (error) {
      return { ok: false, code: 'failed', message: error instanceof Error ? error.message : String(error) }
    }
  }
  ipc.handle(callChannel(call), async (event, ...args: unknown[]): Promise<Reply<C>> => {
    if (!isTrustedSender(event, development))
      return { ok: false, code: 'forbidden', message: 'This page may not ask the app for anything.' }
    const size = sizeOfCall(call, args)
    if (size === null) return { ok: false, code: 'malformed', message: `“${call}” was given too much.` }
    const reply = await gate.through(event.sender.id, call, size, () => answer(args, event.sender))
    return reply ?? { ok: false, code: 'busy', message: 'The app is still busy with what was asked before.' }
  })
}

/** Answers every call of the contract; each is checked for its sender, size, turn and payload first. */
export const setupIpc = (
  ipc: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  development: string | null,
  gate: Gate = new Gate()
): void => {
  for (const call of CALLS) register(ipc, call, handlers[call], development, gate)
}
