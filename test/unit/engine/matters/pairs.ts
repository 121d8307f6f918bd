import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FIXTURES = join(import.meta.dirname, '../../../fixtures')

/** All pairs among the fixtures, in English and with their Chinese originals; PAIRS names more folders, parted by colons. */
const folders = [
  join(FIXTURES, 'readouts'),
  join(FIXTURES, 'practice'),
  ...(process.env['PAIRS'] ?? '').split(':').filter((path) => path !== '')
].flatMap((set) =>
  readdirSync(set, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(set, entry.name, 'us.txt')))
    .map(({ name }) => join(set, name))
)

/** Name of the pair, text of the US side, text of the Chinese side. */
export const pairs: (readonly [name: string, us: string, cn: string])[] = folders.flatMap((folder) =>
  ['cn.txt', 'cn.zh.txt']
    .filter((file) => existsSync(join(folder, file)))
    .map((file) => {
      const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
      return [`${folder.split('/').slice(-2).join('/')}/${file}`, read('us.txt'), read(file)] as const
    })
)
