import { packAssociations, packDictionary, packReadoutWords, packVectors } from './pack-tables.ts'

/** The large tables as bytes. A build puts a module in this one's place that reads them from files. */

export const vectorBytes = (): ArrayBuffer => packVectors().buffer
export const dictionaryBytes = (): ArrayBuffer => packDictionary().buffer
export const associationsEnBytes = (): ArrayBuffer => packAssociations('en').buffer
export const associationsZhBytes = (): ArrayBuffer => packAssociations('zh').buffer
export const readoutWordsEnBytes = (): ArrayBuffer => packReadoutWords('en').buffer
export const readoutWordsZhBytes = (): ArrayBuffer => packReadoutWords('zh').buffer
