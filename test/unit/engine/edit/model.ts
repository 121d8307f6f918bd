import type { Target, Operation } from '../../../../engine/edit/operation.ts'
import type { Texts } from '../../../../engine/edit/work.ts'
import { SIDES, type Comparison, type Side } from '../../../../engine/model.ts'
import {
  key,
  modelOf,
  type Model,
  type ModelFinding,
  type ModelGroup,
  type ModelSentence
} from './model-state.ts'

/**
 * What edits do to it, as simply as it can be said: it is searched and changed in place, copied whole before each step.
 * What `apply` makes is held against it.
 */

const mark = (marks: string[], one: string): void => {
  if (!marks.includes(one)) marks.push(one)
}

const annotationMoved = (model: Model, from: string, to: string): void => {
  const note = model.notes.get(from)
  if (note !== undefined) {
    const there = model.notes.get(to)
    model.notes.set(to, there === undefined ? note : `${there}\n${note}`)
    model.notes.delete(from)
  }
  for (const tag of [...model.tags])
    if (tag.startsWith(`${from} | `)) {
      model.tags.delete(tag)
      model.tags.add(`${to}${tag.slice(from.length)}`)
    }
}

const groupInto = (model: Model, from: string, to: string): void => {
  annotationMoved(model, `group ${from}`, `group ${to}`)
  if (!model.verified.has(from)) model.verified.delete(to)
  model.verified.delete(from)
  model.groups = model.groups.filter(({ id }) => id !== from)
}

const dissolved = (model: Model, { id, us }: ModelGroup, first: string): void => {
  for (const tag of [...model.tags]) if (tag.startsWith(`group ${id} | `)) model.tags.delete(tag)
  annotationMoved(model, `group ${id}`, `sentence ${us[0] ?? first}`)
  model.verified.delete(id)
  model.groups = model.groups.filter((group) => group.id !== id)
}

/** Puts all in order and lets what is the same be one. */
const tidy = (model: Model): void => {
  const at = (side: Side, id: string | undefined): number =>
    model[side].findIndex((sentence) => sentence.id === id)
  for (const group of model.groups)
    for (const side of SIDES)
      group[side] = [...new Set(group[side])].sort((a, b) => at(side, a) - at(side, b))
  model.groups.sort(
    (a, b) =>
      at('us', a.us[0]) - at('us', b.us[0]) ||
      at('cn', a.cn[0]) - at('cn', b.cn[0]) ||
      `${a.us.length} ${a.cn.length}`.localeCompare(`${b.us.length} ${b.cn.length}`, 'en')
  )
  for (const group of [...model.groups]) {
    const first = model.groups.find(
      (other) => other.us.join() === group.us.join() && other.cn.join() === group.cn.join()
    )
    if (first && first !== group) groupInto(model, group.id, first.id)
  }
}

const members = (group: ModelGroup, marksMade = true): void => {
  if (marksMade && !group.marks.includes('made')) mark(group.marks, 'members')
}

/**
 * Does an operation to the model.
 *
 * @returns whether it can be done; where not, the model stays as it was
 */
