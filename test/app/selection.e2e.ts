import type { Page } from 'playwright/test'
import { expect, readout, settled, test } from './app.ts'
import { sentence } from './desk.ts'

/** A place in a sentence: so many characters of its words into it. */
interface Place {
  sentence: string
  at: number
}

/** Selects from one place to the other, as a drag of the mouse over them does. */
const select = async (window: Page, from: Place, to: Place): Promise<void> => {
  await window.evaluate(
    (ends) => {
      const range = document.createRange()
      ends.forEach(({ sentence, at }, end) => {
        const words = document.createTreeWalker(
          document.querySelector(`[data-sentence="${sentence}"]`) ?? document.body,
          NodeFilter.SHOW_TEXT
        )
        let left = at
        while (words.nextNode()) {
          const { length } = words.currentNode.textContent ?? ''
          if (left <= length) break
          left -= length
        }
        if (end === 0) range.setStart(words.currentNode, left)
        else range.setEnd(words.currentNode, left)
      })
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
      document.dispatchEvent(new PointerEvent('pointerup'))
    },
    [from, to]
  )
}

test('the words of a selection are those of the text, whatever is drawn in it', async ({ launch }) => {
  const { window } = await launch(readout('talks', 'us'), readout('talks', 'cn.zh'))
  await settled(window, 'ready')
  const bar = window.getByRole('toolbar', { name: 'The selected words' })
  const own = window.getByRole('complementary', { name: 'A finding of your own' })
  const wordsOf = async (id: string): Promise<string> => (await sentence(window, id).textContent()) ?? ''
  const take = async (from: Place, to: Place): Promise<string> => {
    await select(window, from, to)
    await bar.getByRole('button', { name: 'Make a finding of this' }).click()
    const words = (await own.getByRole('listitem').filter({ hasText: '“' }).textContent()) ?? ''
    await own.getByRole('button', { name: 'Give it up' }).click()
    await expect(own).toBeHidden()
    return /“(.*)”/su.exec(words)?.[1] ?? ''
  }

  const [u4, u5] = [await wordsOf('u4'), await wordsOf('u5')]
  expect(await take({ sentence: 'u4', at: 4 }, { sentence: 'u4', at: 40 })).toBe(u4.slice(4, 40))
  expect(await take({ sentence: 'u4', at: u4.length - 10 }, { sentence: 'u5', at: 20 })).toBe(
    `${u4.slice(-10)} ${u5.slice(0, 20)}`
  )
  const c3 = await wordsOf('c3')
  expect(await take({ sentence: 'c3', at: 2 }, { sentence: 'c3', at: 9 })).toBe(c3.slice(2, 9))

  await test.step('it ends with the selection, and is added to what is being made', async () => {
    await select(window, { sentence: 'u4', at: 0 }, { sentence: 'u4', at: 10 })
    await expect(bar).toBeVisible()
    await window.evaluate(() => document.getSelection()?.removeAllRanges())
    await expect(bar).toBeHidden()
    await select(window, { sentence: 'u4', at: 0 }, { sentence: 'u4', at: 10 })
    await bar.getByRole('button', { name: 'Make a finding of this' }).click()
    await select(window, { sentence: 'c3', at: 0 }, { sentence: 'c3', at: 5 })
    await bar.getByRole('button', { name: 'Add to your finding' }).click()
    await expect(own.getByRole('button', { name: /^Leave out/ })).toHaveCount(2)
  })
})
