import { version } from '../package.json'
import { agreementOf, type Agreed } from '../engine/edit/agreement.ts'
import { replay, workOf } from '../engine/edit/history.ts'
import { readCodebook } from '../engine/codebook/read.ts'
import { SIDES } from '../engine/model.ts'
import type { Tell } from '../engine/progress.ts'
import { readDraft } from '../engine/project/draft.ts'
import { joinStudy, type StudyContent } from '../engine/project/parts.ts'
import { readProject } from '../engine/project/read.ts'
import { PROJECT_VERSION } from '../engine/project/project.ts'
import { writeProject } from '../engine/project/write.ts'
import { exportAs } from '../engine/report/export.ts'
import { loadReportFont } from './lib/report-fonts.ts'
import type { FileAnswers, FileTask, FromFileWorker, ToFileWorker } from './files.ts'
import { words } from './words/words.ts'

/** Writes and reads project files beside the screen, which a large one would hold up. */

const contents = new Map<string, StudyContent>()

const write = ({ outline }: Extract<FileTask, { do: 'write' }>, tell: Tell): string => {
  const { studies, more, ...rest } = outline
  return writeProject(
    {
      ...more,
      format: 'parallax',
      version: PROJECT_VERSION,
      app: version,
      saved: new Date().toISOString(),
      ...rest,
      studies: studies.map((changes) => {
        const content = contents.get(changes.id)
        if (!content) throw new Error(`The content of comparison ${changes.id} is missing.`)
        return joinStudy({ content, changes })
      })
    },
    tell
  )
}

const agree = ({ text, ground, mine }: Extract<FileTask, { do: 'agree' }>, tell: Tell): Agreed => {
  const read = readProject(text, undefined, tell)
  if (!read.ok) return read
  const study = read.project.studies.find(({ texts }) =>
    SIDES.every((side) => texts[side].text === ground.texts[side])
  )
  if (!study)
    return {
      ok: false,
      message: words.exporting.otherTexts
    }
  const { history } = replay({ ...ground, base: study.comparison }, study.edits)
  return agreementOf({ work: mine, texts: ground.texts }, { work: workOf(history), texts: ground.texts })
}

const run = async (task: FileTask, tell: Tell): Promise<FileAnswers[keyof FileAnswers]> => {
  switch (task.do) {
    case 'keep':
      contents.set(task.content.id, task.content)
      return null
    case 'forget':
      contents.delete(task.id)
      return null
    case 'write':
      return write(task, tell)
    case 'read':
      return readDraft(task.text, task.parts, tell)
    case 'agree':
      return agree(task, tell)
    case 'codebook':
      return readCodebook(task.bytes, task.name)
    case 'export':
      return exportAs(task.format, task.reported, loadReportFont, task.options, tell)
  }
}

self.onmessage = ({ data: { id, task } }: MessageEvent<ToFileWorker>): void => {
  const answer = (message: FromFileWorker): void => {
    self.postMessage(message)
  }
  const tell: Tell = (done, total) => {
    answer({ id, done, total })
  }
  run(task, tell).then(
    (done) => {
      answer({ id, ok: true, answer: done })
    },
    (error: unknown) => {
      answer({ id, ok: false, message: error instanceof Error ? error.message : String(error) })
    }
  )
}
