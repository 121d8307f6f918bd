import type { Language, Span } from '../model.ts'
import { tokenise, type Token } from './tokens.ts'

/** A phrase found in a text; `from` and `to` are token indices, `to` exclusive. */
export interface PhraseMatch<T> extends Span {
  value: T
  from: number
  to: number
}

/** Most nodes of a lexicon lead nowhere or to one other: what a node does not need is not made. */
interface Node<T> {
  exact: Map<string, Node<T>> | null
  /** Words that need only begin so ("denucleari*"), with their place in the order of adding. */
  prefixes: Map<string, { order: number; node: Node<T> }> | null
  /** How long these are, each length once: a word is cut at these, however many prefixes there are. */
  lengths: number[] | null
  values: T[] | null
}

const newNode = <T>(): Node<T> => ({ exact: null, prefixes: null, lengths: null, values: null })

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
  node.lengths ??= []
  if (!node.lengths.includes(word.length)) node.lengths.push(word.length)
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

  /** @param entries may bring the tokens of their phrases, where they go into more than one matcher */
  constructor(entries: Iterable<{ phrase: string; value: T; tokens?: readonly Token[] }>) {
    for (const { phrase, value, tokens } of entries) this.#add(phrase, value, tokens ?? tokenise(phrase))
  }

  #add(phrase: string, value: T, tokens: readonly Token[]): void {
    if (tokens.length === 0) throw new Error(`the phrase “${phrase}” has no word`)
    let node = this.#root
    for (const token of tokens) node = child(node, token.text, phrase[token.end] === '*')
    node.values ??= []
    node.values.push(value)
  }

  /** Where a word leads on from some nodes. Most words lead nowhere, for which nothing is made anew. */
  #step(nodes: readonly Node<T>[], word: string): readonly Node<T>[] {
    let next: Node<T>[] | undefined
    for (const node of nodes) {
      let begun: { order: number; node: Node<T> }[] | undefined
      if (node.lengths)
        for (const length of node.lengths) {
          if (length > word.length) continue
          const entry = node.prefixes?.get(word.slice(0, length))
          if (entry) (begun ??= []).push(entry)
        }
      if (begun) for (const entry of begun.sort((a, b) => a.order - b.order)) (next ??= []).push(entry.node)
      const exact = node.exact?.get(word)
      if (exact) (next ??= []).push(exact)
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
