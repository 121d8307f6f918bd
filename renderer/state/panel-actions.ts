import { tick } from 'svelte'
import { otherSide, SIDES, type Group } from '../../engine/model.ts'
import { focusedFinding, focusedSentence, isInPanel } from '../lib/focused.ts'
import { panelSaid } from '../lib/where.ts'
import type { Action } from './actions.ts'
import type { Workspace } from './workspace.svelte.ts'
import { words } from '../words/words.ts'

/** Actions on the side panel, and those that have their tools in it. */
export const panelActions = (workspace: Workspace): Action[] => {
  const say = words.actions
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
      name: say.panel,
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
      name: say.notes,
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
      name: say.note,
      section: 'Annotate',
      keys: ['n'],
      isPossible: () => hasGroup() || reading.sentence !== null || reading.finding !== null,
      run: () => {
        goTo('note')
      }
    },
    {
      id: 'tag',
      name: say.tag,
      section: 'Annotate',
      keys: ['t'],
      isPossible: () => hasGroup() || reading.sentence !== null || reading.finding !== null,
      run: () => {
        goTo('tags')
      }
    },
    {
      id: 'relation',
      name: say.relation,
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
      name: say.topic,
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
      name: say.speaker,
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
      name: say.members,
      section: 'Correct',
      keys: ['q'],
      isPossible: hasGroup,
      run: () => {
        goTo('members')
      }
    },
    {
      id: 'split',
      name: say.split,
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
      name: say['join-sentences'],
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
        else workspace.status.fail(words.status.lastSentence)
      }
    },
    {
      id: 'reset',
      name: say.reset,
      section: 'Correct',
      isPossible: () => editing.steps.length > 0,
      run: () => {
        editing.do({ do: 'reset' })
      }
    },
    {
      id: 'counterpart',
      name: say.counterpart,
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
      name: say.why,
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
      name: say['show-in-texts'],
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
      name: say['clear-filters'],
      section: 'View',
      isPossible: hasComparison,
      run: () => {
        reading.clearFilters()
      }
    },
    {
      id: 'rail',
      name: say.rail,
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
        name: say.otherLanguage(side),
        section: 'View',
        isPossible: () => workspace.comparing.slots[side]?.inOtherLanguage !== undefined,
        run: () => void workspace.comparing.switchLanguage(side)
      },
      {
        id: `read-from-${side}`,
        name: say.readFrom(side),
        section: 'File',
        isPossible: () => workspace.indexed?.comparison.readouts[side].import !== undefined,
        run: () => {
          dialogs.open('import', side)
        }
      }
    ])
  ]
}
