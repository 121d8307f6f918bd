import type { Page } from 'playwright/test'
import { expect, launchSample, menu, test } from './app.ts'

const sentence = (window: Page, id: string) => window.locator(`[data-sentence="${id}"]`)
const panel = (window: Page) => window.getByRole('complementary', { name: 'The selected passage' })
/** The first sentence of a side that only this side has. */
const alone = async (window: Page, side: 'us' | 'cn'): Promise<string> =>
  (await window
    .locator(`[data-drop="${side}"] [data-sentence].alone`)
    .first()
    .getAttribute('data-sentence')) ?? ''
const steps = (window: Page) =>
  window.getByRole('complementary', { name: 'History' }).getByRole('list').last().getByRole('listitem')

test('links and unlinks by keyboard alone, undoes and does again', async ({ launch }) => {
  const { electron, window } = await launchSample(launch)
  const [us, cn] = [await alone(window, 'us'), await alone(window, 'cn')]
  await sentence(window, us).focus()
  await window.keyboard.press('l')
  await expect(window.getByText('with a sentence of')).toBeVisible()
  await sentence(window, cn).focus()
  await window.keyboard.press('Enter')
  await expect(sentence(window, us)).toHaveClass(/aligned/)
  await expect(sentence(window, cn)).toHaveClass(/aligned/)

  await menu(electron, 'Undo')
  await expect(sentence(window, us)).toHaveClass(/alone/)
  await menu(electron, 'Redo')
  await expect(sentence(window, us)).toHaveClass(/aligned/)

  await sentence(window, us).focus()
  await window.keyboard.press('Enter')
  await expect(panel(window)).toContainText('linked by hand')
  await window.keyboard.press('u')
  await expect(sentence(window, us)).toHaveClass(/alone/)
  await expect(sentence(window, cn)).toHaveClass(/alone/)

  await window.keyboard.press('h')
  await expect(steps(window)).toHaveCount(3)
  await steps(window).first().getByRole('button').click()
  await expect(sentence(window, us)).toHaveClass(/alone/)
  await steps(window).nth(1).getByRole('button').click()
  await expect(sentence(window, us)).toHaveClass(/aligned/)
})

test('links by dragging from one side to the other', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const [us, cn] = [await alone(window, 'us'), await alone(window, 'cn')]
  await sentence(window, us).scrollIntoViewIfNeeded()
  const port = window.locator(`[data-port="${us}"]`)
  const from = await port.boundingBox()
  if (!from) throw new Error('the port is not on screen')
  await window.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await window.mouse.down()
  await sentence(window, cn).scrollIntoViewIfNeeded()
  const to = await sentence(window, cn).boundingBox()
  if (!to) throw new Error('the sentence is not on screen')
  await window.mouse.move(to.x + to.width / 2, to.y + 8, { steps: 5 })
  await window.mouse.up()
  await expect(sentence(window, us)).toHaveClass(/aligned/)
  await expect(sentence(window, cn)).toHaveClass(/aligned/)
})

test('speaker, topic, relation, extent: each is changed and says so', async ({ launch }) => {
  const { window } = await launchSample(launch)
  await sentence(window, 'u2').click()
  const inspector = panel(window)
  await inspector.getByLabel('Said by').selectOption('both')
  await expect(inspector.getByText('changed by hand').first()).toBeVisible()
  await inspector.getByLabel('Topic of this sentence').selectOption('climate')
  await expect(inspector.getByLabel('Topic of this sentence')).toHaveValue('climate')
  const relations = inspector.getByRole('group', { name: 'Relation of the two' })
  const other = relations.locator('[aria-pressed="false"]')
  const name = (await other.textContent()) ?? ''
  await other.click()
  await expect(relations.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true')

  const before = await window.locator('[data-drop="us"] [data-sentence]').count()
  await inspector.getByRole('button', { name: 'Split…' }).click()
  await inspector
    .getByRole('group', { name: /second sentence/ })
    .getByRole('button')
    .nth(4)
    .click()
  await expect(window.locator('[data-drop="us"] [data-sentence]')).toHaveCount(before + 1)
  await inspector.getByRole('button', { name: 'Join with the next' }).click()
  await expect(window.locator('[data-drop="us"] [data-sentence]')).toHaveCount(before)
})

test('a finding is accepted, dismissed, called something else; one of one’s own is made of words', async ({
  launch
}) => {
  const { window } = await launchSample(launch)
  await window.keyboard.press('3')
  const cards = window.getByRole('article')
  const all = await cards.count()
  await window.keyboard.press('j')
  await window.keyboard.press('Enter')
  await expect(cards.filter({ hasText: 'accepted' })).toHaveCount(1)
  await window.keyboard.press('k')
  await expect(window.locator('article.selected')).toContainText('accepted')
  await window.keyboard.press('x')
  await expect(cards).toHaveCount(all - 1)
  await window.getByRole('checkbox', { name: /dismissed/ }).check()
  await expect(cards).toHaveCount(all)

  await window.keyboard.press('1')
  await sentence(window, 'u2').focus()
  await window.keyboard.press('f')
  const own = window.getByRole('complementary', { name: 'A finding of your own' })
  await own.getByLabel('Kind').selectOption('tone')
  await own.getByLabel('In one sentence').fill('Only this readout is warm.')
  await own.getByRole('button', { name: 'Add it' }).click()
  await window.keyboard.press('3')
  await expect(cards.filter({ hasText: 'Only this readout is warm.' })).toHaveCount(1)
})

test('notes and tags of one’s own codebook; Enter of an input method leaves the note open', async ({
  launch
}) => {
  const { electron, window } = await launchSample(launch)
  await sentence(window, 'u2').click()
  await panel(window).getByRole('button', { name: 'Make tags…' }).first().click()
  const codebook = window.getByRole('dialog', { name: 'Codebook' })
  await codebook.getByRole('button', { name: 'Add a tag' }).click()
  await codebook.getByLabel('Name').fill('Assurance')
  await codebook.getByLabel('Name').press('Tab')
  await codebook.getByRole('button', { name: 'Close' }).click()
  const tags = panel(window).getByRole('group', { name: 'Tags on this passage' })
  await tags.getByRole('button', { name: 'Assurance' }).click()
  await expect(tags.getByRole('button', { name: 'Assurance' })).toHaveAttribute('aria-pressed', 'true')
  await window.getByRole('banner').click()
  await window.keyboard.press('n')
  const note = panel(window).getByLabel('Note on this passage')
  await expect(note).toBeFocused()
  await note.fill('注意措辞')
  await window.keyboard.press('Tab')
  await menu(electron, 'Undo')
  await expect(note).toHaveValue('')
  await menu(electron, 'Redo')
  await expect(note).toHaveValue('注意措辞')
})

test('the palette does what it finds; each action of the keyboard stands in the sheet', async ({
  launch
}) => {
  const { electron, window } = await launchSample(launch)
  await menu(electron, 'Any command…')
  const palette = window.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('combobox').fill('findings')
  await palette.getByRole('combobox').press('Enter')
  await expect(palette).toBeHidden()
  await expect(window.getByRole('button', { name: 'Findings', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  await window.keyboard.press('?')
  const sheet = window.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const name of ['Link this sentence', 'Dismiss the finding', 'Find in both texts', 'Save the project'])
    await expect(sheet).toContainText(name)
})
