import { createAccount } from '#engines/identity/index.ts'
import { done, submit, writeDraft, type Filed } from './story.ts'
import type { TestPlatform, Visitor } from './test-platform.ts'

/** Đăng ký kết hôn: one co-applicant, who may answer the man's or the woman's page. */
export const marriage = '1.000894'
/** Giấy phép xây dựng nhà ở: up to ten, without pages of their own. */
export const housePermit = '1.009994'
/** Sang tên sổ đỏ: up to ten, when the land is owned jointly. */
export const landTransfer = '2.000889'

/** The printed citizen of the demo who is named by another. */
export const thang = {
  name: 'Ngô Văn Thắng',
  personalId: '024080004711',
  phone: '0912000678',
}

/** A citizen with an account of their own, invented by the demo; the same number is always the same person. */
export async function anotherCitizen(test: TestPlatform, nth: number) {
  const { rows } = await test.platform.connection.pool.query<{ id: string; name: string; personalId: string }>(
    `select p.id, p.full_name as name, p.personal_id as "personalId" from directory.person p
      where not exists (select from identity.account a where a.person_id = p.id) order by p.personal_id offset $1 limit 1`,
    [nth],
  )
  const { id, name, personalId } = rows[0] as { id: string; name: string; personalId: string }
  const account = await createAccount(test.platform.connection.db, {
    kind: 'citizen',
    personId: id,
    login: personalId,
    passwordHash: '',
  })
  return {
    id,
    named: { name, personalId, phone: '0979000111' },
    visitor: await test.asAccount({ id: account, kind: 'citizen' }),
  }
}

/** An application written to the end by one person that names another; answers the draft and the invitation. */
export async function writeTogether(
  test: TestPlatform,
  writer: Visitor,
  code: string,
  named: object,
): Promise<{ draft: string; invitation: string }> {
  const draft = await writeDraft(test, writer, code)
  const { coApplicantId } = done(await writer.call('POST', `/services/drafts/${draft}/co-applicants`, named))
  return { draft, invitation: coApplicantId }
}

/** Reads the application and confirms what was read. */
export async function confirm(invited: Visitor, invitation: string): Promise<void> {
  const { seen } = done(await invited.call('GET', `/services/invitations/${invitation}`))
  done(await invited.call('POST', `/services/invitations/${invitation}/confirmation`, { seen, declared: true }))
}

/** A dossier that two have filed. */
export async function fileTogether(test: TestPlatform, writer: Visitor, invited: Visitor): Promise<Filed> {
  const { draft, invitation } = await writeTogether(test, writer, marriage, thang)
  await confirm(invited, invitation)
  return submit(writer, draft)
}
