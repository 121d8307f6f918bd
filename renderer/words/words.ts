import { actions } from './actions.ts'
import { app } from './app.ts'
import { codebook } from './codebook.ts'
import { exporting } from './export.ts'
import { findings } from './findings.ts'
import { guide } from './guide.ts'
import { inspector } from './inspector.ts'
import { intake } from './intake.ts'
import { lexicon } from './lexicon.ts'
import { project } from './project.ts'
import { shell } from './shell.ts'
import { status } from './status.ts'
import { texts } from './texts.ts'
import { topics } from './topics.ts'
import { ui } from './ui.ts'

/**
 * The words of the screen, feature by feature. Another language is an object of the same type: one that lacks a word, or
 * has one that is not used, does not compile.
 */
const english = {
  actions,
  app,
  codebook,
  exporting,
  findings,
  guide,
  inspector,
  intake,
  lexicon,
  project,
  shell,
  status,
  texts,
  topics,
  ui
}

/** All words of the screen in one language; what depends on a number or a name is a function of it. */
export type Words = typeof english

/** Those of the language that is shown. */
export const words: Words = english
