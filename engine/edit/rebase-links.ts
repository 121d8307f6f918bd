import { otherSide, SIDES, type Group } from '../model.ts'
import { carried, KEPT, lost, type Carried, type Crossing, type Ids, type Of } from './crossing.ts'
import type { Operation } from './operation.ts'
import { groupOf, holds } from './places.ts'

/** Decisions on what stands side by side, in terms of another work. */

export const carryLink = (crossing: Crossing, { us, cn, into }: Of<'link'>): Carried => {
  const { sentences, group, members, missing, noGroup } = crossing
  const place = { us: sentences(us), cn: sentences(cn) }
  const target = into === undefined ? undefined : group(into)
  if (target) {
    const add: Ids = {
      us: place.us.filter((id) => !target.us.includes(id)),
      cn: place.cn.filter((id) => !target.cn.includes(id))
    }
    const operations: Operation[] =
      add.us.length + add.cn.length > 0 ? [{ do: 'link', ...add, into: target.id }] : []
    return { operations, ...missing([...us, ...cn]) }
  }
  // The group that it widened is gone: what was linked to it is linked with what it held.
  const held = into === undefined ? { us: [], cn: [] } : members(into)
  const whole: Ids = {
    us: place.us.length > 0 ? place.us : held.us,
    cn: place.cn.length > 0 ? place.cn : held.cn
  }
  if (whole.us.length === 0 || whole.cn.length === 0 || place.us.length + place.cn.length === 0)
    return lost(missing([...us, ...cn]).lost ?? noGroup(into ?? ''))
  return { operations: [{ do: 'link', ...whole }], ...missing([...us, ...cn]) }
}

export const carryUnlink = (crossing: Crossing, { group: id, sentences: ids }: Of<'unlink'>): Carried => {
  const { after, sentences, group, members, sideOf } = crossing
  const gone = sentences(ids)
  const target = group(id)
  const inside = (other: Group): string[] => gone.filter((one) => other[sideOf(one)].includes(one))
  if (target && inside(target).length > 0)
    return carried({ do: 'unlink', group: target.id, sentences: inside(target) })
  // Elsewhere the machine may have linked them with what they were taken from.
  const partners = members(id)
  return carried(
    ...after.comparison.groups.flatMap((other): Operation[] => {
      const linked = inside(other).filter((one) => {
        const side = otherSide(sideOf(one))
        return other[side].some((partner) => partners[side].includes(partner))
      })
      return linked.length > 0 ? [{ do: 'unlink', group: other.id, sentences: linked }] : []
    })
  )
}

export const carryMove = (crossing: Crossing, { sentence, from, to }: Of<'move'>): Carried => {
  const { sentences, group, sideOf, noSentence, noGroup } = crossing
  const ids = sentences([sentence])
  const [left, target] = [group(from), group(to)]
  if (ids.length === 0) return lost(noSentence(sentence))
  if (!target) return lost(noGroup(to))
  return carried(
    ...ids.flatMap((id): Operation[] => {
      const side = sideOf(id)
      const isInLeft = left !== undefined && left !== target && left[side].includes(id)
      if (target[side].includes(id))
        return isInLeft ? [{ do: 'unlink', group: left.id, sentences: [id] }] : []
      if (isInLeft) return [{ do: 'move', sentence: id, from: left.id, to: target.id }]
      const only = { us: side === 'us' ? [id] : [], cn: side === 'cn' ? [id] : [] }
      return [{ do: 'link', ...only, into: target.id }]
    })
  )
}

export const carrySplitGroup = (crossing: Crossing, { group: id, us, cn }: Of<'split-group'>): Carried => {
  const { after, sentences, group, missing, noGroup } = crossing
  const part: Ids = { us: sentences(us), cn: sentences(cn) }
  if (part.us.length === 0 || part.cn.length === 0) return lost(missing([...us, ...cn]).lost ?? noGroup(id))
  const isPart = (other: Group): boolean =>
    other.us.length === part.us.length && other.cn.length === part.cn.length
  const target = group(id)
  const holder =
    target && holds(target, part.us, part.cn)
      ? target
      : after.comparison.groups.find((other) => holds(other, part.us, part.cn))
  if (!holder) return { operations: [{ do: 'link', ...part }], ...missing([...us, ...cn]) }
  if (isPart(holder)) return KEPT
  const isApart = after.comparison.groups.some((other) => isPart(other) && holds(other, part.us, part.cn))
  if (isApart) {
    // It has a passage of its own; what is left to do is to take it out of this one.
    const gone = SIDES.flatMap((side) => (holder[side].length > part[side].length ? part[side] : []))
    return carried({ do: 'unlink', group: holder.id, sentences: gone })
  }
  return { operations: [{ do: 'split-group', group: holder.id, ...part }], ...missing([...us, ...cn]) }
}

export const carryMergeGroups = (crossing: Crossing, { groups: ids }: Of<'merge-groups'>): Carried => {
  const { after, group, members, noGroup } = crossing
  const found = [...new Set(ids.flatMap((id) => group(id)?.id ?? []))]
  const apart = ids.filter((id) => group(id) === undefined)
  const [first] = found
  const rest: Ids = {
    us: apart.flatMap((id) => members(id).us),
    cn: apart.flatMap((id) => members(id).cn)
  }
  if (first === undefined)
    return rest.us.length > 0 && rest.cn.length > 0
      ? carried({ do: 'link', us: [...new Set(rest.us)], cn: [...new Set(rest.cn)] })
      : lost(noGroup(ids[0] ?? ''))
  const held = found.flatMap((id) => groupOf(after.comparison, id) ?? [])
  const add: Ids = {
    us: [...new Set(rest.us)].filter((id) => !held.some((other) => other.us.includes(id))),
    cn: [...new Set(rest.cn)].filter((id) => !held.some((other) => other.cn.includes(id)))
  }
  return carried(
    ...(found.length > 1 ? [{ do: 'merge-groups' as const, groups: found }] : []),
    ...(add.us.length + add.cn.length > 0 ? [{ do: 'link' as const, ...add, into: first }] : [])
  )
}
