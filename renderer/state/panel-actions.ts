import { tick } from 'svelte'
import { otherSide, SIDES, type Group } from '../../engine/model.ts'
import { focusedFinding, focusedSentence, isInPanel } from '../lib/focused.ts'
import { panelSaid } from '../lib/where.ts'
import type { Action } from './actions.ts'
import type { Workspace } from './workspace.svelte.ts'

/** Actions on the side panel, and those that have their tools in it. */
export const panelActions = (workspace: Workspace): Action[] => {
  const { dialogs, reading, editing, panel } = workspace
  const hasComparison = (): boolean => workspace.indexed !== null
  /** The sentence that has the focus, else the selected one. */
  const sentence = (): string | null => focusedSentence() ?? reading.sentence
  const hasSentence = (): boolean => sentence() !== null
  const hasGroup = (): boolean => reading.selected !== null
  /** The passage of a sentence: of several the selected one, else the first. */
  const passageOf = (id: string): Group | undefined => {
    const groups = workspace.indexed?.groupsOf.get(id) ?? []
    return groups.find((one) => one.id === reading.selected) ?? groups[0]
  }
  /** Selects the sentence that has the focus, with its passage. */
  const selectSentence = (): string | null => {
    const id = sentence()
    if (id !== null && id !== reading.sentence) reading.select(passageOf(id)?.id ?? null, id)
    return id
  }
  /** A tool of the panel, which is opened where it is. */
  const tool = async (name: string): Promise<HTMLElement | null> => {
    panel.show(reading.finding === null ? 'passage' : 'finding')
    await tick()
    return document.querySelector(`aside.panel [data-tool="${name}"]`)
  }
  const goTo = (name: string): void => {
    void tool(name).then((element) => {
      element?.closest('details')?.setAttribute('open', '')
      element?.focus()
    })
  }
  return [
    {
      id: 'panel',
      name: 'Side panel: go there, or close it',
      section: 'View',
      keys: ['i'],
      isPossible: hasComparison,
      run: () => {
        if (panel.shown !== null && isInPanel()) {
          panel.close()
          return
        }
        if (panel.shown === null) panel.toggle()
        void tick().then(() => {
          document.querySelector<HTMLElement>('aside.panel [role="tab"][aria-selected="true"]')?.focus()
        })
      }
    },
    {
      id: 'notes',
      name: 'All notes and tags',
      section: 'Annotate',
      keys: ['a'],
      isPossible: hasComparison,
      run: () => {
        panel.toggleTab('notes')
        workspace.status.announce(panelSaid(panel.shown))
      }
    },
    {
      id: 'note',
      name: 'Write a note on what is selected',
      section: 'Annotate',
      keys: ['n'],
      isPossible: () => hasGroup() || reading.sentence !== null || reading.finding !== null,
      run: () => {
        goTo('note')
      }
    },
    {
      id: 'tag',
      name: 'Tag what is selected',
      section: 'Annotate',
      keys: ['t'],
      isPossible: () => hasGroup() || reading.sentence !== null || reading.finding !== null,
      run: () => {
        goTo('tags')
      }
    },
    {
      id: 'relation',
      name: 'Say that the two passages are alike, or that they differ',
      section: 'Correct',
      keys: ['d'],
      isPossible: hasGroup,
      run: () => {
        const group = workspace.indexed?.groups.get(reading.selected ?? '')
        if (!group) return
        const relation = group.relation === 'shared' ? 'differ' : 'shared'
        editing.do({ do: 'set-relation', group: group.id, relation })
      }
    },
    {
      id: 'topic',
      name: 'Give the passage or sentence another topic',
      section: 'Correct',
      keys: ['g'],
      isPossible: () => hasGroup() || hasSentence(),
      run: () => {
        if (!hasGroup()) selectSentence()
        goTo('topic')
      }
    },
    {
      id: 'speaker',
      name: 'Say who speaks in this sentence',
      section: 'Correct',
      keys: ['w'],
      isPossible: hasSentence,
      run: () => {
        selectSentence()
        goTo('speaker')
      }
    },
    {
      id: 'members',
      name: 'Members of the passage: take out, part, join with another',
      section: 'Correct',
      keys: ['q'],
      isPossible: hasGroup,
      run: () => {
        goTo('members')
      }
    },
    {
      id: 'split',
      name: 'Split this sentence…',
      section: 'Correct',
      keys: ['b'],
      isPossible: hasSentence,
      run: () => {
        selectSentence()
        void tool('split').then(async (button) => {
          if (button?.ariaExpanded !== 'true') button?.click()
          await tick()
          document.querySelector<HTMLElement>('aside.panel [data-tool="words"] button')?.focus()
        })
      }
    },
    {
      id: 'join-sentences',
      name: 'Join this sentence with the next',
      section: 'Correct',
      keys: ['e'],
      isPossible: hasSentence,
      run: () => {
        const id = selectSentence()
        const side = workspace.indexed?.sideOf.get(id ?? '')
        const sentences = side ? (workspace.indexed?.comparison.readouts[side].sentences ?? []) : []
        const at = sentences.findIndex((one) => one.id === id)
        const [first, second] = [sentences[at], sentences[at + 1]]
        if (first && second?.paragraph === first.paragraph)
          editing.do({ do: 'merge-sentences', first: first.id, second: second.id })
        else workspace.status.fail('It is the last sentence of its paragraph: there is none to join it with.')
      }
    },
    {
      id: 'reset',
      name: 'Back to the machine’s answer',
      section: 'Correct',
      isPossible: () => editing.steps.length > 0,
      run: () => {
        editing.do({ do: 'reset' })
      }
    },
    {
      id: 'counterpart',
      name: 'Go to the counterpart of this sentence',
      section: 'Go',
      keys: ['.'],
      isPossible: () => passageOf(sentence() ?? '') !== undefined,
      run: () => {
        const id = sentence() ?? ''
        const side = workspace.indexed?.sideOf.get(id)
        const group = passageOf(id)
        const other = side && group?.[otherSide(side)][0]
        if (!group || other === undefined) return
        reading.select(group.id, other)
        reading.seek(other)
      }
    },
    {
      id: 'why',
      name: 'Why this finding: show it in the panel',
      section: 'Go',
      keys: ['y'],
      isPossible: () => focusedFinding() !== null,
      run: () => {
        const id = focusedFinding()
        if (id !== null) reading.toggleFinding(id)
      }
    },
    {
      id: 'show-in-texts',
      name: 'Show the finding in the texts',
      section: 'Go',
      keys: ['o'],
      isPossible: () => (focusedFinding() ?? reading.finding) !== null,
      run: () => {
        const id = focusedFinding() ?? reading.finding
        if (id !== null) reading.showInTexts(id)
      }
    },
    {
      id: 'clear-filters',
      name: 'Show all findings and topics',
      section: 'View',
      isPossible: hasComparison,
      run: () => {
        reading.clearFilters()
      }
    },
    {
      id: 'rail',
      name: 'Fold or unfold the list of topics',
      section: 'View',
      keys: ['r'],
      isPossible: hasComparison,
      run: () => {
        const { isRailFolded } = workspace.preferences.all
        void workspace.preferences.change({ isRailFolded: !isRailFolded })
      }
    },
    ...SIDES.flatMap((side): Action[] => [
      {
        id: `language-${side}`,
        name:
          side === 'us'
            ? 'Text at the left in its other language'
            : 'Text at the right in its other language',
        section: 'View',
        isPossible: () => workspace.comparing.slots[side]?.inOtherLanguage !== undefined,
        run: () => void workspace.comparing.switchLanguage(side)
      },
      {
        id: `read-from-${side}`,
        name: `What was read from the file at the ${side === 'us' ? 'left' : 'right'}, and what was cut`,
        section: 'File',
        isPossible: () => workspace.indexed?.comparison.readouts[side].import !== undefined,
        run: () => {
          dialogs.open('import', side)
        }
      }
    ])
  ]
}
