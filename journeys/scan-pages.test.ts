import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { png } from '#engines/files/testing/make-picture.ts'
import { smallPdf } from '../src/commands/testing/test-platform.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let officer: Person
let plain: Person

beforeAll(async () => {
  stage = await openStage({ dossiers: 0 })
  officer = await stage.enter({ screen: 'office', as: await stage.test.as('motcua.xa') })
}, 120_000)
afterAll(() => stage.stop())

const scan = (name: string, buffer: Buffer, mimeType: string) => ({ name, buffer, mimeType })

describe('a paper of several pages at the counter', { timeout: 120_000 }, () => {
  test('its scans are put in order, one turned, one left out, and come back as one file', async () => {
    const { page } = officer
    await officer.goTo('/can-bo/quay')
    await officer.press(/^Làm giấy khai sinh cho con$/)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        scan('mặt trước.png', png(60, 90), 'image/png'),
        scan('mặt sau.pdf', smallPdf('sau'), 'application/pdf'),
      ])
    await officer.sees('2 tệp')
    await page.getByRole('link', { name: 'Xếp trang' }).click()
    await officer.sees('Gộp thành một tệp PDF')
    await officer.sees('mặt trước.png')
    const second = await page.locator('.page-list li').nth(1).locator('input[name=page]').inputValue()
    await page.locator('.page-list li').nth(1).getByRole('button', { name: 'Lên trước' }).click()
    expect(await page.locator('.page-list li').first().locator('input[name=page]').inputValue()).toBe(second)
    await page.locator('.page-list select').nth(1).selectOption('90')
    await officer.picture('office/quay-xep-trang')
    await officer.press('Gộp thành một tệp PDF')
    await officer.sees('1 tệp')
  })

  test('without a script pages are numbered and scans added by plain forms', async () => {
    const address = officer.page.url()
    const link = await officer.page.getByRole('link', { name: 'Xếp trang' }).getAttribute('href')
    plain = await stage.enter({ screen: 'phone', scripts: false, as: await stage.test.as('motcua.xa') })
    await plain.goTo(link ?? '')
    await plain.page.locator('input[type=file]').setInputFiles(scan('thêm.png', png(90, 60), 'image/png'))
    await plain.press('Tải lên')
    await plain.sees('thêm.png')
    await plain.page.locator('input[type=number]').last().fill('0')
    await plain.picture('office/quay-xep-trang-may-nho')
    const width = await plain.page.evaluate('document.documentElement.scrollWidth')
    expect(width).toBe(360)
    await plain.press('Gộp thành một tệp PDF')
    await plain.goTo(link ?? '')
    await plain.sees('Trang 3/3')
    await plain.page.locator('input[type=checkbox]').first().check()
    expect(address).toContain('/can-bo/quay')
  })
})
