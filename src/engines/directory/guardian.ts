import { randomUUIDv7 } from 'node:crypto'
import { run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, fail } from '#values/errors.ts'
import { addDays, civil, dateAt, type PlainDate } from '#values/plain-date.ts'
import { guardianProblems } from './contract/guardian.ts'
import { createPerson, findPersonByNumber, isSamePerson } from './person.ts'

interface Card {
  readonly fullName: string
  readonly personalId: string
  readonly birthDate: PlainDate
}

interface Guardianship {
  readonly ward: Card
  readonly guardian: Card
  readonly until: PlainDate
  readonly document: string
}

const longestYears = 5
/** Civil Code 2015 art. 20–21: whoever is under 18 is a minor. */
const majority = 18

/**
 * Records that somebody acts for a minor or a ward by law (Civil Code 2015 art. 46, 136), by a document that an officer has in hand. It
 * takes the place of what was recorded for the two before.
 */
export async function recordGuardian(ctx: Context, { ward, guardian, until, document }: Guardianship) {
  if (ward.personalId === guardian.personalId) throw new Problem('guardianOfSelf', guardianProblems.guardianOfSelf)
  const on = dateAt(ctx.now())
  if (until < on || until > latest(ward.birthDate, on))
    throw new Problem('guardianTooLong', guardianProblems.guardianTooLong, {
      places: [{ path: 'until', message: guardianProblems.guardianTooLong.message }],
    })
  const [wardId, guardianId] = [await personOf(ctx, 'ward', ward), await personOf(ctx, 'guardian', guardian)]
  await endBetween(ctx, ward.personalId, guardian.personalId)
  const id = randomUUIDv7()
  await run(
    ctx.tx,
    sql`insert into directory.mandate (id, giver_id, holder_id, holder_number, holder_name, kind, may, valid_from, valid_to, document,
        given_at, given_by, answer, answered_at)
      values (${id}, ${wardId}, ${guardianId}, ${guardian.personalId}, ${guardian.fullName}, 'guardian', array['file', 'follow', 'receive'],
        ${on}, ${addDays(until, 1)}, ${document}, ${ctx.now()}, ${ctx.actor.name}, 'accepted', ${ctx.now()})`,
  )
  await tellRightsChanged(ctx.tx)
  ctx.note({ objectType: 'mandate', objectId: id, subjects: [wardId, guardianId], facts: { document } })
  return { id }
}

/** Ends what was recorded for the two, by a document too. */
export async function endGuardian(
  ctx: Context,
  given: { readonly wardNumber: string; readonly guardianNumber: string; readonly document: string },
) {
  const ended = await endBetween(ctx, given.wardNumber, given.guardianNumber)
  if (ended === 0) fail('notFound')
  await tellRightsChanged(ctx.tx)
  const ward = await findPersonByNumber(ctx.tx, given.wardNumber)
  if (ward) ctx.note({ objectType: 'person', objectId: ward.id, subjects: [ward.id], facts: { ended: given.document } })
  return { ended }
}

const endBetween = (ctx: Context, wardNumber: string, guardianNumber: string): Promise<number> =>
  run(
    ctx.tx,
    sql`update directory.mandate m set ended_at = ${ctx.now()}
      where m.kind = 'guardian' and m.ended_at is null and m.holder_number = ${guardianNumber}
        and m.giver_id = (select p.id from directory.person p where p.personal_id = ${wardNumber})`,
  )

async function personOf(ctx: Context, place: 'ward' | 'guardian', card: Card): Promise<string> {
  const known = await findPersonByNumber(ctx.tx, card.personalId)
  if (known === undefined) return createPerson(ctx.tx, card)
  if (isSamePerson(card, known)) return known.id
  throw new Problem('otherThanKnown', guardianProblems.otherThanKnown, {
    places: [{ path: `${place}.fullName`, message: guardianProblems.otherThanKnown.message }],
  })
}

/** The last day that may be recorded. */
function latest(born: PlainDate, on: PlainDate): PlainDate {
  const grown = addDays(yearsAfter(born, majority), -1)
  return grown >= on ? grown : yearsAfter(on, longestYears)
}

/** The same day of a later year; for 29 February the first of March. */
const yearsAfter = (date: PlainDate, years: number): PlainDate =>
  addDays(civil(`${Number(date.slice(0, 4)) + years}-${date.slice(5, 7)}-01`), Number(date.slice(8)) - 1)
