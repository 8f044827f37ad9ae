import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { done, draftResult, fileDossier, officialAt, openTasksOf } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A land transfer that is refused: what its applicant reads, owes and takes home. */

let test: TestPlatform
let citizen: Visitor
let id: string

const act = async (step: string, given: object = {}) =>
  done(
    await (
      await officialAt(test, id, step)
    ).call('POST', `/services/dossiers/${id}/actions`, { act: { action: 'complete', step, ...given } }),
  )

beforeAll(async () => {
  test = await startTestPlatform()
  citizen = await test.as('congdan')
  const filed = await fileDossier(test, citizen, '2.000889')
  id = filed.id
  await act('receive')
  for (const { step, consult, assignee } of await openTasksOf(test, id))
    if (consult !== null)
      done(
        await (
          await test.asHolderOf(assignee)
        ).call('POST', `/services/dossiers/${id}/actions`, {
          act: { action: 'answer', step, consult, opinion: 'Đất đang có tranh chấp' },
        }),
      )
  await act('check', { proposal: 'refuse', reason: 'Thửa đất đang có tranh chấp (Luật Đất đai, Điều 188)' })
}, 240_000)
afterAll(() => test.stop())

const mine = async () => done(await citizen.call('GET', `/services/my/dossiers/${id}`))

it('is nowhere said to have changed the land records', async () => {
  const planned = async () => (await mine()).planned.map((step: { name: { vi: string } }) => step.name.vi)
  expect(await planned()).toContain('Vào sổ, phát hành')
  await draftResult(await officialAt(test, id, 'sign'), id)
  await act('sign')
  await act('issue')
  const { history } = await mine()
  const lines = JSON.stringify([history, await planned()])
  expect(lines).toContain('Vào sổ, phát hành: xong')
  expect(lines).not.toContain('Chỉnh lý hồ sơ địa chính')
})

it('is told as refused before the notice is fetched, not merely as ready', async () => {
  const { outcome, nextWords, status } = await mine()
  expect({ outcome, status }).toEqual({ outcome: 'refused', status: 'open' })
  expect(nextWords.vi).toMatch(/^Không được giải quyết, nhận thông báo tại/)
  const { rows } = done(await citizen.call('GET', '/services/my/dossiers'))
  expect(rows.find((row: { id: string }) => row.id === id)).toMatchObject({ outcome: 'refused', nextWords })
})

it('owes no fee that is for what was not granted, and is handed out without one', async () => {
  expect((await mine()).fees).toEqual([])
  await act('deliver', { receiverSeen: true })
  expect(await mine()).toMatchObject({ status: 'ended', outcome: 'refused' })
})

it('bears the letterhead of the branch that signed it, also where it is verified', async () => {
  const paper = done(await citizen.call('GET', `/services/dossiers/${id}/print/result`)) as ArrayBuffer
  const said = readPdf(Buffer.from(paper)).join(' ').replaceAll(/\s+/g, ' ')
  expect(said).toMatch(/CHI NHÁNH VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI/i)
  expect(said).toMatch(/Chi nhánh \S.* đã xem xét hồ sơ/i)
  const { result } = await mine()
  const verified = done(await test.nobody.call('GET', `/services/verify/${result.verificationCode}`))
  expect(verified.unitName).toMatch(/^Chi nhánh/)
})
