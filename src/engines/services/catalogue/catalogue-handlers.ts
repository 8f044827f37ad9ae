import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { say } from '#values/words.ts'
import { workingTimeNow } from '#engines/calendar/index.ts'
import { validOn } from '#engines/directory/index.ts'
import type { catalogueContract } from '../contract/catalogue.ts'
import { declaredVersion } from '../procedure/procedure.ts'
import { listAnnouncements, repealProcedures } from './announcement.ts'
import { discardCatalogue, getCatalogueImport, listCatalogueImports, takeCatalogue } from './catalogue-import.ts'
import { getRecord, listRecords } from './catalogue-record.ts'
import { acceptClear, acceptRecord, rejectRecord } from './decide-records.ts'
import { publicityFigures, type AnnouncedRow } from './publicity-figures.ts'
import { correctRecord, matchRecord, viewRecord } from './record-view.ts'

/** The national catalogue as it comes in: taken, held against what is here, decided record by record or together. */
export const catalogueHandlers: Handlers<typeof catalogueContract> = {
  listCatalogueImports,

  async takeCatalogue(ctx, { fileName, content }) {
    return {
      id: await takeCatalogue(ctx, { title: fileName, origin: 'file', content: Buffer.from(content, 'base64url') }),
    }
  },

  getCatalogueImport: (ctx, { id }) => getCatalogueImport(ctx, id),

  async discardCatalogue(ctx, { id }) {
    await discardCatalogue(ctx, id)
    return { dropped: true }
  },

  async listCatalogueRecords(ctx, { id, ...search }) {
    const found = await listRecords(ctx.tx, id, { ...search, limit: search.limit + 1 })
    const page = found.slice(0, search.limit)
    return { rows: page, ...(found.length > page.length && { next: page.at(-1)!.number }) }
  },

  getCatalogueRecord: (ctx, { id, number }) => viewRecord(ctx, id, number),

  async matchCatalogueRecord(ctx, { id, number, code }) {
    await matchRecord(ctx, id, number, code)
    return stateOf(ctx, id, number)
  },

  async correctCatalogueRecord(ctx, { id, number, ...correction }) {
    await correctRecord(ctx, id, number, correction)
    return stateOf(ctx, id, number)
  },

  async acceptCatalogueRecord(ctx, { id, ...acceptance }) {
    return { code: await acceptRecord(ctx, { importId: id, ...acceptance }) }
  },

  async acceptClearRecords(ctx, { id, announcement }) {
    return { accepted: await acceptClear(ctx, id, announcement) }
  },

  async rejectCatalogueRecord(ctx, { id, number, reason }) {
    await rejectRecord(ctx, id, number, reason)
    return stateOf(ctx, id, number)
  },

  async getCatalogueAside(ctx, { id }) {
    await getCatalogueImport(ctx, id)
    const aside = await rows(
      ctx.tx,
      sql<{ number: number; raw: string; reasons: { vi: string; en: string }[] }>`select number, raw, reasons
        from services.catalogue_record where import_id = ${id} and state = 'aside' order by number`,
    )
    const lines = aside.map(({ number, raw, reasons }) =>
      JSON.stringify({ number, setAside: reasons.map((reason) => say(reason, ctx.language)), raw }),
    )
    return new File([lines.map((line) => `${line}\n`).join('')], 'cach-ly.jsonl', {
      type: 'text/plain; charset=utf-8',
    })
  },

  listAnnouncements: (ctx) => listAnnouncements(ctx.tx),

  async repealProcedures(ctx, { codes, announcement }) {
    return { repealed: await repealProcedures(ctx, [...new Set(codes)], announcement) }
  },

  async getPublicityFigures(ctx, period) {
    return (await publicityOf(ctx, period)).map((figure) => ({ ...figure, rows: [...figure.rows] }))
  },
}

/** Figures 1.1 to 1.3 of what was announced by decisions signed in a period, both days included, and of procedures as they stand today. */
export const publicityOf = async (ctx: Context, period: { readonly from: PlainDate; readonly to: PlainDate }) =>
  publicityFigures(await announcedIn(ctx, period), await proceduresToday(ctx), await workingTimeNow(ctx.tx))

const stateOf = async (ctx: Context, id: string, number: number) => ({
  state: (await getRecord(ctx.tx, id, number)).state,
})

/** What was announced by decisions signed in a period, both days included. */
const announcedIn = (ctx: Context, { from, to }: { readonly from: PlainDate; readonly to: PlainDate }) =>
  rows(
    ctx.tx,
    sql<AnnouncedRow>`select p.code, p.name, a.issuer, a.signed_on, a.published_on, a.effective_on
      from services.announced_procedure p join services.announcement a on a.id = p.announcement_id
      where a.signed_on between ${from} and ${to} order by a.signed_on, p.code`,
  )

async function proceduresToday(ctx: Context) {
  const today = dateAt(ctx.now())
  const inForce = await rows(
    ctx.tx,
    sql<{ versionId: string }>`select version_id from services.procedure p where ${validOn('p', today)} order by code`,
  )
  const all = await Promise.all(inForce.map(({ versionId }) => declaredVersion(ctx.tx, versionId)))
  return all.filter(({ effective }) => effective.to === undefined || effective.to > today)
}
