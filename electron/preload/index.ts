import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { DesktopApi } from '../contract/api.ts'
import {
  CALLS,
  callChannel,
  CHANGED_CHANNEL,
  COMMAND_CHANNEL,
  isMenuCommand,
  PROJECT_CHANNEL,
  type Call
} from '../contract/channels.ts'
import { sizeOfCall } from '../contract/sizes.ts'

/** Asks the app; an answer that is an error is thrown here, with its message for the reader. */
const ask = async (call: Call, args: unknown[]): Promise<unknown> => {
  if (sizeOfCall(call, args) === null) throw new Error('This is more than the app can take at once.')
  const reply = (await ipcRenderer.invoke(callChannel(call), ...args)) as
    { ok: true; value: unknown } | { ok: false; message: string }
  if (!reply.ok) throw new Error(reply.message)
  return reply.value
}

const calls = Object.fromEntries(CALLS.map((call) => [call, (...args: unknown[]) => ask(call, args)]))

/** Hears what the app tells unasked. */
const hear = (channel: string, handler: (value: unknown) => void): (() => void) => {
  const listener = (_event: unknown, value: unknown): void => {
    handler(value)
  }
  ipcRenderer.on(channel, listener)
  return () => ipcRenderer.removeListener(channel, listener)
}

const onCommand: DesktopApi['onCommand'] = (handler) =>
  hear(COMMAND_CHANNEL, (command) => {
    if (isMenuCommand(command)) handler(command)
  })

const heard = {
  onCommand,
  onChangedFile: (handler: (value: unknown) => void) => hear(CHANGED_CHANNEL, handler),
  onProject: (handler: (value: unknown) => void) => hear(PROJECT_CHANNEL, handler)
}

/** Only a File that the system gave has a path; one that a page made has none. */
const openDropped = (file: File): Promise<unknown> => ask('openDropped', [webUtils.getPathForFile(file)])

contextBridge.exposeInMainWorld('parallax', { ...calls, ...heard, openDropped })
