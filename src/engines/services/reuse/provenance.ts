import { sql } from '#kernel/database/query.ts'
import { dateAt } from '#values/plain-date.ts'
import type { PaperOrigin } from '../contract/paper-origin.ts'

/** Where a file of an application is from; of one that is used again which paper or result it was, and of when. */
export interface Provenance {
  readonly origin: PaperOrigin
  readonly sourcePaperId: string | null
  readonly sourceResultId: string | null
  /** When what is used again was first handed in, or issued. */
  readonly sourceAt: Date | null
}

/** A file in its place among those of a paper. */
export interface PlacedFile extends Provenance {
  readonly paper: string
  readonly position: number
  readonly fileId: string
}

const fresh = (origin: PaperOrigin): Provenance => ({
  origin,
  sourcePaperId: null,
  sourceResultId: null,
  sourceAt: null,
})

export const uploaded = fresh('uploaded')
export const scanned = fresh('scanned')
export const fromNationalPortal = fresh('national-portal')

/** The columns of a row `p` of papers that say where it is from. */
export const provenanceColumns = sql`p.origin, p.source_paper_id, p.source_result_id, p.source_at`

/** A `PlacedFile` as it comes in a JSON list. */
export const placedFileRecord = sql`paper text, position int, "fileId" uuid, origin text, "sourcePaperId" uuid, "sourceResultId" uuid,
  "sourceAt" timestamptz`

/** What somebody who sees a file is told of where it is from. */
export const viewOrigin = ({
  origin,
  sourceAt,
  sourceCode: code,
}: Pick<Provenance, 'origin' | 'sourceAt'> & { readonly sourceCode: string | null }) => ({
  origin,
  sourceCode: code,
  sourceOn: sourceAt === null ? null : dateAt(sourceAt),
})
