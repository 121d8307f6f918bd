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

/**
 * Hears all that the window says by itself from now on.
 *
 * @returns takes what was said since it was last asked
 */
export const hearing = async (window: Page): Promise<() => Promise<string[]>> => {
  await window.evaluate(() => {
    const said: string[] = []
    const before = new Map<Element, string>()
    const listen = (): void => {
      for (const region of document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')) {
        const now = region.textContent.replaceAll(/\s+/gu, ' ').trim()
        if (now !== '' && before.get(region) !== now && said.at(-1) !== now) said.push(now)
        before.set(region, now)
      }
    }
    listen()
    said.length = 0
    new MutationObserver(listen).observe(document, { subtree: true, childList: true, characterData: true })
    Object.assign(globalThis, { said })
  })
  return () => window.evaluate(() => (globalThis as unknown as { said: string[] }).said.splice(0))
}

/** Names with their figures left open: an engine that counts otherwise reads no worse. */
export const anyFigures = (heard: string): string => heard.replaceAll(/\d+/gu, 'N')

/** What is read out at each step of a key, until it comes to what was read out first. */
export const roundByKey = async (window: Page, key = 'Tab'): Promise<string[]> => {
  const heard: string[] = []
  for (let step = 0; step < MOST_STEPS; step++) {
    await window.keyboard.press(key)
    const spoken = await spokenFocus(window)
    if (spoken === heard[0]) return heard
    heard.push(spoken)
  }
  return heard
}
