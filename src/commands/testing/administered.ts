import { appoint, createPerson, createPost } from '#engines/directory/index.ts'
import { createAccount } from '#engines/identity/index.ts'
import { civil } from '#values/plain-date.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './test-platform.ts'

export interface Administered {
  readonly province: TestPlatform
  /** The administrator of the department of transport, and that of the province. */
  readonly ofTransport: Visitor
  readonly admin: Visitor
  /** Somebody of that department without an account. */
  readonly newcomer: string
}

/** A province one of whose departments has an administrator of its own. */
export async function startAdministered(): Promise<Administered> {
  const province = await startTestPlatform()
  const { db } = province.platform.connection
  const [unit] = await province.query<{ id: string }>(`select id from directory.unit where code = 'SGTVT'`)
  const from = civil('2020-01-01')
  const place = (fullName: string, name: string) =>
    db.transaction(async (tx) => {
      const personId = await createPerson(tx, { fullName })
      const { id } = await createPost(tx, { unitId: unit?.id ?? '', function: name, title: name, from })
      await appoint(tx, { postId: id, personId, from })
      return personId
    })
  const personId = await place('Vi Thị Hạnh', 'unit-administrator')
  const newcomer = await place('Vi Văn Mới', 'specialist')
  const id = await createAccount(db, { kind: 'staff', personId, login: 'quantri.gtvt', passwordHash: null })
  const ofTransport = await province.asAccount({ id, kind: 'staff' })
  return { province, ofTransport, admin: await province.as('quantri'), newcomer }
}
