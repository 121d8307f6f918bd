import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** A page of releases as hosts of code have it: the newest one's files are found by way of another address. */
export class ReleasePage {
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  /** @param folder files of the newest release */
  static async open(folder: string): Promise<ReleasePage> {
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://here').pathname
      if (path.startsWith('/releases/latest/download/')) {
        response.writeHead(302, { location: path.replace('latest/download', 'download/newest') }).end()
        return
      }
      const file = join(folder, basename(path))
      access(file)
        .then(() => pipeline(createReadStream(file), response))
        .catch(() => response.writeHead(404).end())
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return new ReleasePage(server)
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/releases`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }
}
