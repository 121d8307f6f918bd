import { toCsv } from '../csv.ts'
import type { Agreement } from './agreement.ts'

const COLUMNS = ['label', 'measure', 'value', 'alike', 'only_here', 'only_there', 'compared', 'basis']

/** The table of two coders' agreement, with what it is over. */
export const agreementCsv = ({ topic, speaker, link, verified }: Agreement): string => {
  const basis = `passages verified by both coders (${verified.mine} verified here, ${verified.theirs} there)`
  const figure = (value: number | null): string => (value === null ? '' : value.toFixed(4))
  const labels = [
    ['topic', topic],
    ['speaker', speaker]
  ] as const
  return toCsv(COLUMNS, [
    ...labels.map(([name, { kappa, agreed, compared }]) => [
      name,
      'Cohen’s kappa',
      figure(kappa),
      String(agreed),
      '',
      '',
      String(compared),
      basis
    ]),
    [
      'link',
      'F1',
      figure(link.f1),
      String(link.both),
      String(link.onlyMine),
      String(link.onlyTheirs),
      String(link.both + link.onlyMine + link.onlyTheirs),
      basis
    ]
  ])
}
