import type { Installation } from './installation.ts'


/**
 * Drafts ready to be sent: the answers and places of the demo's dossiers of a procedure whose one paper is a file, each with a
 * file of its own, spread over so many citizens.
 */
export async function makeDrafts(installation: Installation, count: number, citizens: readonly string[]): Promise<string[][]> {
  const { pool } = installation.connection
  const sha256 = 'b'.repeat(64)
  await pool.query(`insert into files.content (sha256, size, seen_at) values ($1, 1000, now()) on conflict do nothing`, [sha256])
  const { rows } = await pool.query<{ id: string; account: string }>(
    `with source as (
        select version_id, place, answers, row_number() over (order by id) - 1 as nth, count(*) over () as total
        from services.dossier where procedure_code = $1
      ), wanted as (
        select n, gen_random_uuid() as draft, gen_random_uuid() as file, ($2::uuid[])[1 + n % $4] as account from generate_series(0, $3 - 1) n
      ), file as (
        insert into files.file (id, owner_account, name, size, state, media_type, sha256, sent_sha256, created_at)
        select file, account::text, 'giay-to.pdf', 1000, 'accepted', 'application/pdf', $5, $5, now() from wanted
      ), draft as (
        insert into services.draft (id, account_id, person_id, version_id, place, answers, created_at, saved_at, expires_at)
        select w.draft, w.account, a.person_id, s.version_id, s.place, s.answers, now(), now(), now() + interval '30 days'
        from wanted w join identity.account a on a.id = w.account join source s on s.nth = w.n % s.total
      ), paper as (
        insert into services.draft_paper (draft_id, paper, position, file_id) select draft, $6, 0, file from wanted
      )
      select draft as id, account from wanted`,
    [procedure.code, citizens, count, citizens.length, sha256, procedure.paper],
  )
  return citizens.map((account) => rows.filter((row) => row.account === account).map((row) => row.id))
}

/** Làm giấy kết hôn: filed in the commune, so that books of numbers are as many as communes. */
const procedure = { code: '1.000894', paper: 'identities' }

export async function someCitizens({ connection }: Installation, count: number): Promise<string[]> {
  const { rows } = await connection.pool.query<{ id: string }>(`select id from identity.account where kind = 'citizen' order by login limit $1`, [count])
  return rows.map((row) => row.id)
}
