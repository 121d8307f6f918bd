import { expect, type Page } from 'playwright/test'

/** What a screen reader is told: Chromium's own tree of roles, names and states, not the page's elements. */

export interface Spoken {
  role: string
  name: string
  description: string
  value: string
  /** How deep it lies in what is told. */
  depth: number
}

interface Told {
  value?: unknown
}
interface TreeNode {
  nodeId: string
  parentId?: string
  ignored: boolean
  role?: Told
  name?: Told
  description?: Told
  value?: Told
  childIds?: string[]
}

/** As it is heard: spaces and line ends are one pause. */
const words = (told: Told | undefined): string =>
  typeof told?.value === 'string' ? told.value.replaceAll(/\s+/gu, ' ').trim() : ''

/** All that is told of the window, in reading order. */
export const spokenTree = async (window: Page): Promise<Spoken[]> => {
  const session = await window.context().newCDPSession(window)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: TreeNode[] }
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const told = (node: TreeNode, depth: number): Spoken[] => {
    const children = (own: number): Spoken[] =>
      (node.childIds ?? []).flatMap((id) => {
        const child = byId.get(id)
        return child ? told(child, own) : []
      })
    if (node.ignored) return children(depth)
    const own = {
      role: words(node.role),
      name: words(node.name),
      description: words(node.description),
      value: words(node.value),
      depth
    }
    return [own, ...children(depth + 1)]
  }
  return nodes.filter(({ parentId }) => parentId === undefined).flatMap((root) => told(root, 0))
}

/** Role and name of what has the focus, as it is read out. */
export const spokenFocus = async (window: Page): Promise<string> => {
  const session = await window.context().newCDPSession(window)
  // Asked of the element itself: the tree as a whole is told a moment later.
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
  const { nodes } = (await session.send('Accessibility.getPartialAXTree', {
    fetchRelatives: false,
    ...(result.objectId === undefined ? {} : { objectId: result.objectId })
  })) as { nodes: TreeNode[] }
  await session.detach()
  return `${words(nodes[0]?.role)} ${words(nodes[0]?.name)}`.trim()
}

/** More steps than any screen of the app has controls. */
const MOST_STEPS = 200

/** Presses a key, as one who sees nothing, until what is read out is this. */
export const goByKey = async (window: Page, wanted: RegExp, key = 'Tab'): Promise<void> => {
  const heard: string[] = []
  for (let step = 0; step < MOST_STEPS; step++) {
    const spoken = await spokenFocus(window)
    if (wanted.test(spoken)) return
    heard.push(spoken)
    await window.keyboard.press(key)
  }
  expect([...new Set(heard)].join('\n'), `${key} never came to it`).toMatch(wanted)
}
