import { randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '#kernel/database/connect.ts'
import { system } from '#kernel/operations/actor.ts'
import { dateAt } from '#values/plain-date.ts'
import { recordAudit } from '#engines/audit/index.ts'
import { appoint, createPerson, createPost, findUnitByCode } from '#engines/directory/index.ts'
import { createAccount, findLogin, hashPassword } from '#engines/identity/index.ts'

export interface NewAdministrator {
  readonly login: string
  readonly name: string
  /** The code of the unit they sit in, such as `STTTT`. */
  readonly unit: string
}

/**
 * Gives an installation its first administrator: person, post, account, in the trail as the platform's own act. Whoever comes
 * after is appointed on the screens. Answers a password for one use.
 */
export async function makeAdministrator(
  db: Database,
  given: NewAdministrator,
  now: Date,
): Promise<{ login: string; password: string }> {
  const today = dateAt(now)
  const password = randomBytes(12).toString('base64url')
  const passwordHash = await hashPassword(password)
  await db.transaction(async (tx) => {
    const unit = await findUnitByCode(tx, given.unit, today)
    if (unit === undefined) throw new Error(`no unit has the code ${given.unit}`)
    if ((await findLogin(tx, given.login)) !== undefined)
      throw new Error(`an account with the login ${given.login} is there already`)
    const personId = await createPerson(tx, { fullName: given.name })
    const post = await createPost(tx, {
      unitId: unit.id,
      function: 'administrator',
      title: 'Quản trị hệ thống',
      from: today,
    })
    await appoint(tx, { postId: post.id, personId, from: today })
    const account = await createAccount(tx, {
      kind: 'staff',
      personId,
      login: given.login,
      passwordHash,
      mustChangePassword: true,
    })
    await recordAudit(tx, {
      call: { actor: system, language: 'vi', requestId: randomUUID() },
      operation: 'identity.createAccount',
      kind: 'write',
      outcome: 'done',
      at: now,
      notes: [
        {
          objectType: 'account',
          objectId: account,
          subjects: [personId],
          facts: { function: 'administrator', unit: unit.code },
        },
      ],
    })
  })
  return { login: given.login, password }
}