export const doToModel = (
  model: Model,
  operation: Operation,
  id: string,
  texts: Texts,
  base: Comparison
): boolean => {
  const sideOf = (one: string): Side | null =>
    SIDES.find((side) => model[side].some((s) => s.id === one)) ?? null
  const sentence = (one: string): ModelSentence | undefined =>
    [...model.us, ...model.cn].find((other) => other.id === one)
  const group = (one: string): ModelGroup | undefined => model.groups.find((other) => other.id === one)
  const finding = (one: string): ModelFinding | undefined => model.findings.find((other) => other.id === one)
  const all = (some: string[], list: string[]): boolean => some.every((one) => list.includes(one))
  const isThere = (target: Target): boolean =>
    target.on === 'whole' ||
    (target.on === 'sentence'
      ? sentence(target.id)
      : target.on === 'group'
        ? group(target.id)
        : finding(target.id)) !== undefined
  const take = (from: ModelGroup, gone: string[]): void => {
    const first = from.us[0] ?? ''
    const left = {
      us: from.us.filter((one) => !gone.includes(one)),
      cn: from.cn.filter((one) => !gone.includes(one))
    }
    if (left.us.length === 0 || left.cn.length === 0) dissolved(model, { ...from, us: [first] }, first)
    else Object.assign(from, left)
    members(from)
  }
  const made = (us: string[], cn: string[], relation: string): void => {
    model.groups.push({ id, us: [...us], cn: [...cn], relation, topic: null, marks: ['made'] })
  }
  const isDone = ((): boolean => {
    switch (operation.do) {
      case 'link': {
        const { us, cn, into } = operation
        if (us.some((one) => sideOf(one) !== 'us') || cn.some((one) => sideOf(one) !== 'cn')) return false
        if (into === undefined) {
          if (us.length === 0 || cn.length === 0) return false
          if (model.groups.some((other) => all(us, other.us) && all(cn, other.cn))) return false
          made(us, cn, 'shared')
          return true
        }
        const target = group(into)
        if (!target || us.length + cn.length === 0) return false
        if ([...us, ...cn].some((one) => target.us.includes(one) || target.cn.includes(one))) return false
        target.us.push(...us)
        target.cn.push(...cn)
        members(target)
        return true
      }
      case 'unlink': {
        const from = group(operation.group)
        const gone = operation.sentences
        if (!from || gone.length === 0 || !all(gone, [...from.us, ...from.cn])) return false
        take(from, gone)
        return true
      }
      case 'move': {
        const [from, to] = [group(operation.from), group(operation.to)]
        const side = sideOf(operation.sentence)
        if (!from || !to || !side || from === to) return false
        if (!from[side].includes(operation.sentence) || to[side].includes(operation.sentence)) return false
        to[side].push(operation.sentence)
        members(to)
        take(from, [operation.sentence])
        return true
      }
      case 'split-group': {
        const from = group(operation.group)
        const { us, cn } = operation
        if (!from || us.length === 0 || cn.length === 0 || !all(us, from.us) || !all(cn, from.cn))
          return false
        const [wholeUs, wholeCn] = [all(from.us, us), all(from.cn, cn)]
        if (wholeUs && wholeCn) return false
        const isThis = (other: ModelGroup): boolean =>
          all(us, other.us) && all(other.us, us) && all(cn, other.cn) && all(other.cn, cn)
        if (model.groups.some(isThis)) return false
        if (!wholeUs) from.us = from.us.filter((one) => !us.includes(one))
        if (!wholeCn) from.cn = from.cn.filter((one) => !cn.includes(one))
        members(from)
        made(us, cn, from.relation)
        return true
      }
      case 'merge-groups': {
        const ids = [...new Set(operation.groups)]
        const found = ids.flatMap((one) => group(one) ?? [])
        const [first, ...others] = found
        if (!first || found.length < 2 || found.length < ids.length) return false
        const isSet = first.marks.includes('relation')
        for (const other of others) {
          first.us.push(...other.us)
          first.cn.push(...other.cn)
          if (!isSet && other.relation === 'differ') first.relation = 'differ'
          groupInto(model, other.id, first.id)
        }
        members(first)
        return true
      }
      case 'split-sentence': {
        const side = sideOf(operation.sentence)
        const old = sentence(operation.sentence)
        const { at } = operation
        if (!side || !old || at <= old.start || at >= old.end) return false
        const text = texts[side]
        if (/^[\uDC00-\uDFFF\p{M}]/u.test(text.slice(at, at + 1)) || /[\uDC00-\uDFFF]/u.test(text.charAt(at)))
          return false
        let [end, start] = [at, at]
        while (/\s/u.test(text.charAt(end - 1))) end--
        while (/\s/u.test(text.charAt(start))) start++
        const speaks = (from: number, to: number): boolean => /[\p{L}\p{N}]/u.test(text.slice(from, to))
        if (!speaks(old.start, end) || !speaks(start, old.end)) return false
        mark(old.marks, 'extent')
        const second = { ...old, id, start, topics: [...old.topics], marks: [...old.marks] }
        old.end = end
        model[side].splice(model[side].indexOf(old) + 1, 0, second)
        for (const other of model.groups) if (other[side].includes(old.id)) other[side].push(id)
        for (const other of model.findings) {
          if (!other[side].includes(old.id)) continue
          const touched = [old, second].filter((piece) =>
            other.spans[side].some((span) => span.start < piece.end && piece.start < span.end)
          )
          const pieces = (touched.length > 0 ? touched : [old, second]).map((piece) => piece.id)
          other[side] = other[side].flatMap((one) => (one === old.id ? pieces : [one]))
        }
        for (const tag of [...model.tags])
          if (tag.startsWith(`sentence ${old.id} | `))
            model.tags.add(`sentence ${id}${tag.slice(`sentence ${old.id}`.length)}`)
        return true
      }
      case 'merge-sentences': {
        const [one, other] = [sentence(operation.first), sentence(operation.second)]
        const side = sideOf(operation.first)
        if (!one || !other || !side || one.paragraph !== other.paragraph) return false
        if (model[side][model[side].indexOf(one) + 1] !== other) return false
        if (!one.marks.includes('speaker') && other.marks.includes('speaker')) one.speaker = other.speaker
        const set = [one, other].find(({ marks }) => marks.includes('topic'))?.topics[0]
        const topics: [string, number][] = []
        for (const [topic, weight] of [...one.topics, ...other.topics]) {
          const there = topics.find(([known]) => known === topic)
          if (there) there[1] = Math.max(there[1], weight)
          else topics.push([topic, weight])
        }
        topics.sort((a, b) => b[1] - a[1])
        const first = topics.filter(([topic]) => topic === set?.[0])
        one.topics = [...first, ...topics.filter(([topic]) => topic !== set?.[0])].slice(0, 3)
        one.end = other.end
        for (const made of [...other.marks, 'extent']) mark(one.marks, made)
        model[side] = model[side].filter((s) => s !== other)
        for (const list of [...model.groups, ...model.findings])
          list[side] = [...new Set(list[side].map((s) => (s === other.id ? one.id : s)))]
        annotationMoved(model, `sentence ${other.id}`, `sentence ${one.id}`)
        return true
      }
      case 'set-topic': {
        const { target, topic } = operation
        if (target.on === 'group') {
          const found = group(target.id)
          if (!found) return false
          found.topic = topic
          mark(found.marks, 'topic')
          return true
        }
        const found = sentence(target.id)
        if (!found || found.topics[0]?.[0] === topic) return false
        found.topics = [
          [topic, 1] as [string, number],
          ...found.topics.filter(([known]) => known !== topic)
        ].slice(0, 3)
        mark(found.marks, 'topic')
        return true
      }
      case 'set-speaker': {
        const found = sentence(operation.sentence)
        if (!found || found.speaker === operation.speaker) return false
        found.speaker = operation.speaker
        mark(found.marks, 'speaker')
        return true
      }
      case 'set-relation': {
        const found = group(operation.group)
        if (!found || found.relation === operation.relation) return false
        found.relation = operation.relation
        mark(found.marks, 'relation')
        return true
      }
      case 'judge': {
        const found = finding(operation.finding)
        if (!found || found.judged === operation.judgement) return false
        found.judged = operation.judgement
        return true
      }
      case 'relabel': {
        const found = finding(operation.finding)
        if (!found || found.kind === operation.kind) return false
        found.kind = operation.kind
        return true
      }
      case 'add-finding': {
        const { kind, topic, say, spans } = operation
        const touch = (side: Side): string[] =>
          model[side]
            .filter((s) => spans[side].some((span) => span.start < s.end && s.start < span.end))
            .map((s) => s.id)
        for (const side of SIDES)
          for (const span of spans[side])
            if (!model[side].some((s) => span.start < s.end && s.start < span.end)) return false
        const same = (other: ModelFinding): boolean =>
          other.kind === kind &&
          other.topic === topic &&
          other.say === say &&
          JSON.stringify([other.spans.us, other.spans.cn]) === JSON.stringify([spans.us, spans.cn])
        if (model.findings.some(same)) return false
        model.findings.push({ id, kind, topic, say, judged: null, us: touch('us'), cn: touch('cn'), spans })
        return true
      }
      case 'note': {
        const place = key(operation.target)
        if (!isThere(operation.target) || (model.notes.get(place) ?? '') === operation.text) return false
        if (operation.text === '') model.notes.delete(place)
        else model.notes.set(place, operation.text)
        return true
      }
      case 'tag': {
        const tagging = `${key(operation.target)} | ${operation.tag}`
        if (!isThere(operation.target) || model.tags.has(tagging) === operation.on) return false
        if (operation.on) model.tags.add(tagging)
        else model.tags.delete(tagging)
        return true
      }
      case 'verify': {
        if (!group(operation.group) || model.verified.has(operation.group) === operation.verified)
          return false
        if (operation.verified) model.verified.add(operation.group)
        else model.verified.delete(operation.group)
        return true
      }
      case 'reset': {
        if (!model.touched) return false
        const before = model.groups
        const { us, cn, groups, findings } = modelOf(base)
        Object.assign(model, { us, cn, groups, findings })
        const stays = (place: string): boolean => {
          const [on = '', one = ''] = place.split(' ')
          if (on === 'whole') return true
          return on === 'sentence'
            ? sentence(one) !== undefined
            : on === 'group'
              ? group(one) !== undefined
              : finding(one) !== undefined
        }
        for (const place of [...model.notes.keys()]) if (!stays(place)) model.notes.delete(place)
        for (const tag of [...model.tags]) if (!stays(tag.split(' | ')[0] ?? '')) model.tags.delete(tag)
        for (const one of [...model.verified]) {
          const [then, now] = [before.find((other) => other.id === one), group(one)]
          if (then?.us.join() !== now?.us.join() || then?.cn.join() !== now?.cn.join())
            model.verified.delete(one)
        }
        return true
      }
    }
  })()
  if (isDone) {
    if (operation.do === 'reset') model.touched = false
    else if (!['note', 'tag', 'verify'].includes(operation.do)) model.touched = true
    tidy(model)
  }
  return isDone
}
