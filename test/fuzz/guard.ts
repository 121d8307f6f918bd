import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import childProcess from 'node:child_process'

/**
 * Puts a trap at every way out of a Node thread: whoever asks for anything is written down and gets nothing.
 *
 * @returns what was tried since it was last asked
 */
export const guardNetwork = (): (() => string[]) => {
  const tried: string[] = []
  const trap =
    (way: string) =>
    (...words: unknown[]): never => {
      tried.push(`${way} ${String(words[0]).slice(0, 100)}`)
      throw new Error(`no ${way} here`)
    }
  for (const way of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
    Object.defineProperty(globalThis, way, { value: trap(way), configurable: true })
  for (const [library, ways] of [
    [dns, ['lookup', 'resolve', 'resolve4', 'resolve6']],
    [http, ['request', 'get']],
    [https, ['request', 'get']],
    [net, ['connect', 'createConnection']],
    [childProcess, ['spawn', 'exec', 'execFile', 'fork']]
  ] as const)
    for (const way of ways) Object.assign(library, { [way]: trap(way) })
  net.Socket.prototype.connect = trap('socket')
  Object.defineProperty(globalThis, 'Worker', { value: trap('Worker'), configurable: true })
  syncBuiltinESMExports()
  return () => tried.splice(0)
}
