import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Json } from '#values/layers.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import type { Finding } from '#engines/workflow/declare.ts'
import { validOn } from '#engines/directory/index.ts'
import { checkBundle } from '../bundle/check-bundle.ts'
import type { Procedure } from '../declare.ts'
import { declaredVersion, findProcedure } from '../procedure/procedure.ts'
import { readAt } from './edit-declaration.ts'

/** The procedures that a bundle may start on a day: those that can be filed, but bundles. */
export const fileableProcedures = (tx: Queries, on: PlainDate) =>
  rows(
    tx,
    sql<{ value: string; text: Words }>`select p.code as value, v.declaration->'name' as text
      from services.procedure p join services.procedure_version v on v.id = p.version_id
      where ${validOn('p', on)} and p.is_complete and v.declaration->'bundle' is null order by p.name, p.code`,
  )

/** The members that a draft names, as they are declared and in force on a day; those that are not there are left out. */
export async function declaredMembers(tx: Queries, declaration: Json, on: PlainDate): Promise<Procedure[]> {
  const members = readAt(declaration, 'bundle')
  const codes = (Array.isArray(members) ? (members as readonly Json[]) : []).map((one) => readAt(one, 'code'))
  const found: Procedure[] = []
  for (const code of new Set(codes)) {
    const current = typeof code === 'string' && code !== '' ? await findProcedure(tx, code, on) : undefined
    if (current !== undefined) found.push(await declaredVersion(tx, current.versionId))
  }
  return found
}

/** What members ask for, for the controls that say from where it comes. */
export const membersToAnswer = (members: readonly Procedure[]) =>
  members.map(({ code, form, papers }) => ({
    code,
    questions: (form?.pages ?? [])
      .flatMap(({ fields }) => fields)
      .filter(({ type }) => type !== 'computed' && type !== 'statement')
      .map((field) => ({
        id: field.id,
        type: field.type,
        label: field.label,
        options: field.type === 'choice' ? (field.options ?? []).map(({ value, label }) => ({ value, label })) : [],
        isRequired: field.optional !== true && field.when === undefined,
      })),
    papers: papers
      .filter(({ generated }) => generated !== true)
      .map(({ id, name, optional, when }) => ({ id, name, isRequired: optional !== true && when === undefined })),
  }))

/** What a bundle does not answer of its members; nothing of a procedure that is none. */
export const bundleFindings = async (
  tx: Queries,
  procedure: Procedure | undefined,
  on: PlainDate,
): Promise<Finding[]> =>
  procedure?.bundle === undefined
    ? []
    : checkBundle(procedure, await declaredMembers(tx, procedure as unknown as Json, on))
