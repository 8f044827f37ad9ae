import { randomUUIDv7 } from 'node:crypto'
import { get, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import { Problem, fail } from '#values/errors.ts'
import { networkOf } from '#values/network.ts'
import { dateAt } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { findArea, findUnit, unitName } from '#engines/directory/index.ts'
import { takeNumber } from '#engines/numbering/index.ts'
import { competentFor } from './competence.ts'
import { askBrakes } from './contract/brakes.ts'
import { petitionProblems } from './contract/problems.ts'
import { writeHistory } from './history.ts'
import { kindMarks, type PetitionKind } from './kinds.ts'
import { firstDates } from './limits.ts'
import { digestOfCode, makeLookUpCode } from './look-up-code.ts'
import type { PetitionsParts } from './parts.ts'
import type { Second } from './second-complaint.ts'
import { sentJustNow } from './sent-just-now.ts'

/** What is said, and about what. */
export interface Said {
  readonly title: string
  readonly body: string
  readonly procedureCode?: string | undefined
  readonly place?: string | undefined
  readonly aboutUnit?: string | undefined
}

const sends = keepTries(askBrakes)

/** Counts a sending from a network, or refuses with the seconds to wait. */
export function brakeSending(ctx: Context): void {
  const network = networkOf(ctx.address)
  const wait = sends.wait(ctx, { network })
  if (wait > 0) throw new Problem('askWait', petitionProblems.askWait, { retryAfterSeconds: wait })
  sends.count(ctx, { network })
}

interface Way {
  readonly kind: PetitionKind
  readonly mayPublish: boolean
  readonly channel: 'online' | 'hotline'
  readonly second?: Second | undefined
  /** Whether another one is from the same sender. */
  readonly isSender: (petitionId: string) => Promise<boolean>
}

/**
 * Sends it to whoever is competent, with the dates that count from now. Sent twice it is the same one, with a code of its own for the
 * second answer: the first never came.
 */
export async function send(
  ctx: Context,
  { rules }: PetitionsParts,
  said: Said,
  { kind, mayPublish, channel, second, isSender }: Way,
) {
  const lookUpCode = makeLookUpCode()
  const folded = fold(`${said.title} ${said.body}`)
  const again = await sentJustNow(ctx, { kind, folded, isSender })
  if (again !== undefined) return { id: again, isNew: false, sent: await renewCode(ctx, again, lookUpCode) }
  const at = ctx.now()
  const today = dateAt(at)
  const id = randomUUIDv7()
  const [procedureCode, place] = [said.procedureCode ?? null, said.place ?? null]
  const about = said.aboutUnit === undefined ? undefined : await findUnit(ctx.tx, said.aboutUnit, today)
  if (said.aboutUnit !== undefined && about === undefined) unknown('aboutUnit')
  if (place !== null && (await findArea(ctx.tx, place, today)) === undefined) unknown('place')
  const firstDecision = second?.decision ?? null
  const matter = { kind, procedureCode, place, aboutUnitId: about?.id ?? null, firstDecision }
  const unit = await competentFor(ctx.tx, matter, rules.receivers, today)
  const { acceptDue, supplementDue, answerDue } = await firstDates(ctx, rules, {
    kind,
    askedAt: at,
    firstDecision,
    unitId: unit.id,
  })
  const number = await takeNumber(ctx.tx, `petition ${kindMarks[kind]}`, today)
  const code = `${kindMarks[kind]}-${today.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`
  await run(
    ctx.tx,
    sql`insert into petitions.petition (id, code, kind, status, title, body, folded, procedure_code, place, about_unit_id, channel, entered_by,
        may_publish, look_up_digest, unit_id, unit_key, asked_at, accept_due, supplement_due, answer_due, due, first_decision, previous_id)
      values (${id}, ${code}, ${kind}, 'sent', ${said.title}, ${said.body}, ${folded}, ${procedureCode}, ${place},
        ${about?.id ?? null}, ${channel}, ${channel === 'hotline' ? ctx.actor.name : null}, ${mayPublish}, ${digestOfCode(lookUpCode)},
        ${unit.id}, ${unit.key}, ${at}, ${acceptDue}, ${supplementDue}, ${answerDue}, ${acceptDue}, ${firstDecision}, ${second?.previousId ?? null})`,
  )
  await writeHistory(ctx, id, { kind: 'sent', words: sentWords[channel], note: second?.decision, isPublic: true })
  ctx.emit('petition.sent', { petitionId: id })
  return { id, isNew: true, sent: { code, lookUpCode, unitName: unit.name, acceptDue, answerDue } }
}

async function renewCode(ctx: Context, id: string, lookUpCode: string) {
  const petition = await get(
    ctx.tx,
    sql<{ code: string; unitId: string; acceptDue: Date; answerDue: Date | null }>`update petitions.petition
      set look_up_digest = ${digestOfCode(lookUpCode)} where id = ${id} returning code, unit_id, accept_due, answer_due`,
  )
  const { unitId, ...sent } = petition
  return { ...sent, lookUpCode, unitName: await unitName(ctx.tx, unitId, dateAt(ctx.now())) }
}

const sentWords = {
  online: { vi: 'Đã gửi trên cổng', en: 'Sent on the portal' },
  hotline: { vi: 'Ghi nhận qua điện thoại', en: 'Entered on the phone' },
} as const

function unknown(path: string): never {
  fail('invalidInput', {
    places: [{ path, message: { vi: 'Không có nơi này trong tỉnh.', en: 'There is no such place or body.' } }],
  })
}
