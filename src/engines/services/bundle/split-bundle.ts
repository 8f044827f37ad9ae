import { holds, type Condition } from '#values/condition.ts'
import type { Answers } from '#engines/forms/contract.ts'
import type { Form, Paper } from '#engines/forms/declare.ts'
import type { BundleMember } from './bundle-shape.ts'

/** What was answered in a bundle, as the form of one member asks it; what it computes it computes itself. */
export function memberAnswers(member: BundleMember, form: Form, answers: Answers): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const { id, type } of form.pages.flatMap(({ fields }) => fields)) {
    if (type === 'computed' || type === 'statement') continue
    const source = member.answers[id] ?? id
    const value = typeof source === 'string' ? answers[source] : source.always
    if (value !== undefined) given[id] = value
  }
  return given
}

/** The files of a bundle that go with one member, under the names of its papers; one file may go with several. */
export const memberPapers = <Attached extends { readonly paper: string }>(
  member: BundleMember,
  papers: readonly Pick<Paper, 'id'>[],
  attached: readonly Attached[],
): Attached[] =>
  papers.flatMap(({ id }) =>
    attached.filter(({ paper }) => paper === (member.papers[id] ?? id)).map((one) => ({ ...one, paper: id })),
  )

/** A condition over a member's answers as one over the bundle's; true or false where what it asks is always the same. */
export function conditionInBundle(condition: Condition, member: BundleMember): Condition | boolean {
  if ('all' in condition) return joined('all', condition.all, member)
  if ('any' in condition) return joined('any', condition.any, member)
  if ('not' in condition) {
    const inner = conditionInBundle(condition.not, member)
    return typeof inner === 'boolean' ? !inner : { not: inner }
  }
  const [, id = '', rest = ''] = /^answers\.([^.]+)(.*)$/.exec(condition.field) ?? []
  const source = member.answers[id]
  if (source === undefined) return condition
  if (typeof source === 'string') return { ...condition, field: `answers.${source}${rest}` }
  return holds(condition, { answers: { [id]: source.always } })
}

function joined(kind: 'all' | 'any', parts: readonly Condition[], member: BundleMember): Condition | boolean {
  // Of "all" one that never holds decides, of "any" one that always does; what decides nothing is left out.
  const decides = kind === 'any'
  const read = parts.map((part) => conditionInBundle(part, member))
  if (read.includes(decides)) return decides
  const open = read.filter((one): one is Condition => typeof one !== 'boolean')
  if (open.length === 0) return !decides
  return kind === 'all' ? { all: open } : { any: open }
}
