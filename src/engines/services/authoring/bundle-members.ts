import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
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
  keep(tx, `fileable procedures ${on}`, () =>
    rows(
      tx,
      sql<{ value: string; text: Words }>`select p.code as value, v.declaration->'name' as text
        from services.procedure p join services.procedure_version v on v.id = p.version_id
        where ${validOn('p', on)} and p.is_complete and v.declaration->'bundle' is null order by p.name, p.code`,
    ),
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

/** The bundles in force on a day, by the versions that declare them. */
const bundlesInForce = (tx: Queries, on: PlainDate) =>
  keep(tx, `bundles ${on}`, () =>
    rows(
      tx,
      sql<{
        versionId: string
      }>`select p.version_id from services.procedure p join services.procedure_version v on v.id = p.version_id
        where ${validOn('p', on)} and p.is_complete and v.declaration->'bundle' is not null`,
    ),
  )

/**
 * What bundles that start this procedure would not answer of it any more, each bundle once. It keeps nobody from publishing: a bundle has
 * versions of its own.
 */
export async function bundlesLeftBehind(
  tx: Queries,
  procedure: Procedure | undefined,
  on: PlainDate,
): Promise<Words[]> {
  if (procedure === undefined) return []
  const said: Words[] = []
  for (const { versionId } of await bundlesInForce(tx, on)) {
    const bundle = await declaredVersion(tx, versionId)
    const at = bundle.bundle?.findIndex(({ code }) => code === procedure.code) ?? -1
    if (at < 0) continue
    const found = checkBundle(bundle, [procedure]).filter(({ path }) => path.startsWith(`bundle.${at}.`))
    const [first] = found
    if (first !== undefined)
      said.push({
        vi: `gói ${bundle.code} “${bundle.name.vi}” sẽ không nộp được: ${first.words.vi}; soạn bản mới của gói, cùng ngày hiệu lực`,
        en: `bundle ${bundle.code} “${bundle.name.en}” could not be filed: ${first.words.en}; write a new version of it too`,
      })
  }
  return said
}

/** What a bundle does not answer of its members; nothing of a procedure that is none. */
export const bundleFindings = async (
  tx: Queries,
  procedure: Procedure | undefined,
  on: PlainDate,
): Promise<Finding[]> =>
  procedure?.bundle === undefined
    ? []
    : checkBundle(procedure, await declaredMembers(tx, procedure as unknown as Json, on))
