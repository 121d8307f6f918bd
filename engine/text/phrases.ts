import type { Language, Span } from '../model.ts'
import { firstToken, tokenise, type Token } from './tokens.ts'

/** A phrase found in a text; `from` and `to` are token indices, `to` exclusive. */
export interface PhraseMatch<T> extends Span {
  value: T
  from: number
  to: number
}

interface Entry<T> {
  phrase: string
  value: T
  /** Brought along where a phrase goes into more than one matcher. */
  tokens?: readonly Token[]
}

/** Most nodes of a lexicon lead nowhere or to one other: what a node does not need is not made. */
interface Node<T> {
  /** Phrases that begin with its word; none has been followed yet. Most texts have few of a lexicon's first words. */
  unread: Entry<T>[] | null
  exact: Map<string, Node<T>> | null
  /** Words that need only begin so ("denucleari*"), with their place in the order of adding. */
  prefixes: Map<string, { order: number; node: Node<T> }> | null
  /** How long these are by their first letter, each length once: a word is cut at these, however many prefixes there are. */
  lengths: Map<number, number[]> | null
  values: T[] | null
}

const newNode = <T>(): Node<T> => ({
  unread: null,
  exact: null,
  prefixes: null,
  lengths: null,
  values: null
})

const child = <T>(node: Node<T>, word: string, isPrefix: boolean): Node<T> => {
  if (!isPrefix) {
    node.exact ??= new Map()
    const known = node.exact.get(word)
    if (known) return known
    const next = newNode<T>()
    node.exact.set(word, next)
    return next
  }
  node.prefixes ??= new Map()
  const known = node.prefixes.get(word)
  if (known) return known.node
  const next = newNode<T>()
  node.prefixes.set(word, { order: node.prefixes.size, node: next })
  node.lengths ??= new Map()
  const letter = word.charCodeAt(0)
  const lengths = node.lengths.get(letter)
  if (!lengths) node.lengths.set(letter, [word.length])
  else if (!lengths.includes(word.length)) lengths.push(word.length)
  return next
}

const NOWHERE: readonly never[] = []

/**
 * Finds many phrases of either language in one pass. A phrase is words in a row; a word that ends in `*` stands for
 * all that begin so. The time is linear in the text for phrases of bounded length.
 */
export class PhraseMatcher<T> {
  readonly #root = newNode<T>()
  readonly #start = [this.#root]

  constructor(entries: Iterable<Entry<T>>) {
    for (const entry of entries) {
      const { phrase, tokens } = entry
      const first = tokens ? tokens[0] : firstToken(phrase)
      if (!first) throw new Error(`the phrase “${phrase}” has no word`)
      const node = child(this.#root, first.text, phrase[first.end] === '*')
      node.unread ??= []
      node.unread.push(entry)
    }
  }

  /** A node with what its phrases lead to, which is read when a text first has their first word. */
  #read(node: Node<T>): Node<T> {
    const { unread } = node
    if (!unread) return node
    node.unread = null
    for (const { phrase, value, tokens = tokenise(phrase) } of unread) {
      let last = node
      for (const token of tokens.slice(1)) last = child(last, token.text, phrase[token.end] === '*')
      last.values ??= []
      last.values.push(value)
    }
    return node
  }

  /** Where a word leads on from some nodes. Most words lead nowhere, for which nothing is made anew. */
  #step(nodes: readonly Node<T>[], word: string): readonly Node<T>[] {
    let next: Node<T>[] | undefined
    for (const node of nodes) {
      let begun: { order: number; node: Node<T> }[] | undefined
      const lengths = node.lengths?.get(word.charCodeAt(0))
      if (lengths)
        for (const length of lengths) {
          if (length > word.length) continue
          const entry = node.prefixes?.get(word.slice(0, length))
          if (entry) (begun ??= []).push(entry)
        }
      if (begun)
        for (const entry of begun.sort((a, b) => a.order - b.order))
          (next ??= []).push(this.#read(entry.node))
      const exact = node.exact?.get(word)
      if (exact) (next ??= []).push(this.#read(exact))
    }
    return next ?? NOWHERE
  }

  /** All phrases that occur, overlapping ones too, in the order of their first token. */
  findAll(tokens: readonly Token[]): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = []
    for (let from = 0; from < tokens.length; from++) {
      const first = tokens[from]
      if (!first) break
      let nodes = this.#step(this.#start, first.text)
      for (let at = from; nodes.length > 0; at++) {
        const last = tokens[at]
        if (!last) break
        for (const node of nodes)
          for (const value of node.values ?? NOWHERE)
            found.push({ value, from, to: at + 1, start: first.start, end: last.end })
        const next = tokens[at + 1]
        nodes = next ? this.#step(nodes, next.text) : NOWHERE
      }
    }
    return found
  }

  /** The longest phrase at each place, none inside or across another; at equal length the one added last. */
  findLongest(tokens: readonly Token[]): PhraseMatch<T>[] {
    const longest: PhraseMatch<T>[] = []
    let best: PhraseMatch<T> | undefined
    for (const match of this.findAll(tokens)) {
      if (best && match.from > best.from && match.from < best.to) continue
      if (best?.from === match.from) {
        if (match.to >= best.to) longest[longest.length - 1] = best = match
        continue
      }
      best = match
      longest.push(match)
    }
    return longest
  }
}

/** Finds phrases that tell nothing but that they stand there. Both languages in one matcher: their tokens never meet. */
export const phrasesOf = ({ en, zh }: Record<Language, readonly string[]>): PhraseMatcher<true> =>
  new PhraseMatcher([...en, ...zh].map((phrase) => ({ phrase, value: true as const })))
