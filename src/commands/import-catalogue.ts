import { basename } from 'node:path'
import type { Database } from '#kernel/database/connect.ts'
import type { Words } from '#values/words.ts'
import { getCatalogueImport } from '#engines/services/catalogue/catalogue-import.ts'
import { listRecords } from '#engines/services/catalogue/catalogue-record.ts'
import { readCatalogueFile } from '#engines/services/catalogue/read-catalogue-file.ts'
import { isCatalogueRecord } from '#engines/services/catalogue/understand-record.ts'
import { takeCatalogue } from '#engines/services/index.ts'
import { asPlatform } from './as-platform.ts'

export interface BroughtCatalogue {
  readonly id: string
  readonly counts: Readonly<Record<string, number>>
  readonly aside: readonly {
    readonly number: number
    readonly name: string | null
    readonly reasons: readonly Words[]
  }[]
}

/** Whether a file is a national or provincial catalogue, and not procedures in the platform's own grammar. */
export const isCatalogueFile = (content: Uint8Array): boolean =>
  readCatalogueFile(content).some(({ value }) => isCatalogueRecord(value))

/** Takes a catalogue in to be decided on screen; nothing is published by it. */
export const bringCatalogue =
  (file: string, content: Uint8Array) =>
  (db: Database): Promise<BroughtCatalogue> =>
    asPlatform(db, 'catalogue', 'import.procedures', async (ctx) => {
      const id = await takeCatalogue(ctx, { title: basename(file), origin: 'file', content })
      const { counts } = await getCatalogueImport(ctx, id)
      const aside = await listRecords(ctx.tx, id, { state: 'aside', after: 0, limit: counts.aside + 1 })
      return { id, counts, aside: aside.map(({ number, name, reasons }) => ({ number, name, reasons })) }
    })
