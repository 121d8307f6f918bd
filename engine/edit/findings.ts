import { FINDING_KINDS, SIDES, type Finding, type Side, type Span } from '../model.ts'
import { alreadySo, done, refused, type Context, type Outcome } from './ground.ts'
import type { Operation } from './operation.ts'
import { reframed } from './regroup.ts'
import { settled } from './restore-invariants.ts'
import type { Work } from './work.ts'
import { overlaps } from '../text/spans.ts'

/** What the researcher says of the machine's findings, and findings of the researcher's own. */

type Of<T extends Operation['do']> = Extract<Operation, { do: T }>

const NO_FINDING = 'This finding is no longer there.'

/** The rule of a finding that no rule made. */
export const RULE_BY_HAND = 'hand'

/** A work with other findings, told beside the groups they are about. */
const finish = (work: Work, findings: Finding[], touched: Finding, context: Context): Outcome => {
  const comparison = { ...work.comparison, findings }
  const groups = comparison.groups.map((group) =>
    SIDES.every((side) => touched[side].some((id) => group[side].includes(id)))
      ? reframed(group, comparison)
      : group
  )
  return done(settled(work, { findings, groups }, context))
}

export const judge = (work: Work, { finding: id, judgement }: Of<'judge'>, context: Context): Outcome => {
  const { findings } = work.comparison
  const finding = findings.find((other) => other.id === id)
  if (!finding) return refused(NO_FINDING)
  const { judged, ...rest } = finding
  if ((judged ?? null) === judgement)
    return alreadySo(
      judgement ? `This finding is ${judgement} already.` : 'This finding has not been judged.'
    )
  const changed: Finding = judgement ? { ...rest, judged: judgement } : rest
  return done(
    settled(work, { findings: findings.map((other) => (other === finding ? changed : other)) }, context)
  )
}

export const relabel = (work: Work, { finding: id, kind }: Of<'relabel'>, context: Context): Outcome => {
  const { findings } = work.comparison
  const finding = findings.find((other) => other.id === id)
  if (!finding) return refused(NO_FINDING)
  if (!FINDING_KINDS.includes(kind)) return refused('There is no such kind of finding.')
  if (finding.kind === kind) return alreadySo('This finding is of this kind already.')
  const changed: Finding = { ...finding, kind, byHand: finding.byHand ?? 'relabelled' }
  return finish(
    work,
    findings.map((other) => (other === finding ? changed : other)),
    changed,
    context
  )
}

/** Half of a character that takes two places. */
const isSplit = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/u.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/u.test(text.charAt(at))

const isCut = (text: string, { start, end }: Span): boolean =>
  Number.isInteger(start) &&
  Number.isInteger(end) &&
  start >= 0 &&
  end <= text.length &&
  text.slice(start, end).trim() !== '' &&
  !isSplit(text, start) &&
  !isSplit(text, end)

/** In the order of the text; those that overlap as one. */
const together = (spans: readonly Span[]): Span[] => {
  const whole: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else whole.push({ start, end })
  }
  return whole
}

const sameSpans = (one: readonly Span[], other: readonly Span[]): boolean =>
  one.length === other.length &&
  one.every(({ start, end }, at) => start === other[at]?.start && end === other[at].end)

export const addFinding = (work: Work, operation: Of<'add-finding'>, context: Context): Outcome => {
  const { kind, topic } = operation
  const { comparison } = work
  const say = operation.say.trim()
  if (say === '') return refused('Say in a sentence what the finding is.')
  if (!FINDING_KINDS.includes(kind)) return refused('There is no such kind of finding.')
  if (!context.topics.some(({ id }) => id === topic)) return refused('There is no such topic in the lexicon.')
  const spans = { us: together(operation.spans.us), cn: together(operation.spans.cn) }
  const ids: Record<Side, string[]> = { us: [], cn: [] }
  const words: Record<Side, string[]> = { us: [], cn: [] }
  for (const side of SIDES) {
    const text = context.texts[side]
    if (!spans[side].every((span) => isCut(text, span)))
      return refused('Mark the words that the finding rests on.')
    const { sentences } = comparison.readouts[side]
    const touching = (span: Span): string[] =>
      sentences.flatMap((sentence) => (overlaps(span, sentence) ? [sentence.id] : []))
    if (spans[side].some((span) => touching(span).length === 0))
      return refused('A finding rests on words of sentences, not on titles and headings alone.')
    ids[side] = [...new Set(spans[side].flatMap(touching))]
    words[side] = spans[side].map(({ start, end }) => text.slice(start, end))
  }
  if (spans.us.length + spans.cn.length === 0) return refused('Mark the words that the finding rests on.')
  const isThere = comparison.findings.some(
    (other) =>
      other.kind === kind &&
      other.topic === topic &&
      other.say === say &&
      SIDES.every((side) => sameSpans(other.spans[side], spans[side]))
  )
  if (isThere) return alreadySo('There is this finding already.')
  const only = spans.cn.length === 0 ? 'us' : spans.us.length === 0 ? 'cn' : undefined
  const finding: Finding = {
    id: context.id,
    kind,
    topic,
    us: ids.us,
    cn: ids.cn,
    words,
    spans,
    rule: RULE_BY_HAND,
    say,
    ...(only ? { only } : {}),
    weight: 1,
    byHand: 'made'
  }
  // Strongest first; among the strongest, the researcher's own in the order in which they were made.
  const at = comparison.findings.findIndex(({ weight }) => weight < finding.weight)
  const findings = comparison.findings.toSpliced(at < 0 ? comparison.findings.length : at, 0, finding)
  return finish(work, findings, finding, context)
}
