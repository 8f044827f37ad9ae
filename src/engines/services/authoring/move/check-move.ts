import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { judgeStepMove, type Process } from '#engines/workflow/index.ts'
import type { Procedure } from '../../declare.ts'
import { checkProcedure, type Declared } from '../../procedure/check-procedure.ts'
import { procedureVersion, withProcess } from '../../procedure/procedure.ts'
import type { DraftFinding } from '../check-draft.ts'
import { sayWhere } from '../elements/element-kinds.ts'
import type { ProcedureDraft } from '../procedure-draft.ts'
import { openVersions, type OpenVersion } from './open-versions.ts'
import { stepTargets } from './step-targets.ts'
import { findStepMaps, type StepMaps } from './version-move.ts'

/** What keeps a draft from taking open dossiers too: steps without a place to go on, and what its process asks of answers that they do not have. */
export async function moveFindings(
  ctx: Context,
  declared: Declared,
  draft: ProcedureDraft,
  procedure: Procedure | undefined,
  on: PlainDate,
): Promise<DraftFinding[]> {
  const chosen = await findStepMaps(ctx.tx, draft.id)
  if (chosen === undefined || procedure?.process === undefined) return []
  if (draft.state === 'published' || draft.state === 'withdrawn') return []
  const found: DraftFinding[] = []
  for (const version of await openVersions(ctx.tx, draft.code, dateAt(ctx.now()))) {
    const { process } = await procedureVersion(ctx.tx, version.id)
    if (process === undefined) continue
    found.push(...stepFindings(version, process, procedure.process, chosen))
    for (const filedBy of version.filedBy) {
      const both = withProcess(await procedureVersion(ctx.tx, filedBy), procedure)
      const wrong = checkProcedure(both, declared, on).filter(({ path }) => /^(process\.|results$)/.test(path))
      found.push(
        ...wrong.map(({ path, words }) => {
          const where = sayWhere(draft.declaration, path)
          return told(
            {
              vi: `hồ sơ nộp trước đi quy trình mới, ${where.vi}`,
              en: `earlier dossiers in the new process, ${where.en}`,
            },
            {
              vi: `${words.vi}; sửa bước ấy, hoặc chỉ nhận hồ sơ nộp mới`,
              en: `${words.en}; or take new dossiers only`,
            },
            path,
          )
        }),
      )
    }
  }
  return [...new Map(found.map((one) => [`${one.where.vi} ${one.words.vi}`, one])).values()]
}

const stepFindings = (version: OpenVersion, from: Process, to: Process, chosen: StepMaps): DraftFinding[] =>
  Object.entries(from.steps).flatMap(([step, { name }]) => {
    const target = stepTargets(from, to, chosen[version.id])[step]
    const wrong = target === undefined ? notChosen : target === null ? undefined : judgeStepMove(from, to, step, target)
    if (wrong === undefined) return []
    const where = {
      vi: `hồ sơ đang mở theo bản ${version.number}, bước “${name.vi}”`,
      en: `open dossiers of version ${version.number}, step “${name.en}”`,
    }
    return [told(where, wrong)]
  })

const notChosen: Words = {
  vi: 'quy trình mới không có bước này; chọn bước đi tiếp ở “Hồ sơ đang mở”, hoặc để lại bản cũ',
  en: 'the new process has no such step; choose where they go on, or leave them on their version',
}

const told = (where: Words, words: Words, path = 'process'): DraftFinding => ({
  weight: 'error',
  path,
  section: 'process',
  element: 'process',
  where,
  words,
})
