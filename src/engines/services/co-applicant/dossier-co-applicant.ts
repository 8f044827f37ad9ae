import { json, rows, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Words } from '#values/words.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { HistoryLine } from '../dossier/history.ts'

/** Somebody who filed together with the applicant. */
export interface FiledTogether {
  readonly personId: string
  readonly name: string
  readonly confirmedAt: Date
  /** Themselves on their page, before the officer of a counter, or with their signature on the paper form. */
  readonly confirmed: 'online' | 'present' | 'signed'
  /** The officer who wrote it down; nobody where they did it themselves. */
  readonly recordedBy: string | null
}

/** What somebody did who confirmed so; Vietnamese puts `đã` before it where it speaks of the past. */
export const saidConfirmed = {
  online: { vi: 'xác nhận', en: 'confirmed' },
  present: { vi: 'xác nhận tại quầy', en: 'confirmed at the counter' },
  signed: { vi: 'ký tờ khai giấy', en: 'signed the paper form' },
} as const satisfies Record<FiledTogether['confirmed'], Words>

/** Who filed together, by how they confirmed, as one line of the history. */
export function filedTogetherLine(dossierId: string, people: readonly FiledTogether[]): HistoryLine {
  const ways = Map.groupBy(people, ({ confirmed }) => confirmed)
  const said = (of: (way: FiledTogether['confirmed']) => string) =>
    [...ways].map(([way, who]) => `${of(way)}: ${who.map(({ name }) => name).join(', ')}`).join('; ')
  return {
    dossierId,
    kind: 'filed-together',
    isPublic: true,
    words: {
      vi: `Cùng nộp, ${said((way) => `đã ${saidConfirmed[way].vi}`)}`,
      en: `Filed together, ${said((way) => saidConfirmed[way].en)}`,
    },
    detail: { confirmed: people.map(({ personId, confirmed }) => ({ personId, confirmed })) },
  }
}

/** Keeps who filed together; once filed nobody is added or taken out. */
export async function insertFiledTogether(
  tx: Queries,
  dossierId: string,
  people: readonly FiledTogether[],
): Promise<void> {
  if (people.length === 0) return
  await write(
    tx,
    sql`insert into services.dossier_co_applicant (dossier_id, person_id, name, confirmed_at, confirmed, recorded_by)
      select ${dossierId}, "personId", name, "confirmedAt", confirmed, "recordedBy"
      from jsonb_to_recordset(${json(people)})
        as g ("personId" uuid, name text, "confirmedAt" timestamptz, confirmed text, "recordedBy" text)`,
  )
}

/** Who filed a dossier together with its applicant, in the order of confirming. Of the many filed alone the database is not asked. */
export const filedTogether = async (
  tx: Queries,
  { id, coApplicantIds }: Pick<Dossier, 'id' | 'coApplicantIds'>,
): Promise<FiledTogether[]> =>
  coApplicantIds.length === 0
    ? []
    : rows(
        tx,
        sql<FiledTogether>`select person_id, name, confirmed_at, confirmed, recorded_by from services.dossier_co_applicant
          where dossier_id = ${id} order by confirmed_at, person_id`,
      )
