import type { Queries } from '#kernel/database/connect.ts'
import { find, sql, type Fragment } from '#kernel/database/query.ts'
import type { FileRow } from '#engines/files/index.ts'
import type { LinkedFile } from './file-links.ts'

/** A dossier that was withdrawn takes its papers with it. Of the row `d`. */
const isStanding = sql`d.outcome is distinct from 'withdrawn'`

/** Whether the national portal is given a paper: not one that was replaced or that malware was found in. Of `s` (dossier_paper), `f` (file), `d`. */
export const isPaperGiven: Fragment = sql`(s.replaced_at is null and f.sha256 is not null and f.refusal is null and ${isStanding})`

/** Whether it is given a result: issued, and not revoked. Of the row `r`. */
export const isResultGiven: Fragment = sql`(r.number is not null and r.revoked_at is null)`

/** What may be given by a link, and whose data it is. */
export interface GivenFile {
  readonly dossierCode: string
  readonly subjects: readonly string[]
  /** Undefined of a result: it is printed. */
  readonly file: FileRow | undefined
}

const common = sql`d.code as dossier_code,
  d.applicant_id || array(select co.person_id from services.dossier_co_applicant co where co.dossier_id = d.id) as subjects`

/** What a link leads to, as it may be given now; undefined where it was replaced, revoked, withdrawn or is gone. */
export async function findGiven(db: Queries, { dossierId, kind, id }: LinkedFile): Promise<GivenFile | undefined> {
  if (kind === 'result') {
    const found = await find(
      db,
      sql<
        Omit<GivenFile, 'file'>
      >`select ${common} from services.dossier d join services.result r on r.dossier_id = d.id
        where d.id = ${dossierId} and r.id = ${id} and ${isResultGiven} and ${isStanding}`,
    )
    return found && { ...found, file: undefined }
  }
  const found = await find(
    db,
    sql<
      Omit<GivenFile, 'file'> & FileRow
    >`select ${common}, f.id, f.name, f.size, f.media_type, f.sha256, f.pages, false as is_blocked
      from services.dossier d join services.dossier_paper s on s.dossier_id = d.id join files.file f on f.id = s.file_id
      where d.id = ${dossierId} and f.id = ${id} and ${isPaperGiven} limit 1`,
  )
  if (found === undefined) return undefined
  const { dossierCode, subjects, ...file } = found
  return { dossierCode, subjects, file }
}
