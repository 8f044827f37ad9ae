import { rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { provenanceColumns, type PlacedFile, type Provenance } from './provenance.ts'

export interface SourcedPaper extends PlacedFile {
  /** Of the dossier that it is used again from. */
  readonly sourceCode: string | null
}

/** The code of the dossier that what is used again in a row `p` is from. */
const sourceCode = sql`(select source.code from services.dossier source where source.id = coalesce(
    (select earlier.dossier_id from services.dossier_paper earlier where earlier.id = p.source_paper_id),
    (select issued.dossier_id from services.result issued where issued.id = p.source_result_id)))`

/** The files under papers that rows `p` of a table hold, in order. */
export const papersWhere = (tx: Queries, table: Fragment, where: Fragment): Promise<SourcedPaper[]> =>
  rows(
    tx,
    sql<SourcedPaper>`select p.paper, p.position, p.file_id, ${provenanceColumns}, ${sourceCode} as source_code
      from ${table} p where ${where} order by p.paper, p.position`,
  )

/** What is being put together before it stands in a dossier: a table of files under papers, and its column of who holds them. */
export function heldPapers(table: Fragment, holder: Fragment) {
  return {
    of: (tx: Queries, id: string): Promise<SourcedPaper[]> => papersWhere(tx, table, sql`p.${holder} = ${id}`),

    /** Puts a file at the end of a paper. */
    add: (
      tx: Queries,
      id: string,
      paper: string,
      { fileId, origin, sourcePaperId, sourceResultId, sourceAt }: Provenance & { readonly fileId: string },
    ): Promise<number> =>
      run(
        tx,
        sql`insert into ${table} (${holder}, paper, position, file_id, origin, source_paper_id, source_result_id, source_at)
          select ${id}, ${paper}, coalesce(max(position) + 1, 0), ${fileId}, ${origin}, ${sourcePaperId}::uuid, ${sourceResultId}::uuid,
            ${sourceAt}::timestamptz
          from ${table} where ${holder} = ${id} and paper = ${paper}`,
      ),
  }
}
