import { focusedFinding, focusedSentence, isInPanel } from '../lib/focused.ts'
import type { Action } from './actions.ts'
import type { Workspace } from './workspace.svelte.ts'
import { words } from '../words/words.ts'

/** Actions that no menu has. */
export const pageActions = (workspace: Workspace): Action[] => {
  const say = words.actions
  const { dialogs, reading, editing, linking, panel } = workspace
  const hasComparison = (): boolean => workspace.indexed !== null
  /** The sentence that has the focus, else the selected one. */
  const sentence = (): string | null => focusedSentence() ?? reading.sentence
  /** The finding of the list that has the focus, else the selected one. */
  const finding = (): string | null => focusedFinding() ?? reading.finding
  const judge = (judgement: 'accepted' | 'dismissed'): void => {
    const id = finding()
    if (id === null) return
    if (reading.view === 'findings') workspace.decisions.judgeAndGoOn(id, judgement)
    else workspace.decisions.judge(id, judgement)
  }
  const hasSelection = (): boolean =>
    reading.selected !== null || reading.sentence !== null || reading.finding !== null
  return [
    {
      id: 'stop',
      name: say.stop,
      section: 'File',
      keys: ['Escape'],
      isPossible: () => workspace.status.work !== null,
      run: () => {
        workspace.status.work?.stop()
      }
    },
    {
      id: 'clear-selection',
      name: say['clear-selection'],
      section: 'Go',
      keys: ['Escape'],
      isPossible: hasComparison,
      run: () => {
        if (dialogs.about('legend')) dialogs.close('legend')
        else if (linking.from !== null) linking.cancel()
        else if (panel.shown === 'notes' || panel.shown === 'history') panel.close()
        else {
          // At work in the panel, the reader goes back to what was selected.
          if (isInPanel()) reading.returnFocus()
          reading.select(null)
        }
      }
    },
    {
      id: 'legend',
      name: say.legend,
      section: 'View',
      keys: ['m'],
      isPossible: () => hasComparison() && reading.view === 'texts',
      run: () => {
        dialogs.toggle('legend')
      }
    },
    {
      id: 'scroll-together',
      name: say['scroll-together'],
      section: 'View',
      keys: ['p'],
      isPossible: hasComparison,
      run: () => {
        reading.toggleLinked()
      }
    },
    {
      id: 'link',
      name: say.link,
      section: 'Correct',
      keys: ['l'],
      isPossible: () => sentence() !== null,
      run: () => {
        const from = sentence()
        if (from !== null) linking.start(from)
      }
    },
    {
      id: 'unlink',
      name: say.unlink,
      section: 'Correct',
      keys: ['u'],
      isPossible: () => reading.selected !== null,
      run: () => {
        workspace.decisions.unlink()
      }
    },
    {
      id: 'accept',
      name: say.accept,
      section: 'Correct',
      keys: ['Enter'],
      isPossible: () => finding() !== null,
      run: () => {
        judge('accepted')
      }
    },
    {
      id: 'dismiss',
      name: say.dismiss,
      section: 'Correct',
      keys: ['x'],
      isPossible: () => finding() !== null,
      run: () => {
        judge('dismissed')
      }
    },
    {
      id: 'verify',
      name: say.verify,
      section: 'Correct',
      keys: ['v'],
      isPossible: () => reading.selected !== null,
      run: () => {
        const group = reading.selected
        if (group !== null) editing.do({ do: 'verify', group, verified: !editing.isVerified(group) })
      }
    },
    {
      id: 'own-finding',
      name: say['own-finding'],
      section: 'Correct',
      keys: ['f'],
      isPossible: () => sentence() !== null,
      run: () => {
        const id = sentence()
        if (id !== null) workspace.decisions.ownFindingOn(id)
      }
    },
    {
      id: 'story',
      name: say.story,
      section: 'File',
      isPossible: () => hasComparison() && workspace.comparing.story !== undefined,
      run: () => {
        dialogs.open('story', true)
      }
    },
    {
      id: 'story-whole',
      name: say['story-whole'],
      section: 'File',
      isPossible: () => hasComparison() && workspace.comparing.story !== undefined,
      run: () => void workspace.intake.treatStoryWhole()
    },
    {
      id: 'compare-again',
      name: say['compare-again'],
      section: 'Correct',
      isPossible: hasComparison,
      run: () => void workspace.comparing.compareAgain()
    },
    {
      id: 'note-on-whole',
      name: say['note-on-whole'],
      section: 'Annotate',
      isPossible: hasComparison,
      run: () => {
        dialogs.open('about', true)
      }
    },
    {
      id: 'copy',
      name: say.copy,
      section: 'Annotate',
      keys: ['c'],
      isPossible: hasSelection,
      run: () => void workspace.output.copySelected()
    },
    {
      id: 'codebook',
      name: say.codebook,
      section: 'Annotate',
      run: () => {
        dialogs.open('codebook', true)
      }
    },
    {
      id: 'coder',
      name: say.coder,
      section: 'Annotate',
      isPossible: hasComparison,
      run: () => {
        dialogs.open('coder', true)
      }
    },
    {
      id: 'about',
      name: say.about,
      section: 'File',
      isPossible: hasComparison,
      run: () => {
        dialogs.open('about', true)
      }
    }
  ]
}
