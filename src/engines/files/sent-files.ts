import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { badRequest } from './bad-request.ts'

/** The path of an operation that takes `paper` and `fileId`, such as `/services/drafts/…/papers`. */
export const readAttach = (given: string): string =>
  /^(\/[\w-]{1,60}){1,8}$/.test(given) ? given : badRequest('attach')

export const readPaper = (given: string): string => (/^[\w.-]{1,80}$/.test(given) ? given : badRequest('paper'))

/** Where a file goes, as it is written down. */
export const placeOf = (attach: string, paper: string): string => `${readAttach(attach)} ${readPaper(paper)}`

/** Files that the caller sent for a place, that came whole and are not there yet: they waited for the virus scan. */
export const listSentFiles = (ctx: Context, attach: string) =>
  rows(
    ctx.tx,
    sql<{ id: string; paper: string; name: string; isScanned: boolean }>`
      select f.id, split_part(u.goes_to, ' ', 2) as paper, f.name, f.state = 'accepted' as is_scanned
      from files.upload u join files.file f on f.id = u.id
      where u.owner_account = ${ctx.actor.account} and starts_with(u.goes_to, ${`${readAttach(attach)} `})
        and (f.state = 'accepted' or f.state = 'received' and u.ended_at is null) order by u.created_at limit 50`,
  )

/** It was put where it goes, or somewhere else: its sender is not reminded of it any more. */
export const forgetPlace = (tx: Queries, id: string): Promise<number> =>
  run(tx, sql`update files.upload set goes_to = null where id = ${id}`)
