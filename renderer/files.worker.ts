import { readProject } from '../engine/project/read.ts'
import type { Study } from '../engine/project/project.ts'
import { writeProject } from '../engine/project/write.ts'
import type { FileAnswers, FileTask, FromFileWorker, StudyContent, ToFileWorker } from './files.ts'

/** Writes and reads project files beside the screen, which a large one would hold up. */

const contents = new Map<string, StudyContent>()

const write = ({ outline }: Extract<FileTask, { do: 'write' }>): string => {
  const studies = outline.studies.map(({ id, name, sources, edits }): Study => {
    const content = contents.get(id)
    if (!content) throw new Error(`The content of comparison ${id} is missing.`)
    return { ...content, name, sources, edits }
  })
  return writeProject({ ...outline, studies })
}

const run = (task: FileTask): FileAnswers[keyof FileAnswers] => {
  switch (task.do) {
    case 'keep':
      contents.set(task.content.id, task.content)
      return null
    case 'write':
      return write(task)
    case 'read':
      return readProject(task.text)
  }
}

self.onmessage = ({ data: { id, task } }: MessageEvent<ToFileWorker>): void => {
  let message: FromFileWorker
  try {
    message = { id, ok: true, answer: run(task) }
  } catch (error) {
    message = { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(message)
}
