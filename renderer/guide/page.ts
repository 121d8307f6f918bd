/** The user's guide as its reader in the app shows it: made of docs/guide when the app is built. */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis' | 'code'; text: string }
  /** Leads to another page of the guide, by its name. */
  | { kind: 'link'; text: string; page: string }

export type Block =
  | { kind: 'heading' | 'paragraph'; inlines: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][]; numeric: boolean[] }
  /** @property address where the window finds it; in pages that were only read, its path below the guide's folder */
  | { kind: 'picture'; address: string; says: string }

export interface GuidePage {
  /** File name of its Markdown without the ending. */
  name: string
  title: string
  blocks: Block[]
}
