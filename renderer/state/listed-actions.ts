import { rowsOf } from '../../engine/matters/rows.ts'
import { SIDES } from '../../engine/model.ts'
import { KIND_NAMES } from '../../engine/wording/names.ts'
import type { Action } from './actions.ts'
import { kindsIn } from './findings.ts'
import { ROW_ORDERS, orderNamesOf } from './rows.ts'
import { studyNameOf } from './studies.svelte.ts'
import type { Workspace } from './workspace.svelte.ts'
import { words } from '../words/words.ts'

/** Actions of which there are as many as the comparison or the project has things: only the palette lists them. */
export const listedActions = (workspace: Workspace): Action[] => {
  const say = words.actions
  const { reading, topicRows, project, indexed } = workspace
  const studies = project.studies
    .filter(({ content }) => content.id !== project.open)
    .map((study): Action => ({
      id: `study-${study.content.id}`,
      name: say.goTo(studyNameOf(study)),
      section: 'Go',
      run: () => void project.switchTo(study.content.id)
    }))
  if (!indexed) return studies
  const { comparison, standing } = indexed
  const topics = comparison.topics.map(({ topic, label }): Action => ({
    id: `topic-${topic}`,
    name: say.lookAt(label),
    section: 'Go',
    run: () => {
      reading.chooseTopic(topic)
    }
  }))
  if (reading.view === 'topics') {
    const names = orderNamesOf(standing)
    const shown = [...new Set(rowsOf(standing).map(({ topic }) => topic))]
    return [
      ...studies,
      ...topics,
      ...ROW_ORDERS.map((order): Action => ({
        id: `order-${order}`,
        name: say.order(names[order]),
        section: 'View',
        run: () => {
          topicRows.orderBy(order)
        }
      })),
      ...([true, false] as const).map((isFolded): Action => ({
        id: isFolded ? 'fold-all' : 'unfold-all',
        name: isFolded ? say.foldAll : say.unfoldAll,
        section: 'View',
        run: () => {
          topicRows.fold(shown, isFolded)
        }
      }))
    ]
  }
  if (reading.view === 'findings')
    return [
      ...studies,
      ...topics,
      ...kindsIn(standing.findings).map(({ kind }): Action => ({
        id: `kind-${kind}`,
        name: say.onlyKind(KIND_NAMES[kind].name),
        section: 'View',
        run: () => {
          reading.filterFindings({ kind })
        }
      })),
      ...SIDES.map((side): Action => ({
        id: `only-${side}`,
        name: say.onlySide(standing.readouts[side].partyInText),
        section: 'View',
        run: () => {
          reading.filterFindings({ side })
        }
      })),
      ...(standing.findings.length < comparison.findings.length
        ? [
            {
              id: 'dismissed',
              name: say.dismissed,
              section: 'View' as const,
              run: () => {
                reading.toggleDismissed()
              }
            }
          ]
        : [])
    ]
  return [...studies, ...topics]
}
