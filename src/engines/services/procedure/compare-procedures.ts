import { isDeepStrictEqual } from 'node:util'
import type { Words } from '#values/words.ts'
import type { Procedure } from '../declare.ts'
import { describeProcedure, type Element, type Part } from '../public/describe-procedure.ts'

export interface Change {
  readonly part: Part
  readonly what: Words
  /** What it said before; null for what is new. */
  readonly before: Words | null
  /** What it says after; null for what is gone. */
  readonly after: Words | null
}

/** What one version says otherwise than another, thing by thing, in the order of the later one; what is gone comes last in its part. */
export function compareProcedures(before: Procedure, after: Procedure): Change[] {
  const [old, now] = [describeProcedure(before), describeProcedure(after)]
  const parts = [...new Set([...now, ...old].map(({ part }) => part))]
  return parts.flatMap((part) => compareElements(inPart(old, part), inPart(now, part)))
}

const inPart = (all: readonly Element[], part: Part) =>
  new Map(all.filter((one) => one.part === part).map((one) => [one.key, one]))

function compareElements(old: ReadonlyMap<string, Element>, now: ReadonlyMap<string, Element>): Change[] {
  const changed = [...now.values()].flatMap((one): Change[] => {
    const was = old.get(one.key)
    const { part, what } = one
    if (was === undefined) return [{ part, what, before: null, after: one.says }]
    if (isDeepStrictEqual(was.whole, one.whole) && was.says.vi === one.says.vi) return []
    return [{ part, what, ...beside(was, one) }]
  })
  const gone = [...old.values()]
    .filter(({ key }) => !now.has(key))
    .map(({ part, what, says }) => ({ part, what, before: says, after: null }))
  return [...changed, ...gone]
}

/** Both as they are said; where the words do not show the difference, the name or that it lies in the details. */
function beside(was: Element, is: Element): Pick<Change, 'before' | 'after'> {
  if (was.says.vi !== is.says.vi) return { before: was.says, after: is.says }
  if (was.what.vi !== is.what.vi) return { before: was.what, after: is.what }
  return {
    before: was.says,
    after: { vi: `${is.says.vi} (khác ở chi tiết hoặc điều kiện)`, en: `${is.says.en} (other details or conditions)` },
  }
}
