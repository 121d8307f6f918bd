import type { Difference, Finding, Sentence, Side, Span } from '../model.ts'
import { within } from '../text/spans.ts'

/** So many differences of a group are told beside it. */
const MOST_DIFFERENCES = 6

type Members = Record<Side, readonly Sentence[]>

/** The spans that lie in one of the sentences. */
export const spansWithin = (sentences: readonly Sentence[], spans: readonly Span[]): Span[] =>
  spans.filter((span) => sentences.some((sentence) => within(span, sentence)))

const isAbout = ({ kind, us, cn }: Finding, members: Members): boolean =>
  kind !== 'agreement' &&
  us.some((id) => members.us.some((sentence) => sentence.id === id)) &&
  cn.some((id) => members.cn.some((sentence) => sentence.id === id))

/**
 * What is told beside a group: the findings about both its passages before what else differs in it.
 *
 * @param findings strongest first
 */
export const framed = (
  findings: readonly Finding[],
  members: Members,
  others: readonly Difference[]
): Difference[] =>
  [
    ...findings
      .filter((finding) => isAbout(finding, members))
      .map(({ id, say, weight, spans }): Difference => ({
        kind: 'finding',
        finding: id,
        say,
        weight,
        us: spansWithin(members.us, spans.us),
        cn: spansWithin(members.cn, spans.cn)
      })),
    ...others
  ].slice(0, MOST_DIFFERENCES)
