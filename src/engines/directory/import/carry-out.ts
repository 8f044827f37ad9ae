import { json, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { changeUnit, createUnit } from '../manage-unit.ts'
import { addFacts, createPerson } from '../person.ts'
import { appoint, createPost, endAppointment, endPost } from '../post.ts'
import { findUnitByCode } from '../unit.ts'
import { mustBeVacant } from '../vacant.ts'
import type { ImportedAccounts, LaterEngines } from './later-engines.ts'
import { countStates, markOf } from './compare.ts'
import { compare, getImport, kept } from './organization-import.ts'
import type { Act, AddedFacts, Place, Somebody } from './outcome.ts'
import { sheetOrder } from './columns.ts'
import { importProblems } from './problems.ts'

/** A row that was written, as the journal of an import keeps it. */
interface Written {
  readonly entity: 'unit_version' | 'post' | 'appointment' | 'person' | 'account'
  readonly key: string
  readonly validFrom?: PlainDate
  readonly wasAdded: boolean
  readonly validTo?: PlainDate | undefined
  readonly said?: AddedFacts
}

/**
 * Does what the preview said, in one transaction and by the same functions as by hand. Refused where the directory has changed since
 * it was seen.
 */
export async function carryOut(ctx: Context, id: string, seen: string, later: LaterEngines): Promise<void> {
  // One at a time: two files that name the same people would make them twice.
  await run(ctx.tx, sql`select pg_advisory_xact_lock(hashtext('directory.import'))`)
  const { content, fileName } = await getImport(ctx, id, true)
  if (content === null) fail('conflict')
  const { outcomes } = await compare(ctx, content, later)
  if (markOf(outcomes) !== seen) throw new Problem('importChanged', importProblems.importChanged)
  const acts = sheetOrder.flatMap((kind) =>
    outcomes.flatMap(({ row, act }) => (row.kind === kind && act !== undefined ? [act] : [])),
  )
  if (acts.length === 0) throw new Problem('nothingToImport', importProblems.nothingToImport)
  const counts = countStates(outcomes)
  ctx.note({ objectType: 'import', objectId: id, facts: { fileName, ...counts } })
  const writer = new Writer(ctx, later.accounts)
  for (const act of inOrder(acts)) await writer.write(act)
  await keepJournal(ctx, id, writer.written)
  await run(
    ctx.tx,
    sql`update directory.import set status = 'done', content = null, outcomes = ${json(outcomes.map(kept))}, counts = ${json(counts)},
        done_at = ${ctx.now()} where id = ${id}`,
  )
}

/** Units above before those below; whoever leaves a post before whoever takes it, and both before a post ends. */
function inOrder(acts: readonly Act[]): Act[] {
  const made = new Map(acts.flatMap((act) => (act.do === 'createUnit' ? [[act.unit.unit, act] as const] : [])))
  const depth = (act: Act): number => {
    const above = act.do === 'createUnit' ? made.get(act.parent) : undefined
    return above === undefined ? 0 : depth(above) + 1
  }
  const rank = (act: Act): number => (act.do === 'createUnit' ? depth(act) : ranks.indexOf(act.do) + made.size)
  return acts
    .map((act) => [rank(act), act] as const)
    .sort(([a], [b]) => a - b)
    .map(([, act]) => act)
}

const ranks: readonly Act['do'][] = ['changeUnit', 'createPosts', 'changeHeld', 'appoint', 'endPosts']

class Writer {
  readonly written: Written[] = []
  readonly #ctx: Context
  readonly #accounts: ImportedAccounts
  readonly #made = new Set<Place>()
  readonly #unitIds = new Map<string, string>()

  constructor(ctx: Context, accounts: ImportedAccounts) {
    this.#ctx = ctx
    this.#accounts = accounts
  }

  async write(act: Act): Promise<void> {
    const { tx } = this.#ctx
    if (act.do === 'createUnit') {
      const { unit, parent, name, shortName, organCode, taxCode, unitKind, from } = { ...act.unit, parent: act.parent }
      const parentId = await this.#unitId(parent, from)
      const made = await createUnit(tx, {
        code: unit,
        name,
        shortName,
        organCode,
        taxCode,
        kind: unitKind,
        parentId,
        from,
      })
      this.#unitIds.set(unit, made.id)
      this.#note('unit', made.id, { entity: 'unit_version', key: made.id, validFrom: from, wasAdded: true })
    } else if (act.do === 'changeUnit') {
      const { name, shortName, organCode, taxCode, from } = act.unit
      const parentId = act.parent === undefined ? undefined : await this.#unitId(act.parent, from)
      await changeUnit(tx, act.id, { name, shortName, organCode, taxCode, parentId }, from)
      this.#note('unit', act.id, { entity: 'unit_version', key: act.id, validFrom: act.before, wasAdded: false })
      this.written.push({ entity: 'unit_version', key: act.id, validFrom: from, wasAdded: true })
    } else if (act.do === 'createPosts') {
      for (const place of act.places) {
        const unitId = await this.#unitId(place.unit, place.from)
        const { function: name, title, staffing, from } = place
        const { id } = await createPost(tx, { unitId, function: name, title, staffing, from })
        place.id = id
        this.#made.add(place)
        this.#note('post', id, { entity: 'post', key: id, validFrom: place.from, wasAdded: true })
      }
    } else if (act.do === 'endPosts') {
      for (const { id, from } of act.places) {
        await endPost(tx, id as string, act.on)
        this.#note('post', id as string, { entity: 'post', key: id as string, validFrom: from, wasAdded: false })
      }
    } else if (act.do === 'appoint') {
      const personId = await this.#person(act.person, act.adds)
      const { kind, from, to, decision, place } = act
      // One that was there may be given to somebody else by hand in this very moment.
      if (kind === 'regular' && !this.#made.has(place))
        await mustBeVacant(tx, { postId: place.id as string, from, until: to ?? null })
      const id = await appoint(tx, {
        postId: place.id as string,
        personId,
        kind,
        from,
        until: to,
        decision,
      })
      const row = { entity: 'appointment', key: id, validFrom: from, wasAdded: true, validTo: to } as const
      this.#note('appointment', id, row, personId)
      await this.#account(personId, act.login)
    } else {
      const personId = await this.#person(act.person, act.adds)
      const { id, from } = act.appointment
      if (act.to !== undefined) {
        await endAppointment(tx, id, act.to)
        this.#note('appointment', id, { entity: 'appointment', key: id, validFrom: from, wasAdded: false }, personId)
      }
      await this.#account(personId, act.login)
    }
  }

  async #unitId(code: string, on: PlainDate): Promise<string> {
    const id = this.#unitIds.get(code) ?? (await findUnitByCode(this.#ctx.tx, code, on))?.id ?? fail('conflict')
    this.#unitIds.set(code, id)
    return id
  }

  async #person(person: Somebody, adds: AddedFacts): Promise<string> {
    if (person.id === undefined) {
      person.id = await createPerson(this.#ctx.tx, person.facts)
      this.written.push({ entity: 'person', key: person.id, wasAdded: true })
    }
    if (Object.keys(adds).length > 0) {
      await addFacts(this.#ctx.tx, person.id, adds)
      this.#note('person', person.id, { entity: 'person', key: person.id, wasAdded: false, said: adds }, person.id)
    }
    return person.id
  }

  async #account(personId: string, login: string | undefined): Promise<void> {
    if (login === undefined) return
    const id = await this.#accounts.open(this.#ctx, personId, login)
    this.written.push({ entity: 'account', key: id, wasAdded: true })
  }

  #note(objectType: string, objectId: string, row: Written, person?: string): void {
    this.written.push(row)
    this.#ctx.note({ objectType, objectId, ...(person !== undefined && { subjects: [person] }) })
  }
}

const keepJournal = (ctx: Context, id: string, written: readonly Written[]) =>
  run(
    ctx.tx,
    sql`insert into directory.imported_row (import_id, number, entity, key, valid_from, was_added, valid_to, said)
      select ${id}, number, g.row->>'entity', g.row->>'key', (g.row->>'validFrom')::date, (g.row->>'wasAdded')::boolean,
        (g.row->>'validTo')::date, g.row->'said'
      from jsonb_array_elements(${json(written)}) with ordinality as g (row, number)`,
  )
