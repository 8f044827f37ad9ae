import { rows, run, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { FoundAccount, ImportedAccounts } from '#engines/directory/index.ts'
import { createAccount } from './account.ts'
import { mustManagePerson } from './managed-account.ts'

/** The accounts of officials whom an import of the organisation brings. */
export const importedAccounts: ImportedAccounts = {
  find: (tx, { logins, persons }) =>
    rows(
      tx,
      sql<FoundAccount>`select login, person_id, kind from identity.account
        where merged_into is null and (login = any(${logins}::text[]) or person_id = any(${persons}::uuid[])) order by id`,
    ),

  reach: ({ actor }) => scopeOf(actor, 'account.manage'),

  async open(ctx, personId, login) {
    await mustManagePerson(ctx, personId)
    const id = await createAccount(ctx.tx, { kind: 'staff', personId, login, passwordHash: null })
    ctx.note({ objectType: 'account', objectId: id, subjects: [personId] })
    return id
  },

  used: async (tx, ids) =>
    (
      await rows(
        tx,
        sql<{ login: string }>`select login from identity.account
          where id = any(${ids}::uuid[]) and (last_sign_in_at is not null or password_hash is not null) order by login`,
      )
    ).map(({ login }) => login),

  remove: async (tx, ids) => void (await run(tx, sql`delete from identity.account where id = any(${ids}::uuid[])`)),
}
