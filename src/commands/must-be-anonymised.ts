import { connect, workingRole } from '#kernel/database/connect.ts'
import { find, sql } from '#kernel/database/query.ts'

/** Throws for a copy in which personal data may be left: nobody works with it before it is anonymised to the end. */
export async function mustBeAnonymised(url: string): Promise<void> {
  const { db, close } = connect(url, { size: 1, role: workingRole, name: 'lien-thong start' })
  const unready = await find(db, sql`select 1 from kernel.test_copy where anonymised_at is null`).finally(
    () => void close(),
  )
  if (unready !== undefined)
    throw new Error(
      'this copy is not anonymised to the end: run `lien-thong anonymise --copy` again, it goes on where it was',
    )
}
