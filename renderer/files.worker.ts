import { version } from '../package.json'
import { readProject } from '../engine/project/read.ts'
import { PROJECT_VERSION, type Study } from '../engine/project/project.ts'
import { writeProject } from '../engine/project/write.ts'
import { exportAs } from '../engine/report/export.ts'
import { loadReportFont } from './lib/report-fonts.ts'
import type { FileAnswers, FileTask, FromFileWorker, StudyContent, ToFileWorker } from './files.ts'

/** Writes and reads project files beside the screen, which a large one would hold up. */

const contents = new Map<string, StudyContent>()

const write = ({ outline }: Extract<FileTask, { do: 'write' }>): string => {
  const studies = outline.studies.map(({ id, name, sources, edits }): Study => {
    const content = contents.get(id)
    if (!content) throw new Error(`The content of comparison ${id} is missing.`)
    return { ...content, name, sources, edits }
  })
  return writeProject({
    format: 'parallax',
    version: PROJECT_VERSION,
    app: version,
    saved: new Date().toISOString(),
    ...outline,
    studies
  })
}

const run = async (task: FileTask): Promise<FileAnswers[keyof FileAnswers]> => {
  switch (task.do) {
    case 'keep':
      contents.set(task.content.id, task.content)
      return null
    case 'write':
      return write(task)
    case 'read':
      return readProject(task.text)
    case 'export':
      return exportAs(task.format, task.reported, loadReportFont, task.options)
  }
}

self.onmessage = ({ data: { id, task } }: MessageEvent<ToFileWorker>): void => {
  const answer = (message: FromFileWorker): void => {
    self.postMessage(message)
  }
  run(task).then(
    (done) => {
      answer({ id, ok: true, answer: done })
    },
    (error: unknown) => {
      answer({ id, ok: false, message: error instanceof Error ? error.message : String(error) })
    }
  )
}
