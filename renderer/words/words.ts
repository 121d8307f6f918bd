import { findings } from './findings.ts'
import { topics } from './topics.ts'

/**
 * The words of the screen, feature by feature. Another language is an object of the same type: one that lacks a word, or
 * has one that is not used, does not compile.
 */
const english = { findings, topics }

/** All words of the screen in one language; what depends on a number or a name is a function of it. */
export type Words = typeof english

/** Those of the language that is shown. */
export const words: Words = english
