import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const [SAVE, DISCARD, CANCEL] = [0, 1, 2]
let asked = 0
let answer: (button: number) => void = () => undefined
vi.mock('electron', () => ({
  dialog: {
    showMessageBox: () => {
      asked++
      return new Promise<{ response: number }>((done) => {
        answer = (response) => {
          done({ response })
        }
      })
    }
  }
}))
const { askBeforeClosing } = await import('../../../../electron/main/closing.ts')

/** A window that closes unless a listener prevents it. */
class FakeWindow extends EventEmitter {
  isClosed = false
  readonly sent: unknown[] = []
  isDead = false
  readonly webContents = {
    isCrashed: (): boolean => this.isDead,
    send: (...message: unknown[]): void => {
      this.sent.push(message)
    }
  }
  isDestroyed = (): boolean => this.isClosed
  close(): void {
    let prevented = false
    this.emit('close', {
      preventDefault: () => {
        prevented = true
      }
    })
    this.isClosed ||= !prevented
  }
}

const opened = (isEdited: boolean) => {
  const window = new FakeWindow()
  const done: string[] = []
  const open = {
    window: window as unknown as BrowserWindow,
    id: 1,
    opening: { sample: false, files: [], project: null, recovered: false },
    hasLaunched: true,
    isEdited,
    mayClose: false
  }
  askBeforeClosing(open, {
    onDiscard: () => {
      done.push('discarded')
      return Promise.resolve()
    },
    onCancel: () => {
      done.push('cancelled')
    }
  })
  return { window, open, done }
}

const answered = async (button: number): Promise<void> => {
  answer(button)
  await new Promise(setImmediate)
}

describe('closing a window', () => {
  beforeEach(() => {
    asked = 0
  })

  it('whose work is saved is not asked about', () => {
    const { window } = opened(false)
    window.close()
    expect([window.isClosed, asked]).toEqual([true, 0])
  })

  it('whose work is to be saved stays until the page has saved it', async () => {
    const { window, open, done } = opened(true)
    window.close()
    await answered(SAVE)
    expect([window.isClosed, window.sent, done]).toEqual([
      false,
      [['parallax:command', 'save-and-close']],
      []
    ])
    open.mayClose = true
    window.close()
    expect([window.isClosed, asked]).toEqual([true, 1])
  })

  it('whose work is not to be saved takes its drafts away first', async () => {
    const { window, done } = opened(true)
    window.close()
    await answered(DISCARD)
    expect([window.isClosed, done]).toEqual([true, ['discarded']])
  })

  it('may be called off, and asked again', async () => {
    const { window, done } = opened(true)
    window.close()
    await answered(CANCEL)
    expect([window.isClosed, done]).toEqual([false, ['cancelled']])
    window.close()
    expect(asked).toBe(2)
  })

  it('asks once, however often it is tried meanwhile', () => {
    const { window } = opened(true)
    window.close()
    window.close()
    expect([window.isClosed, asked]).toEqual([false, 1])
  })

  it('whose page is dead cannot save and closes; its draft stays', () => {
    const { window, done } = opened(true)
    window.isDead = true
    window.close()
    expect([window.isClosed, done, asked]).toEqual([true, [], 0])
  })
})
