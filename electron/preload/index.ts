import { contextBridge, ipcRenderer } from 'electron'
import type { DesktopApi } from '../contract/api.ts'
import { CALLS, callChannel, COMMAND_CHANNEL, isMenuCommand, type Call } from '../contract/channels.ts'

/** Asks the app; an answer that is an error is thrown here, with its message for the reader. */
const ask = async (call: Call, args: unknown[]): Promise<unknown> => {
  const reply = (await ipcRenderer.invoke(callChannel(call), ...args)) as
    { ok: true; value: unknown } | { ok: false; message: string }
  if (!reply.ok) throw new Error(reply.message)
  return reply.value
}

const calls = Object.fromEntries(CALLS.map((call) => [call, (...args: unknown[]) => ask(call, args)]))

const onCommand: DesktopApi['onCommand'] = (handler) => {
  const listener = (_event: unknown, command: unknown): void => {
    if (isMenuCommand(command)) handler(command)
  }
  ipcRenderer.on(COMMAND_CHANNEL, listener)
  return () => ipcRenderer.removeListener(COMMAND_CHANNEL, listener)
}

contextBridge.exposeInMainWorld('parallax', { ...calls, onCommand })
