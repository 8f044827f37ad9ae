import { fieldsOf, type Condition } from '#values/condition.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Organization, Role } from '#engines/directory/declare.ts'
import { codeListsOf } from '#engines/forms/contract.ts'
import { checkCondition, checkForm, checkPapers, type CodeList, type Form } from '#engines/forms/declare.ts'
import { checkProcess, finding, type Finding } from '#engines/workflow/declare.ts'
import { checkCoApplicants } from './check-co-applicants.ts'
import { checkExemptions } from './exemptions.ts'
import { checkLimits } from './check-limits.ts'
import { checkMessages } from './check-messages.ts'
import { checkPlaces } from './check-places.ts'
import { checkResults } from './check-results.ts'
import type { Procedure } from './procedure-shape.ts'

/** What else is declared; an organisation written out by `expandOrganization`. */
export interface Declared {
  readonly organization: Organization
  readonly roles: readonly Role[]
  readonly codeLists: readonly CodeList[]
}

/**
 * Everything that would fail only later: fields, options, papers, functions, units and placeholders that are not there, steps
 * that take longer than the limit. Looks at the rows and units of a date; without one at those that are open-ended. Nothing
 * is said of a procedure that is described only.
 */
export function checkProcedure(procedure: Procedure, declared: Declared, on?: PlainDate): Finding[] {
  const { form, process } = procedure
  if (form === undefined || process === undefined) return []
  const codeLists = codeListsOf(...declared.codeLists)
  const functions = declared.roles.map((role) => role.function)
  const under = (name: string, found: readonly Finding[]) =>
    found.map(({ path, words }) => ({ path: `${name}.${path}`, words }))
  const inForm = [
    ...checkForm(form, codeLists).map(({ path, message }) => ({ path: `form.${path}`, words: message })),
    ...checkPapers(procedure.papers, form, codeLists).map(({ path, message }) => ({
      path: `papers.${path}`,
      words: message,
    })),
  ]
  // What looks at the form says the same fault again if the form itself is wrong.
  if (inForm.some(({ path }) => path.startsWith('form.'))) return inForm
  return [
    ...inForm,
    ...under('process', checkProcess(process, { functions })),
    ...conditionsOf(procedure).flatMap(({ path, condition }) =>
      wrongFacts(condition, form, declared.codeLists).map((words) => ({ path, words })),
    ),
    ...checkCoApplicants(procedure, form, declared.codeLists),
    ...checkLimits(procedure, on),
    ...checkExemptions(procedure),
    ...checkPlaces(procedure, declared.organization, on),
    ...checkResults(procedure),
    ...checkMessages(procedure),
  ]
}

interface Placed {
  readonly path: string
  readonly condition: Condition
}

const placed = ({ when }: { readonly when?: Condition | undefined }, path: string): Placed[] =>
  when === undefined ? [] : [{ path: `${path}.when`, condition: when }]

/** Every condition that looks at facts of a dossier, with where it stands. */
function conditionsOf(procedure: Procedure): Placed[] {
  const rows = (name: 'timeLimits' | 'fees' | 'results') =>
    procedure[name].flatMap((row, index) => placed(row, `${name}.${index}`))
  const ways = Object.entries(procedure.process?.steps ?? {}).flatMap(([id, { next }]) =>
    typeof next === 'object' && 'when' in next
      ? next.when.map((way, index) => ({ path: `process.steps.${id}.next.when.${index}.if`, condition: way.if }))
      : [],
  )
  const parts = procedure.results.flatMap(({ blocks }, index) =>
    blocks.flatMap((block, at) => [
      ...placed(block, `results.${index}.blocks.${at}`),
      ...('fields' in block
        ? block.fields.flatMap((line, row) => placed(line, `results.${index}.blocks.${at}.fields.${row}`))
        : []),
    ]),
  )
  return [...rows('timeLimits'), ...rows('fees'), ...rows('results'), ...parts, ...ways]
}

/** Facts of a dossier beside its answers. */
const otherFacts = ['proposal', 'channel', 'place']

function wrongFacts(condition: Condition, form: Form, codeLists: readonly CodeList[]): Finding['words'][] {
  const unknown = fieldsOf(condition).filter((name) => !name.startsWith('answers.') && !otherFacts.includes(name))
  if (unknown.length > 0) {
    const known = ['answers.…', ...otherFacts].join(', ')
    return unknown.map(
      (name) => finding('', `không có dữ kiện "${name}"; có: ${known}`, `no fact "${name}"; there are ${known}`).words,
    )
  }
  return leavesOf(condition)
    .filter((leaf) => leaf.field.startsWith('answers.'))
    .flatMap((leaf) =>
      checkCondition({ ...leaf, field: leaf.field.slice('answers.'.length) }, form, codeListsOf(...codeLists)),
    )
}

type Leaf = Extract<Condition, { field: string }>

function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  return 'not' in condition ? leavesOf(condition.not) : [condition]
}
