import type { Side } from '../../engine/model.ts'
import type { Source } from '../analysis.ts'

/** What was dropped, or why nothing can be made of it. */
export type Dropped = { sources: Source[] } | { problem: string }

const LINK_ONLY =
  'A link was dropped. Parallax makes no requests: open the page, then drop or paste its text, or a saved .txt file.'
const NOTHING =
  'Nothing that can be read was dropped. Drop the text files of the readouts, or a selection of text.'

/** Takes the sources out of a drop; must be called while the event is being handled, when its data can be read. */
export const readDrop = (data: DataTransfer | null): Dropped => {
  if (!data) return { problem: NOTHING }
  const files = [...data.files]
  if (files.length > 0) return { sources: files.map((file) => ({ kind: 'file', file })) }
  const text = data.getData('text/plain')
  const link = data.getData('text/uri-list').trim()
  if (text.trim() !== '' && text.trim() !== link)
    return { sources: [{ kind: 'text', name: 'dropped text', text }] }
  return { problem: link === '' ? NOTHING : LINK_ONLY }
}

/** The side under the pointer, if it is over one's place. */
export const sideUnder = (target: EventTarget | null): Side | undefined => {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null
  const side = place?.dataset['drop']
  return side === 'us' || side === 'cn' ? side : undefined
}
