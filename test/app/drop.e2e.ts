import { expect, readout, settled, test } from './app.ts'
import { drop } from './drop.ts'

test('two files dropped anywhere are compared, sides recognised', async ({ launch }) => {
  const { window } = await launch()
  await settled(window, 'empty')
  await drop(window, window.getByRole('banner'), { files: [readout('talks', 'cn'), readout('talks', 'us')] })
  await settled(window, 'ready')
  await expect(window.getByRole('region', { name: 'United States readout' })).toContainText(
    'five hours in talks'
  )
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText(
    'Diaoyutai State Guesthouse'
  )
  await expect(window.getByText('illustrative sample')).toBeHidden()
})

test('one file a side, one after the other', async ({ launch }) => {
  const { window } = await launch()
  await settled(window, 'empty')
  await drop(window, window.locator('[data-drop="cn"]'), { files: [readout('japan', 'cn')] })
  await expect(window.locator('[data-drop="cn"]')).toContainText('Now add the other side’s.')
  await drop(window, window.locator('[data-drop="us"]'), { files: [readout('japan', 'us')] })
  await settled(window, 'ready')
  await expect(window.getByRole('region', { name: 'Japan readout' })).toContainText('MINAMIKAWA')
})

test('a file dropped on one side of a comparison replaces that side', async ({ launch }) => {
  const { window } = await launch(readout('talks', 'us'), readout('talks', 'cn'))
  await settled(window, 'ready')
  await drop(window, window.locator('[data-drop="cn"]'), { files: [readout('talks', 'cn.zh')] })
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText('秦刚强调')
  await expect(window.getByRole('region', { name: 'United States readout' })).toContainText(
    'five hours in talks'
  )
})

test('a dropped selection of text is taken like a file', async ({ launch }) => {
  const { window } = await launch(readout('talks', 'us'))
  await expect(window.locator('[data-drop="us"]')).toContainText('us.txt')
  const data =
    'Qin Gang Meets Blinken\n\nQin Gang stressed that the Taiwan question is at the core of China’s core interests.'
  await drop(window, window.locator('[data-drop="cn"]'), { items: [{ mimeType: 'text/plain', data }] })
  await settled(window, 'ready')
  await expect(window.getByRole('region', { name: 'China readout' })).toContainText(
    'core of China’s core interests'
  )
})

test('a side’s text in its other language is kept, compared, and switched to', async ({ launch }) => {
  const { window } = await launch()
  await settled(window, 'empty')
  await drop(window, window.getByRole('banner'), {
    files: [readout('talks', 'cn.zh'), readout('talks', 'us'), readout('talks', 'cn')]
  })
  await settled(window, 'ready')
  const china = window.getByRole('region', { name: 'China readout' })
  await expect(china.getByRole('button', { name: 'English', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  await expect(china).toContainText('Diaoyutai')
  await china.getByRole('button', { name: 'Chinese', exact: true }).click()
  await expect(china).toContainText('钓鱼台')
  await china.getByRole('button', { name: 'English', exact: true }).click()
  await expect(china).toContainText('Diaoyutai')
  // Dropped by itself on its place, it takes the place and the English stays at hand.
  await drop(window, window.getByRole('banner'), { files: [readout('call', 'us'), readout('call', 'cn')] })
  await expect(china.getByRole('group')).toHaveCount(0)
  await drop(window, china, { files: [readout('call', 'cn.zh')] })
  await expect(china.getByRole('button', { name: 'Chinese', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
})
