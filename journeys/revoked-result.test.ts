import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settleDossier } from '../src/commands/testing/settle-dossier.ts'
import { completeProcedureOf, fileDossier, licenceExchange, type Filed } from '../src/commands/testing/story.ts'
import { screens } from './open-browser.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let applicant: Person
let head: Person
let dossier: Filed

const reason = 'Người nộp khai số giấy phép không phải của mình'

beforeAll(async () => {
  stage = await openStage()
  const citizen = await stage.test.as('congdan')
  dossier = await fileDossier(stage.test, citizen, licenceExchange)
  await settleDossier(stage.test, citizen, dossier.id, completeProcedureOf(licenceExchange))
  await stage.settle()
  applicant = await stage.enter({ as: citizen })
  head = await stage.enter({ screen: 'office', as: await stage.test.as('giamdoc.gtvt') })
}, 120_000)
afterAll(() => stage.stop())

/** As it is on a telephone; everything stays on the screen. */
async function onPhone(person: Person, name: string): Promise<void> {
  await person.page.setViewportSize(screens.phone)
  expect(await person.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await person.picture(`${name}-360`, true)
  await person.page.setViewportSize(screens.office)
}

describe('a licence that should not have been given is taken back', { timeout: 60_000 }, () => {
  test('its holder has it, and whoever is shown it can check it', async () => {
    await applicant.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await applicant.sees('Tải kết quả (PDF)')
    expect(await applicant.reads()).not.toContain('thu hồi')
  })

  test('the head of the department reads what it means, and gives the reason', async () => {
    await head.goTo(`/can-bo/ho-so/${dossier.id}?xem=ket-qua`)
    await head.sees('Văn bản hết giá trị ngay, số không dùng lại, không hoàn tác được.')
    await head.write({ 'Lý do thu hồi': 'sai' })
    await head.press('Thu hồi kết quả')
    await head.sees('Chưa làm được')
    expect(await head.page.getByText('Chưa làm được').count()).toBe(1)
    expect(await head.page.getByLabel('Lý do thu hồi').inputValue()).toBe('sai')
    await head.write({
      'Lý do thu hồi': reason,
      'Quyết định thu hồi (số, ngày, nơi ký)': '45/QĐ-SGTVT ngày 27/11/2026',
    })
    await onPhone(head, 'revoked-result-form')
    await head.press('Thu hồi kết quả')
    await head.sees(/Kết quả số .+ đã bị thu hồi/, `Lý do: ${reason}`, 'Không trao, không dùng văn bản này')
    await head.picture('revoked-result-office')
    expect(await head.page.getByRole('button', { name: 'Thu hồi kết quả' }).count()).toBe(0)
    await stage.settle()
  })

  test('its holder reads why, by whom, and where to complain', async () => {
    await applicant.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await applicant.sees('Kết quả đã bị thu hồi', new RegExp(`Lý do: ${reason}`), /45\/QĐ-SGTVT/)
    await onPhone(applicant, 'revoked-result-portal')
    await applicant.goTo('/trang-cua-toi/tin-nhan')
    await applicant.sees(/bị thu hồi/)
    await applicant.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await applicant.press('gửi khiếu nại')
    await applicant.sees(/[Kk]hiếu nại/)
  })

  test('the counter is told before it hands anything over', async () => {
    const counter = await stage.enter({ screen: 'office', as: await stage.test.as('motcua.tinh') })
    await counter.goTo(`/can-bo/tra-ket-qua/${dossier.id}`)
    await counter.sees(/Kết quả số .+ đã bị thu hồi/)
    await onPhone(counter, 'revoked-result-counter')
  })

  test('whoever checks the paper sees that it counts no more, and not why', async () => {
    const [{ code } = { code: '' }] = await stage.test.query<{ code: string }>(
      `select verification_code as code from services.result where dossier_id = $1`,
      [dossier.id],
    )
    const stranger = await stage.enter()
    await stranger.goTo('/kiem-tra')
    await stranger.page.locator('[name=ma]').fill(code)
    await stranger.page.locator('[name=ma]').press('Enter')
    await stranger.sees('Giấy này đã bị thu hồi', 'Thu hồi ngày')
    expect(await stranger.reads()).not.toContain(reason)
    await onPhone(stranger, 'revoked-result-check')
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
