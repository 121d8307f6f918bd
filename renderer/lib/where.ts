import { SIDES } from '../../engine/model.ts'
import { KIND_NAMES, matterName, relationName, topicName } from '../../engine/wording/names.ts'
import type { Indexed } from '../state/index.ts'
import type { Reading, Whereabouts } from '../state/reading.svelte.ts'
import type { PanelTab } from '../state/side-panel.svelte.ts'
import { words } from '../words/words.ts'

/** Where the reader came to, for those who hear it: which of how many, and what it is; null where nothing is selected. */
export const whereSaid = (
  indexed: Indexed | null,
  { selected, finding }: Pick<Reading, 'selected' | 'finding'>,
  at: Whereabouts | null
): string | null => {
  if (!indexed || !at) return null
  const { comparison } = indexed
  const { texts } = words
  const found = comparison.findings.find(({ id }) => id === finding)
  if (found)
    return texts.findingAt(
      at.place,
      at.of,
      `${KIND_NAMES[found.kind].name}, ${topicName(comparison, found.topic)}. ${found.say}`
    )
  const group = indexed.groups.get(selected ?? '')
  if (!group) return null
  const sides = SIDES.map((side) =>
    texts.sentencesOf(comparison.readouts[side].partyName, group[side].length)
  )
  return texts.passageAt(
    at.place,
    at.of,
    `${matterName(comparison, group.topic, group.matter)}, ${relationName(group.relation)}. ${sides.join(', ')}.`
  )
}

/** What the tabs of the side panel are called. */
export const TAB_NAMES: Record<PanelTab, string> = words.inspector.tabs

/** What became of the side panel, for those who hear it. */
export const panelSaid = (tab: PanelTab | null): string =>
  tab === null ? words.inspector.panelIsClosed : words.inspector.tabIsShown(TAB_NAMES[tab])
