import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { fileDossier, type Filed } from '../src/commands/testing/story.ts'
import { passesOn, resultIsDrafted } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let citizen: Person
let dossier: Filed

beforeAll(async () => {
  stage = await openStage()
  const visitor = await stage.test.as('congdan')
  dossier = await fileDossier(stage.test, visitor, '1.001612')
  await stage.settle()
  citizen = await stage.enter({ as: visitor })
}, 120_000)
afterAll(() => stage.stop())

/** Signs in with the name and password that the demo prints, and finds the dossier in the inbox. */
async function opensFromInbox(login: string): Promise<Person> {
  const official = await stage.enter({ screen: 'office' })
  await official.signIn(login, '/can-bo/dang-nhap')
  await official.goTo(`/can-bo?chon=${dossier.id}`)
  await official.sees(dossier.code)
  return official
}

describe('a household business is registered by the district', { timeout: 90_000 }, () => {
  test('each official works from the inbox; only the draft is written on the page of the dossier', async () => {
    for (const login of ['motcua.huyen', 'chuyenvien.huyen', 'truongphong.huyen']) {
      const official = await opensFromInbox(login)
      if (login === 'chuyenvien.huyen') {
        await official.goTo(`/can-bo/ho-so/${dossier.id}`)
        await resultIsDrafted(official)
        await official.goTo(`/can-bo?chon=${dossier.id}`)
      }
      await passesOn(official)
      await official.sees(new RegExp(`Đã xong bước vừa rồi.*${dossier.code}`))
    }
  })

  test('the specialist issues the certificate, by keys alone', async () => {
    const specialist = await opensFromInbox('chuyenvien.huyen')
    await specialist.goTo(`/can-bo/ho-so/${dossier.id}?xem=ket-qua`)
    await specialist.sees('Kết quả đã được duyệt')
    const before = specialist.page.url()
    await specialist.page.locator('body').press('t')
    await specialist.page.waitForURL((now) => now.href !== before && now.searchParams.has('xong'))
  })

  test('the citizen reads it', async () => {
    await citizen.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    expect(readPdf(await citizen.fetches('Tải kết quả (PDF)')).join(' ')).toContain('HỘ KINH DOANH')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
