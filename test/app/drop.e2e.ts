import { copyFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, launchSample, readout, settled, test } from './app.ts'
import { drop } from './drop.ts'

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-drop-'))
})
test.afterEach(() => rm(folder, { recursive: true }))

/** A file of the given bytes in the test's folder. */
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

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

test('a dropped link says that no page is fetched', async ({ launch }) => {
  const { window } = await launchSample(launch)
  const data = 'https://example.org/readout'
  await drop(window, window.locator('[data-drop="us"]'), { items: [{ mimeType: 'text/uri-list', data }] })
  await expect(window.getByRole('alert')).toContainText('makes no requests')
})

test.describe('what cannot be compared is refused, and the comparison stays', () => {
  const cases: [name: string, make: () => Promise<string[]>, message: RegExp][] = [
    ['an empty file', async () => [await file('empty.txt', ' \n ')], /“empty\.txt” has no text in it/],
    [
      'a binary file',
      async () => [await file('page.pdf', '%PDF-1.7\n%âãÏÓ')],
      /“page\.pdf” is damaged and cannot be read/
    ],
    [
      'bytes that are no text',
      async () => [await file('x.txt', Uint8Array.of(0, 1, 2, 0x81, 0xff))],
      /is not a text/
    ],
    [
      'an undecodable file',
      async () => [
        await file(
          'bad.txt',
          Uint8Array.from({ length: 64 }, (_, at) => 0x80 + (at % 0x20))
        )
      ],
      /cannot be read/
    ],
    [
      'a page that is all script',
      async () => [await file('a.txt', '<!doctype html><script>document.title="run"</script>')],
      /has no text in it/
    ],
    [
      'three files',
      () => Promise.resolve([readout('talks', 'us'), readout('talks', 'cn'), readout('call', 'us')]),
      /no two of them are one readout in two languages/
    ],
    [
      'four files',
      () =>
        Promise.resolve([
          readout('talks', 'us'),
          readout('talks', 'cn'),
          readout('call', 'us'),
          readout('call', 'cn')
        ]),
      /4 files were dropped at once/
    ],
    ['a folder', () => Promise.resolve([folder]), /could not be read/],
    [
      'a file of 50 MB',
      async () => {
        const path = await file('huge.txt', '')
        await truncate(path, 50_000_000)
        return [path]
      },
      /50 MB; a readout may have up to 25 MB/
    ],
    [
      'the same text twice',
      async () => {
        await copyFile(readout('talks', 'us'), join(folder, 'copy.txt'))
        return [readout('talks', 'us'), join(folder, 'copy.txt')]
      },
      /hold the same text/
    ]
  ]
  for (const [name, make, message] of cases)
    test(name, async ({ launch }) => {
      const { window } = await launch(readout('call', 'us'), readout('call', 'cn'))
      await settled(window, 'ready')
      const before = await window.getByRole('region', { name: 'China readout' }).innerText()
      await drop(window, window.getByRole('banner'), { files: await make() })
      await expect(window.getByRole('alert')).toContainText(message)
      expect(await window.getByRole('region', { name: 'China readout' }).innerText()).toBe(before)
      await drop(window, window.getByRole('banner'), {
        files: [readout('talks', 'us'), readout('talks', 'cn')]
      })
      await expect(window.getByRole('region', { name: 'China readout' })).toContainText('Diaoyutai')
      await expect(window.getByRole('alert')).toBeHidden()
    })
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
