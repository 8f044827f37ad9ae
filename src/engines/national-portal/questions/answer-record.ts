import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { nameOfUnit, unitToday, validOn } from '#engines/directory/index.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { NationalProfile } from '../declare.ts'
import { listedFields, type SentRecord } from '../outgoing/build-records.ts'
import type { ClaimedAnswer } from './answer-row.ts'

/** What is sent of one answer, and as which unit. */
export interface BuiltAnswer {
  readonly unit: string | undefined
  readonly record: SentRecord
}

/** Published answers as the national portal takes them (`DongBoHoiDap`), under the names that the profile gives. */
export async function answerRecords(
  tx: Queries,
  answers: readonly ClaimedAnswer[],
  { profile, province }: { readonly profile: NationalProfile; readonly province: string },
  on: PlainDate,
): Promise<ReadonlyMap<string, BuiltAnswer>> {
  const [listed, units] = await Promise.all([listedFields(tx), unitsOf(tx, answers, on)])
  const { names, states } = profile.questions
  return new Map(
    answers.map((one) => {
      const owner = units.get(one.unitId)
      const unit = owner?.agency == null ? undefined : profile.units[owner.agency]
      const isShown = one.title !== null
      const isNational = one.procedureCode !== null && /^[0-9]/.test(one.procedureCode)
      const record = {
        [names.number]: one.number,
        [names.field]: (one.procedureCode !== null && listed.get(one.procedureCode)?.code) || '',
        [names.procedure]: isNational ? one.procedureCode : '',
        [names.question]: isShown ? `${one.title}\n${one.body}` : '',
        [names.unit]: unit ?? province,
        [names.unitName]: owner?.name ?? '',
        [names.answerNumber]: one.number,
        [names.answer]: [underReview(one), one.answer ?? ''].filter(Boolean).join('\n'),
        [names.state]: isShown ? states.shown : states.withdrawn,
      }
      return [one.petitionId, { unit, record }]
    }),
  )
}

/** Its two states are shown and withdrawn: what is looked at again stays shown, and says so in its text. */
const underReview = ({ reviewedSince }: ClaimedAnswer): string =>
  reviewedSince === null ? '' : `[Câu trả lời này đang được xem lại từ ngày ${showDate(dateAt(reviewedSince))}]`

interface Owner {
  readonly id: string
  readonly name: string
  /** The code of the agency that it belongs to. */
  readonly agency: string | null
}

async function unitsOf(
  tx: Queries,
  answers: readonly ClaimedAnswer[],
  on: PlainDate,
): Promise<ReadonlyMap<string, Owner>> {
  // Of a unit that is no more, whoever took over.
  const todayOf = new Map<string, string>()
  for (const { unitId } of answers) todayOf.set(unitId, (await unitToday(tx, unitId, null, on))?.id ?? unitId)
  const found = await rows(
    tx,
    sql<Owner>`select u.id, ${nameOfUnit(sql`u.id`, on)} as name,
        (select agency.code from directory.unit_version v join directory.unit agency on agency.id = v.agency_id
          where v.unit_id = u.id and ${validOn('v', on)}) as agency
      from directory.unit u where u.id = any(${[...todayOf.values()]}::uuid[])`,
  )
  const byId = new Map(found.map((one) => [one.id, one]))
  return new Map([...todayOf].flatMap(([id, today]) => (byId.has(today) ? [[id, byId.get(today) as Owner]] : [])))
}
