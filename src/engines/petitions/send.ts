import { randomUUIDv7 } from 'node:crypto'
import { run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import { Problem, fail } from '#values/errors.ts'
import { networkOf } from '#values/network.ts'
import { dateAt } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { findUnit, findArea } from '#engines/directory/index.ts'
import { takeNumber } from '#engines/numbering/index.ts'
import { competentFor } from './competence.ts'
import { askBrakes } from './contract/brakes.ts'
import { petitionProblems } from './contract/problems.ts'
import { writeHistory } from './history.ts'
import { kindMarks, type OpenKind, type PetitionKind } from './kinds.ts'
import { answerDueOf, dueAfter, ruleOf } from './limits.ts'
import { digestOfCode, makeLookUpCode } from './look-up-code.ts'
import type { PetitionsParts } from './parts.ts'

interface Said {
  readonly title: string
  readonly body: string
  readonly procedureCode?: string | undefined
  readonly place?: string | undefined
  readonly aboutUnit?: string | undefined
}

interface Sender {
  readonly fullName: string
  readonly phone: string
  readonly email?: string | undefined
}

interface Asked extends Said, Sender {
  readonly kind: OpenKind
  readonly mayPublish: boolean
}

interface Denounced extends Said, Sender {
  readonly address: string
}

const sends = keepTries(askBrakes)

function brake(ctx: Context): void {
  const network = networkOf(ctx.address)
  const wait = sends.wait(ctx, { network })
  if (wait > 0) throw new Problem('askWait', petitionProblems.askWait, { retryAfterSeconds: wait })
  sends.count(ctx, { network })
}

/** Asks, reflects or complains, with an account or without. */
export async function ask(ctx: Context, parts: PetitionsParts, asked: Asked) {
  brake(ctx)
  const personId = ctx.actor.kind === 'citizen' ? (ctx.actor.person ?? null) : null
  return sendOpen(ctx, parts, asked, { channel: 'online', personId })
}

/** Enters what somebody says on the phone; they are read their code. */
export const enter = (ctx: Context, parts: PetitionsParts, asked: Asked) =>
  sendOpen(ctx, parts, asked, { channel: 'hotline', personId: null })

async function sendOpen(
  ctx: Context,
  parts: PetitionsParts,
  { kind, mayPublish, fullName, phone, email, ...said }: Asked,
  { channel, personId }: { channel: 'online' | 'hotline'; personId: string | null },
) {
  const { id, sent } = await send(ctx, parts, said, { kind, mayPublish: mayPublish && kind !== 'complaint', channel })
  await run(
    ctx.tx,
    sql`insert into petitions.sender (petition_id, person_id, full_name, phone, email)
      values (${id}, ${personId}, ${fullName}, ${phone}, ${email ?? null})`,
  )
  ctx.note({
    objectType: 'petition',
    objectId: id,
    subjects: personId === null ? [] : [personId],
    facts: { code: sent.code, kind, channel },
  })
  return sent
}

/**
 * Denounces. Who it is goes into the sealed row and nowhere else: the operation hides its caller from handler and trail, and no message,
 * list or search ever has it (Law on Denunciations 2018 art. 47, 56).
 */
export async function denounce(
  ctx: Context,
  parts: PetitionsParts,
  { fullName, phone, email, address, ...said }: Denounced,
) {
  brake(ctx)
  const { id, sent } = await send(ctx, parts, said, { kind: 'denunciation', mayPublish: false, channel: 'online' })
  const identity = Buffer.from(JSON.stringify({ fullName, phone, email: email ?? null, address }))
  await run(
    ctx.tx,
    sql`insert into petitions.sealed_sender (petition_id, sealed) values (${id}, ${parts.secrets.seal(identity, sealedAbout(id))})`,
  )
  ctx.note({ objectType: 'petition', objectId: id, facts: { code: sent.code, kind: 'denunciation' } })
  return sent
}

/** What a sealed identity is bound to: put into another row it opens nothing. */
export const sealedAbout = (petitionId: string): string => `denouncer of ${petitionId}`

interface Way {
  readonly kind: PetitionKind
  readonly mayPublish: boolean
  readonly channel: 'online' | 'hotline'
}

async function send(ctx: Context, { rules }: PetitionsParts, said: Said, { kind, mayPublish, channel }: Way) {
  const at = ctx.now()
  const today = dateAt(at)
  const id = randomUUIDv7()
  const [procedureCode, place] = [said.procedureCode ?? null, said.place ?? null]
  const about = said.aboutUnit === undefined ? undefined : await findUnit(ctx.tx, said.aboutUnit, today)
  if (said.aboutUnit !== undefined && about === undefined) unknown('aboutUnit')
  if (place !== null && (await findArea(ctx.tx, place, today)) === undefined) unknown('place')
  const matter = { kind, procedureCode, place, aboutUnitId: about?.id ?? null }
  const unit = await competentFor(ctx.tx, matter, rules.receivers, today)
  const rule = ruleOf(rules, kind, at)
  const workingTime = (await officesNow(ctx)).workingTimeOf(unit.id)
  const acceptDue = dueAfter(workingTime, at, rule.accept) as Date
  const answerDue =
    (await answerDueOf(ctx, rules, {
      id,
      kind,
      unitId: unit.id,
      askedAt: at,
      acceptedAt: null,
      reopenedAt: null,
      limitCase: 'ordinary',
      extensions: 0,
      answerDue: null,
    })) ?? null
  const lookUpCode = makeLookUpCode()
  const number = await takeNumber(ctx.tx, `petition ${kindMarks[kind]}`, today)
  const code = `${kindMarks[kind]}-${today.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`
  await run(
    ctx.tx,
    sql`insert into petitions.petition (id, code, kind, status, title, body, folded, procedure_code, place, about_unit_id, channel, entered_by,
        may_publish, look_up_digest, unit_id, unit_key, asked_at, accept_due, supplement_due, answer_due, due)
      values (${id}, ${code}, ${kind}, 'sent', ${said.title}, ${said.body}, ${fold(`${said.title} ${said.body}`)}, ${procedureCode}, ${place},
        ${about?.id ?? null}, ${channel}, ${channel === 'hotline' ? ctx.actor.name : null}, ${mayPublish}, ${digestOfCode(lookUpCode)},
        ${unit.id}, ${unit.key}, ${at}, ${acceptDue}, ${dueAfter(workingTime, at, rule.supplement) as Date}, ${answerDue}, ${acceptDue})`,
  )
  await writeHistory(ctx, id, { kind: 'sent', words: sentWords[channel], isPublic: true })
  ctx.emit('petition.sent', { petitionId: id })
  return { id, sent: { code, lookUpCode, unitName: unit.name, acceptDue, answerDue } }
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
