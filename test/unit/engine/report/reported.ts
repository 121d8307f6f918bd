import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Code } from '../../../../engine/codebook/code.ts'
import type { Comparison } from '../../../../engine/model.ts'
import type { Source } from '../../../../engine/project/project.ts'
import type { Reported } from '../../../../engine/report/document.ts'
import type { LoadFont } from '../../../../engine/report/fonts.ts'
import { comparisonOf, readout } from '../readouts.ts'

/** The typefaces out of their packages. */
export const loadFont: LoadFont = async (fontPackage, file) =>
  new Uint8Array(await readFile(fileURLToPath(import.meta.resolve(`${fontPackage}/${file}`))))

export const CODE: Code = {
  id: 'k1',
  name: 'red line <b>',
  colour: '#9a4456',
  shape: 'triangle',
  description: 'What a side says must not be crossed'
}

const source = (cited: Source['cited']): Source => ({
  name: 'file',
  sha256: '0'.repeat(64),
  imported: '2026-11-20T08:00:00.000Z',
  ...(cited ? { cited } : {})
})

/** A comparison on which a researcher has worked: notes, tags, a dismissed and an accepted finding, changes by hand. */
export const workedOn = (file: 'cn' | 'cn.zh'): Reported & { dismissed: string } => {
  const machine = comparisonOf(readout('talks', 'us'), readout('talks', file))
  const [first, second] = machine.findings
  const [group] = machine.groups
  const sentence = group?.cn[0]
  if (!first || !second || !group || sentence === undefined) throw new Error('The fixture has no findings.')
  const comparison: Comparison = {
    ...machine,
    findings: machine.findings.map((finding) =>
      finding === first
        ? { ...finding, judged: 'dismissed' }
        : finding === second
          ? { ...finding, judged: 'accepted' }
          : finding
    ),
    groups: machine.groups.map((one) => (one === group ? { ...one, byHand: ['members'] } : one))
  }
  return {
    dismissed: first.say,
    work: {
      comparison,
      notes: [
        {
          target: { on: 'group', id: group.id },
          text: '=SUM(1;2) is no formula',
          at: '2026-11-21T09:00:00Z'
        },
        { target: { on: 'finding', id: second.id }, text: 'Compare “旧报”.', at: '2026-11-21T09:00:00Z' },
        { target: { on: 'sentence', id: sentence }, text: 'On one sentence', at: '2026-11-21T09:00:00Z' },
        { target: { on: 'whole' }, text: 'For the seminar & <all>', at: '2026-11-21T09:00:00Z' }
      ],
      tags: [{ target: { on: 'group', id: group.id }, tag: CODE.id }],
      verified: [group.id]
    },
    codebook: [CODE],
    sources: {
      us: source({
        issuer: 'U.S. Department of State',
        date: '2023-06-18',
        address: 'https://example.org/us'
      }),
      cn: source({ issuer: '外交部', date: '2023-06-18' })
    }
  }
}
