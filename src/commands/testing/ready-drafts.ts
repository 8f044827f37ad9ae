import type pg from 'pg'

/** Content of files that lie nowhere. */
export const madeUp = 'b'.repeat(64)

/** Sang tên sổ đỏ: three papers at least, filed in the commune, decided in the district, so ten books of numbers. */
const procedure = { code: '2.000889', papers: ['contract', 'certificate', 'tax', 'family', 'will'] }

/** So many are made by one statement: none may take longer than any other of the platform's role. */
const portion = 5000

/**
 * Drafts ready to be sent, by citizen: the answers and places of the demo's dossiers of one procedure, each with a file of its own
 * for every paper that may be asked, but for those left out. Without content that was put there the files are rows only; nothing lies in the store.
 */
export async function makeReadyDrafts(
  pool: pg.Pool,
  count: number,
  citizens: readonly string[],
  without: readonly string[] = [],
  sha256 = madeUp,
): Promise<string[][]> {
  await pool.query(
    `insert into files.content (sha256, size, seen_at) values ($1, 1000, now()) on conflict do nothing`,
    [sha256],
  )
  const made: { id: string; account: string }[] = []
  for (let left = count; left > 0; left -= portion) made.push(...(await makePortion(Math.min(left, portion))))
  return citizens.map((account) => made.filter((row) => row.account === account).map((row) => row.id))

  async function makePortion(some: number) {
    const { rows } = await pool.query<{ id: string; account: string }>(
      `with source as (
        select version_id, place, answers, row_number() over (order by id) - 1 as nth, count(*) over () as total
        from (select * from services.dossier where procedure_code = $1 order by id limit 500) few
      ), wanted as (
        select n, gen_random_uuid() as draft, ($2::uuid[])[1 + n % $4] as account from generate_series(0, $3 - 1) n
      ), attached as (
        select draft, account, gen_random_uuid() as file, paper from wanted cross join unnest($6::text[]) as paper
      ), file as (
        insert into files.file (id, owner_account, name, size, state, media_type, sha256, sent_sha256, created_at)
        select file, account::text, 'giay-to.pdf', 1000, 'accepted', 'application/pdf', $5, $5, now() from attached
      ), draft as (
        insert into services.draft (id, account_id, person_id, version_id, place, answers, created_at, saved_at, expires_at)
        select w.draft, w.account, a.person_id, s.version_id, s.place, s.answers, now(), now(), now() + interval '30 days'
        from wanted w join identity.account a on a.id = w.account join source s on s.nth = w.n % s.total
      ), paper as (
        insert into services.draft_paper (draft_id, paper, position, file_id, origin) select draft, paper, 0, file, 'uploaded' from attached
      )
      select draft as id, account from wanted`,
      [
        procedure.code,
        citizens,
        some,
        citizens.length,
        sha256,
        procedure.papers.filter((paper) => !without.includes(paper)),
      ],
    )
    return rows
  }
}

/** Accounts of citizens, always the same ones. */
export async function someCitizens(pool: pg.Pool, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from identity.account where kind = 'citizen' order by login limit $1`,
    [count],
  )
  return rows.map((row) => row.id)
}
