import { expect, it } from 'vitest'
import { SidePanel } from '../../../renderer/state/side-panel.svelte.ts'

it('shows what is selected, and closes when that is gone', () => {
  const panel = new SidePanel()
  expect(panel.shown).toBeNull()
  panel.bring('passage')
  expect(panel.shown).toBe('passage')
  panel.leave('finding')
  expect(panel.shown).toBe('passage')
  panel.leave('passage')
  expect(panel.shown).toBeNull()
  panel.toggle()
  expect(panel.shown).toBe('passage')
})

it('gives way again to the tab that was there before a toggled one', () => {
  const panel = new SidePanel()
  panel.toggleTab('history')
  panel.toggleTab('history')
  expect(panel.shown).toBeNull()
  panel.show('finding')
  panel.toggleTab('notes')
  panel.toggleTab('history')
  panel.toggleTab('history')
  expect(panel.shown).toBe('notes')
})

it('does not hide what is being made behind a selection, unless it is closed', () => {
  const panel = new SidePanel()
  panel.hold('finding')
  panel.bring('passage')
  panel.leave('finding')
  expect(panel.shown).toBe('finding')
  panel.close()
  panel.bring('passage')
  expect(panel.shown).toBe('passage')
  panel.hold('finding')
  panel.letGo()
  panel.leave('finding')
  expect(panel.shown).toBeNull()
})
