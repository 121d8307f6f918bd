import type { Locator, Page } from 'playwright/test'

/** What the operating system hands over in a drag: absolute paths of files, or text of a type. */
interface Dragged {
  files?: string[]
  items?: { mimeType: string; data: string }[]
}

/**
 * Drops as the operating system does: Chromium's own drag events at a place of the window, so that the page gets
 * true `File`s from true paths (no synthetic DOM events).
 */
export const drop = async (
  window: Page,
  target: Locator,
  { files = [], items = [] }: Dragged
): Promise<void> => {
  const box = await target.boundingBox()
  if (!box) throw new Error('the drop target is not on screen')
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + Math.min(box.height / 2, 200)) }
  const session = await window.context().newCDPSession(window)
  const data = { items, files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}
