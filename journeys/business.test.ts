import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { startRegisters, type Registers } from '#sandbox/business-register/business-register.ts'
import { dateAt } from '#values/plain-date.ts'
import { done, fileDossier, type Filed } from '../src/commands/testing/story.ts'
import { passesOn, resultIsDrafted } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let registers: Registers
let citizen: Person
let dossier: Filed

beforeAll(async () => {
  registers = await startRegisters(0)
  stage = await openStage({ environment: () => Promise.resolve(registers.variables) })
  const visitor = await stage.test.as('congdan')
  dossier = await fileDossier(stage.test, visitor, '1.001612')
  await stage.settle()
  citizen = await stage.enter({ as: visitor })
}, 120_000)
afterAll(async () => {
  await stage.stop()
  await registers.stop()
})

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

  test('a director takes over what the register of enterprises says, by pressing once', async () => {
    const visitor = await stage.test.as('doanhnghiep')
    const today = dateAt(new Date())
    const figures = done(await visitor.call('GET', `/services/known/figures?from=${today}&to=${today}`))
    const code = figures.askEnterprise[0]
    const [own] = done(await visitor.call('GET', `/services/my/represented?code=${code}`))
    const { id } = done(await visitor.call('POST', '/services/drafts', { code, onBehalfOf: own.id }))
    const director = await stage.enter({ screen: 'phone', as: visitor })
    await director.goTo(`/nop/${id}/enterprise`)
    await director.sees('Theo Cơ sở dữ liệu đăng ký doanh nghiệp, ngày 12/03/2026:')
    expect(await director.page.getByLabel('Người đại diện theo pháp luật').inputValue()).toBe('')
    await director.picture('phone/da-biet', true)
    await director.press('Dùng thông tin này')
    await director.page.waitForFunction(
      () => (document.querySelector<HTMLInputElement>('[name="enterprise.representative"]')?.value ?? '') !== '',
    )
    expect(await director.page.getByLabel('Người đại diện theo pháp luật').inputValue()).toBe('Ngô Văn Thắng')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
