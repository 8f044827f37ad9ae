import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { png } from '#engines/files/testing/make-picture.ts'
import { answersTo, completeProcedureOf } from '../src/commands/testing/story.ts'
import { smallPdf } from '../src/commands/testing/test-platform.ts'
import { fillPage, writingOn, type Writing } from './answer.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** The line of a commune is cut for an hour: its counter goes on, and nothing is lost or received twice. */

let stage: Stage
let officer: Person
let answers: Readonly<Record<string, unknown>>
let write: Writing

beforeAll(async () => {
  stage = await openStage()
  officer = await stage.enter({ screen: 'office', as: await stage.test.as('motcua.xa') })
  answers = await answersTo(stage.test, completeProcedureOf('1.004873'))
  write = await writingOn(stage.test)
}, 120_000)
afterAll(() => stage.stop())

const page = '/can-bo/quay/mat-mang'
const received = () =>
  stage.test.query<{ name: string; slip: string; papers: number; minutes: number }>(
    `select d.applicant_name as name, o.slip, (select count(*)::int from services.dossier_paper p where p.dossier_id = d.id) as papers,
        extract(epoch from o.sent_at - d.received_at)::int / 60 as minutes
      from services.offline_reception o join services.dossier d on d.id = o.dossier_id order by o.slip`,
  )

/** Begins an application and fills all of it in but the applicant's name. */
async function begin(number: string): Promise<void> {
  await officer.press('Cấp Giấy xác nhận tình trạng hôn nhân')
  await officer.page.fill('[name="nguoi-nop.personalId"]', number)
  await officer.page.fill('[name="nguoi-nop.phone"]', '0355123987')
  await officer.page.press('[name="nguoi-nop.phone"]', 'Tab')
  // What is typed of the applicant goes into the form first.
  await officer.page.waitForFunction(
    (typed) =>
      [...document.querySelectorAll<HTMLInputElement>('#reception input')].filter(
        ({ value }) => value.replaceAll(' ', '') === typed,
      ).length === 2,
    number,
  )
  await fillPage(officer.page, answers, write, '#reception')
  for (const box of await officer.page.locator('input[name=ban-giay]').all()) await box.check()
}

