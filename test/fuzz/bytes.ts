import type { Random } from './random.ts'

/** Bytes of their own, shared with no other thread. */
export type Bytes = Uint8Array<ArrayBuffer>
/** Changes of bytes that know nothing of what they mean. */
export type Mutation = (bytes: Bytes, random: Random) => Bytes

export const joined = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Beginning and end of a stretch, the end not before the beginning. */
const stretch = ({ length }: Bytes, random: Random): [start: number, end: number] => {
  const start = random.below(length + 1)
  return [start, Math.min(length, start + random.below(random.next() < 0.5 ? 64 : length + 1))]
}
const noise = (length: number, random: Random): Bytes => Uint8Array.from({ length }, () => random.below(256))

const TELLING = [0x00, 0xff, 0x80, 0x7f, 0x0a, 0x0d, 0x1b, 0x3c, 0x26, 0x5c, 0x7b, 0x7d]
/** No input becomes larger than this by itself; there are limits above that, which tests of their own look at. */
const LARGEST = 6_000_000

const BYTE_MUTATIONS: readonly Mutation[] = [
  (bytes, random) => {
    const changed = bytes.slice()
    for (let times = 1 + random.below(32); times > 0; times--)
      changed[random.below(changed.length)] = random.below(256)
    return changed
  },
  (bytes, random) => {
    const changed = bytes.slice()
    for (let times = 1 + random.below(16); times > 0; times--)
      changed[random.below(changed.length)] = random.of(TELLING) ?? 0
    return changed
  },
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    return joined(bytes.subarray(0, start), bytes.subarray(end))
  },
  (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    const piece = bytes.subarray(start, end)
    const times = Math.max(1, Math.min(1 + random.below(200), Math.floor(LARGEST / (piece.length + 1))))
    return joined(bytes.subarray(0, end), ...Array.from({ length: times }, () => piece), bytes.subarray(end))
  },
  (bytes, random) => {
    const [start] = stretch(bytes, random)
    return joined(bytes.subarray(0, start), noise(random.below(2_000), random), bytes.subarray(start))
  },
  (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    const [other, last] = stretch(bytes, random)
    return joined(bytes.subarray(0, start), bytes.subarray(other, last), bytes.subarray(end))
  }
]

/** One to three changes of bytes. */
export const mutateBytes: Mutation = (bytes, random) => {
  let changed = bytes
  for (let times = 1 + random.below(3); times > 0; times--)
    changed = random.of(BYTE_MUTATIONS)?.(changed, random) ?? changed
  return changed
}

export const latin = (text: string): Bytes => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
export const asLatin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text)
export const asUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
