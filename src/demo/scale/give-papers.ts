import type { Queries } from '#kernel/database/connect.ts'
import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { StoredContent } from '#kernel/storage/content-store.ts'
import { requiredPapers, visibleAnswers, type Answers } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { procedureVersion } from '#engines/services/index.ts'

/** Notes in `growing.paper` what each lived dossier has to bring by its answers. */
export async function planPapers(tx: Queries): Promise<void> {
  const lived = await rows(
    tx,
    sql<{ id: string; versionId: string; answers: Answers }>`select id, version_id, answers from services.dossier`,
  )
  const declared = new Map<string, Awaited<ReturnType<typeof procedureVersion>>>()
  const papers = []
  for (const { id, versionId, answers } of lived) {
    const procedure = declared.get(versionId) ?? (await procedureVersion(tx, versionId))
    declared.set(versionId, procedure)
    const asked = requiredPapers(procedure.papers, visibleAnswers(procedure.form as Form, answers))
    papers.push(...asked.map((paper) => ({ source: id, paper: paper.id, name: paper.name.vi })))
  }
  await run(
    tx,
    sql`create unlogged table growing.paper as
      select * from jsonb_to_recordset(${json(papers)}) as g (source uuid, paper text, name text)`,
  )
  await run(tx, sql`analyze growing.paper`)
}

/** Gives every dossier its papers, each a file of its own with the same bytes: what is in them nobody counts, that they are there everybody does. */
export async function givePapers(tx: Queries, { sha256, size }: StoredContent): Promise<void> {
  await run(
    tx,
    sql`insert into files.content (sha256, size, seen_at, is_read) values (${sha256}, ${size}, now(), true) on conflict do nothing`,
  )
  const given = sql`select growing.copied_id(d.source, d.filed_at, d.mark || paper) as id, d.id as dossier_id, d.number, d.filed_at, d.channel, p.paper, p.name
    from growing.paper p join (
      select m.id, m.source, m.number, m.mark, m.filed_at, a.channel from growing.copy m join growing.answer a using (source)
      union all select source, source, 0, 'lived', filed_at, channel from growing.answer a
        where not exists (select from services.dossier_paper p where p.dossier_id = a.source)
    ) d using (source)`
  await run(
    tx,
    sql`insert into files.file (id, owner_account, name, size, state, media_type, sha256, sent_sha256, pages, created_at, kept_at)
      select id, 'system', name || '.pdf', ${size}, 'accepted', 'application/pdf', ${sha256}, ${sha256}, 1, filed_at - interval '3 minutes', filed_at
      from (${given}) given order by number`,
  )
  await run(
    tx,
    sql`insert into services.dossier_paper (id, dossier_id, paper, position, file_id, added_at, origin)
      select id, dossier_id, paper, 0, id, filed_at, case channel when 'counter' then 'scanned' else 'uploaded' end
      from (${given}) given order by number`,
  )
}
