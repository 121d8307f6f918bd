import { readStory } from '../../../../../engine/attribution/story/story.ts'

/** Both sides have spoken, the Chinese one last, and both ministers are known by name. */
const BEFORE =
  'Secretary of State Paula Renner met Chinese Foreign Minister Gao Weimin in Oslo. Washington said the talks were useful. Beijing said they were candid.\n\n'

/** How a paragraph after that is read: each statement of it with its side, in its order. */
export const read = (paragraph: string, before = BEFORE): string[] => {
  const text = before + paragraph
  const story = readStory({ name: 'story', text })
  if (!story.ok) throw new Error(story.problem.message)
  return story.statements
    .filter(({ end }) => end > before.length)
    .map(({ side, start, end }) => `${side}: ${text.slice(start, end)}`)
}