describe('a counter without a line', { timeout: 120_000 }, () => {
  test('keeps its page while there is a line, and opens it again without one', async () => {
    await officer.goTo(page)
    await officer.sees('Máy này đã giữ sẵn trang')
    await officer.page.context().setOffline(true)
    await officer.page.reload()
    await officer.sees('Nhận hồ sơ mới')
    await officer.picture('office/quay-mat-mang')
  })

  test('says what is missing, keeps what was typed when the machine is turned off, and gives a numbered slip', async () => {
    await begin('024055000777')
    await officer.press('Nhận, in biên nhận tạm')
    await officer.sees('Ghi đủ họ và tên')
    await officer.page.goto('about:blank')
    await officer.goTo(page)
    await officer.press('Mở')
    await officer.page.fill('[name="nguoi-nop.fullName"]', 'Giáp Văn Sáu')
    await officer.page
      .locator('.paper-scan input[type=file]')
      .first()
      .setInputFiles({ name: 'giay-to.pdf', mimeType: 'application/pdf', buffer: smallPdf('scan') })
    await officer.sees('1 tệp giữ ở máy này')
    await officer.picture('office/quay-mat-mang-nhap')
    await officer.press('Nhận, in biên nhận tạm')
    await officer.sees('In biên nhận tạm', /^TN-\d{5}-\d{6}-\w{5}001$/)
    await officer.picture('office/quay-mat-mang-bien-nhan')
    await officer.press('Về danh sách thủ tục')
    await begin('024170000321')
    // The form is about another person by now: of the applicant only what is typed anew goes into it.
    const another = officer.page.locator('[name="applicant.personalId"]')
    const digits = async () => (await another.inputValue()).replaceAll(' ', '')
    const number = await digits()
    await officer.page.fill('[name="nguoi-nop.fullName"]', 'Nguyễn Thị Hồng')
    await officer.page.press('[name="nguoi-nop.fullName"]', 'Tab')
    await officer.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="applicant.fullName"]')?.value === 'Nguyễn Thị Hồng',
    )
    expect(await digits()).toBe(number)
    const scans = officer.page.locator('.paper-scan input[type=file]').first()
    await scans.setInputFiles([
      { name: 'mặt sau.png', mimeType: 'image/png', buffer: png(60, 90) },
      { name: 'mặt trước.png', mimeType: 'image/png', buffer: png(60, 90) },
      { name: 'trang thừa.png', mimeType: 'image/png', buffer: png(30, 30) },
    ])
    const scanAt = (at: number) => officer.page.locator('.page-list li').nth(at)
    await scanAt(1).getByRole('button', { name: 'Lên trước' }).click()
    await scanAt(0).getByText('1. mặt trước.png').waitFor()
    await scanAt(1).getByRole('button', { name: 'Xoay phải' }).click()
    await scanAt(2).getByRole('button', { name: 'Bỏ trang này' }).click()
    await officer.sees('2 tệp giữ ở máy này', 'Các ảnh thành một tệp PDF theo thứ tự này khi gửi.')
    await officer.picture('office/quay-mat-mang-xep-trang')
    await officer.press('Nhận, in biên nhận tạm')
    await officer.sees(/^TN-\d{5}-\d{6}-\w{5}002$/)
    expect(await received()).toEqual([])
  })

  test('is typed in one window at a time, and goes on in the other with all that was typed', async () => {
    await officer.press('Về danh sách thủ tục')
    await begin('024055000888')
    await officer.page.fill('[name="nguoi-nop.fullName"]', 'Lê Văn Bảy')
    await officer.page.press('[name="nguoi-nop.fullName"]', 'Tab')
    await officer.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="applicant.fullName"]')?.value === 'Lê Văn Bảy',
    )
    const other = await officer.page.context().newPage()
    await other.goto(page)
    await other.getByRole('button', { name: 'Mở', exact: true }).first().click()
    await other.getByText('Hồ sơ này đang mở ở cửa sổ khác của máy này.').waitFor()
    await officer.page.fill('[name="nguoi-nop.phone"]', '0355123999')
    await officer.page.press('[name="nguoi-nop.phone"]', 'Tab')
    await officer.page.waitForTimeout(300)
    await officer.press('Về danh sách thủ tục')
    const name = other.locator('[name="nguoi-nop.fullName"]')
    await name.waitFor()
    expect(await name.inputValue()).toBe('Lê Văn Bảy')
    expect(await other.locator('[name="nguoi-nop.phone"]').inputValue()).toBe('0355123999')
    await other.close()
  })

  test('says so when the machine has no room left, and keeps again once there is', async () => {
    await officer.page.getByRole('button', { name: 'Mở', exact: true }).first().click()
    await officer.page.locator('[name="nguoi-nop.phone"]').waitFor()
    // As a browser does whose disk is full: what was asked of its store is given up.
    await officer.page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (...given) {
        const asked = put.apply(this, given)
        asked.addEventListener('success', () => {
          Object.defineProperty(this.transaction, 'error', {
            configurable: true,
            value: new DOMException('', 'QuotaExceededError'),
          })
          this.transaction.abort()
        })
        return asked
      }
      Object.assign(globalThis, { makeRoom: () => void (IDBObjectStore.prototype.put = put) })
    })
    await officer.page.fill('[name="nguoi-nop.phone"]', '0355123000')
    await officer.sees('Máy này hết chỗ: điều vừa nhập, vừa quét chưa được giữ.')
    await officer.picture('office/quay-mat-mang-het-cho')
    await officer.press('Nhận, in biên nhận tạm')
    await officer.sees('Máy này hết chỗ: điều vừa nhập, vừa quét chưa được giữ.')
    expect(await officer.page.getByText('In biên nhận tạm', { exact: true }).count()).toBe(0)
    await officer.page.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom())
    await officer.page.fill('[name="nguoi-nop.phone"]', '0355123999')
    await officer.page.getByText('Máy này hết chỗ').waitFor({ state: 'detached' })
  })

  test('gives slips and deadlines the time of the server, though the clock of the machine ran down', async () => {
    await officer.page.clock.setSystemTime(new Date('2020-01-01T00:05:00+07:00'))
    await officer.page.reload()
    await officer.sees('Đồng hồ máy này chạy lùi.')
    await officer.picture('office/quay-mat-mang-dong-ho')
    await officer.page.getByRole('button', { name: 'Mở', exact: true }).first().click()
    await officer.press('Nhận, in biên nhận tạm')
    await officer.sees(/^TN-\d{5}-2[6-9]\d{4}-\w{5}003$/)
    await officer.page.clock.setSystemTime(new Date())
  })

  test('sends all of it when the line is back, once each, though an answer is lost on the way', async () => {
    const context = officer.page.context()
    const lost = Promise.withResolvers<void>()
    await context.route(
      '**/api/services/reception/*',
      async (route) => {
        await route.fetch()
        await route.abort()
        lost.resolve()
      },
      { times: 1 },
    )
    await context.setOffline(false)
    await lost.promise
    await officer.press('Gửi ngay')
    await officer.page
      .getByText(/Đã gửi, mã H02/)
      .nth(2)
      .waitFor()
    const dossiers = await received()
    expect(dossiers.map(({ name, papers }) => ({ name, papers }))).toEqual([
      { name: 'Giáp Văn Sáu', papers: 1 },
      { name: 'Nguyễn Thị Hồng', papers: 1 },
      { name: 'Lê Văn Bảy', papers: 0 },
    ])
    expect(Math.max(...dossiers.map(({ minutes }) => minutes))).toBeLessThan(10)
    // Upright in front, across behind it; what was left out never left the machine.
    const [joined] = await stage.test.query<{ id: string; pages: number; state: string }>(
      `select f.id, f.pages, f.state from services.dossier_paper p join files.file f on f.id = p.file_id
        join services.dossier d on d.id = p.dossier_id where d.applicant_name = 'Nguyễn Thị Hồng'`,
    )
    expect(joined).toMatchObject({ pages: 2, state: 'accepted' })
    const file = await officer.page.request.get(new URL(`/files/${joined?.id}`, officer.page.url()).href)
    const pdf = await file.body()
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
    expect(boxes.map(([, wide, high]) => Number(wide) > Number(high))).toEqual([false, true])
    await officer.picture('office/quay-mat-mang-da-gui')
    await officer.press('Mở hồ sơ')
    await officer.sees(/Đã nhận khi quầy mất mạng, biên nhận tạm TN-/)
  })
})
