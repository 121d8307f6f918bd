import type { Side } from '../../engine/model.ts'
import type { Source } from '../analysis.ts'

/** What was dropped, or why nothing can be made of it. */
export type Dropped = { sources: Source[] } | { problem: string }

const LINK_ONLY =
  'A link was dropped. Parallax makes no requests: open the page, then save it and drop the file, or select its text and drop or paste that.'
const NOTHING =
  'Nothing that can be read was dropped. Drop the files of the readouts, or a selection of text.'

/** Takes the sources out of a drop; must be called while the event is being handled, when its data can be read. */
export const readDrop = (data: DataTransfer | null): Dropped => {
  if (!data) return { problem: NOTHING }
  const files = [...data.files]
  if (files.length > 0) return { sources: files.map((file) => ({ kind: 'file', file })) }
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  const link = data.getData('text/uri-list').trim()
  // A dragged link has markup too, but no text beyond its address.
  if (text.trim() !== '' && text.trim() !== link && /<(?:p|div|br|li|h[1-6]|td)\b/iu.test(html))
    return { sources: [{ kind: 'html', name: 'dropped selection', html }] }
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
