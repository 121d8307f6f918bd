import { words } from '../words/words.ts'

/** Takes the files out of dropped folders, within limits, leaving out what belongs to a saved page and is no text. */

/** A file with the path by which the reader knows it among others of its name. */
export interface Found {
  file: File
  path: string
}

export interface Gathered {
  files: Found[]
  /** Files left out, by the reason. */
  skipped: { why: string; count: number }[]
}

const say = words.intake.skipped

/** More than this at once is no set of readouts but a disk. */
const MOST_FILES = 200
const MOST_BYTES = 100_000_000
const MOST_DEPTH = 6

/** What pages and programs keep beside their texts; never a readout. */
const NO_DOCUMENT =
  /\.(?:css|js|mjs|json|map|png|jpe?g|gif|svg|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp[34]|webm|wav|zip|exe|dll|xlsx?|pptx?)$|(?:^|\/)(?:\.|~\$|Thumbs\.db|desktop\.ini)/iu
const PAGE = /\.(?:html?|xhtml)$/iu

const stemOf = (name: string): string => name.replace(PAGE, '')

/** Whether a folder is what a browser saves beside a page: `readout.html` and `readout_files`, in any language. */
export const isPageFolder = (folder: string, names: readonly string[]): boolean =>
  names.some((name) => {
    const stem = stemOf(name)
    return PAGE.test(name) && folder.startsWith(stem) && /^[_. -]\p{L}+$/u.test(folder.slice(stem.length))
  })

const childrenOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  // It hands them out by the hundred, and nothing once all are out.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((settle, fail) => {
      reader.readEntries(settle, fail)
    })
    if (some.length === 0 || children.length > 10 * MOST_FILES) return children
    children.push(...some)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((settle) => {
    entry.file(settle, () => {
      settle(null)
    })
  })

export const gather = async (entries: readonly FileSystemEntry[]): Promise<Gathered> => {
  const files: Found[] = []
  const skipped = new Map<string, number>()
  let bytes = 0
  const skip = (why: string): void => {
    skipped.set(why, (skipped.get(why) ?? 0) + 1)
  }
  const take = async (entry: FileSystemFileEntry): Promise<void> => {
    if (NO_DOCUMENT.test(entry.name)) {
      skip(say.noDocuments)
      return
    }
    const file = await fileOf(entry)
    if (!file) skip(say.unreadable)
    else if (files.length === MOST_FILES || bytes + file.size > MOST_BYTES)
      skip(say.tooMuch(MOST_FILES, MOST_BYTES / 1_000_000))
    else {
      bytes += file.size
      files.push({ file, path: entry.fullPath.replace(/^\//u, '') })
    }
  }
  const walk = async (level: readonly FileSystemEntry[], depth: number): Promise<void> => {
    const names = level.map(({ name }) => name)
    for (const entry of [...level].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isFile(entry)) await take(entry)
      else if (isFolder(entry)) {
        if (isPageFolder(entry.name, names)) skip(say.ofAPage)
        else if (depth === MOST_DEPTH) skip(say.tooDeep(MOST_DEPTH))
        else await walk(await childrenOf(entry), depth + 1)
      }
    }
  }
  await walk(entries, 0)
  return { files, skipped: [...skipped].map(([why, count]) => ({ why, count })) }
}
