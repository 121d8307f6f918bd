import { readPairs } from './read-pairs.ts'
import { fitRelation } from './relation.ts'
import { goldFolders } from './tables.ts'

/**
 * Fits the relation alone, on the groups that the engine makes now: `npx tsx test/bench/fit-relation.ts [FOLDER ...]`, for
 * when only what tells it has changed. All else is fitted by `fit.ts`, which does this last.
 */
fitRelation(goldFolders(process.argv.slice(2)).flatMap(readPairs))
