import { PARTY_COLOURS, TOPIC_COLOURS, topicColourOf, type Colour } from '../../engine/wording/colours.ts'

const nameOf = (topic: string): string => `--topic-${topic.replaceAll('_', '-')}`

/** The palette as style variables, for light and for dark: `--party-first`, `--topic-taiwan`, … */
export const paletteSheet = (): string => {
  const all: [name: string, colour: Colour][] = [
    ...Object.entries(PARTY_COLOURS).map(([which, colour]): [string, Colour] => [`--party-${which}`, colour]),
    ...[...TOPIC_COLOURS].map(([topic, colour]): [string, Colour] => [nameOf(topic), colour])
  ]
  const rules = (scheme: keyof Colour): string =>
    `:root{${all.map(([name, colour]) => `${name}:${colour[scheme]}`).join(';')}}`
  return `${rules('light')}@media (prefers-color-scheme: dark){${rules('dark')}}`
}

/** The colour of a topic; one of the reader's own has that of another, which the palette knows. */
export const topicColour = (topic: string): string => {
  if (TOPIC_COLOURS.has(topic)) return `var(${nameOf(topic)})`
  const { light, dark } = topicColourOf(topic)
  return `light-dark(${light}, ${dark})`
}
