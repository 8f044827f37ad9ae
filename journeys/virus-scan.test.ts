import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rescanContent } from '#engines/files/scan/rescan.ts'
import { makePdf } from '#engines/files/testing/make-pdf.ts'
import { eicar, startClamd, type SimulatedClamd } from '#sandbox/clamd/clamd.ts'
import { licenceExchange, officialAt, submit, writeDraft, type Filed } from '../src/commands/testing/story.ts'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let clamd: SimulatedClamd
let stage: Stage
let visitor: Visitor
let citizen: Person
let draft = ''

beforeAll(async () => {
  clamd = await startClamd({ port: 0 })
  stage = await openStage({ clamdUrl: clamd.url })
  visitor = await stage.test.as('congdan')
  draft = await writeDraft(stage.test, visitor, licenceExchange, { papers: false })
  citizen = await stage.enter({ screen: 'phone', as: visitor })
}, 120_000)
afterAll(async () => {
  await stage.stop()
  await clamd.close()
})

const give = (person: Person, name: string, bytes = makePdf()) =>
  person.page
    .locator('form[data-paper=licence] input[type=file]')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes })

describe('files are scanned for viruses', { timeout: 60_000 }, () => {
  test('one with malware is refused, and its sender is told what to do', async () => {
    await citizen.goTo(`/nop/${draft}/giay-to`)
    await give(citizen, 'virus.pdf', makePdf({ objects: [{ entries: '', bytes: Buffer.from(eicar) }] }))
    await citizen.sees('Chưa gửi được', /Tệp có mã độc nên không nhận/)
    await citizen.picture('phone/giay-to-ma-doc', true)
    await citizen.press(/^Bỏ Giấy phép/)
  })

  test('one that waits for the scanner says so, and goes on by itself without being sent again', async () => {
    let begun = 0
    citizen.page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/uploads')) begun += 1
    })
    clamd.mood = 'error'
    await citizen.goTo(`/nop/${draft}/giay-to`)
    await give(citizen, 'giay-phep.pdf')
    await citizen.sees('Đã gửi đủ, chờ kiểm tra; tự làm tiếp')
    await citizen.picture('phone/giay-to-cho-quet', true)
    await citizen.page.waitForResponse((answer) => answer.request().method() === 'HEAD' && answer.status() === 503)
    clamd.mood = 'well'
    await citizen.sees('Đã nhận đủ')
    expect(begun).toBe(1)
    await citizen.press(/^Bỏ Giấy phép/)
  })

  test('without JavaScript it is not sent again either', async () => {
    const old = await stage.enter({ screen: 'phone', scripts: false, as: visitor })
    await old.goTo(`/nop/${draft}/giay-to`)
    clamd.mood = 'error'
    await give(old, 'giay-phep.pdf')
    await old.page.locator('form[data-paper=licence]').getByRole('button', { name: 'Gửi tệp này' }).click()
    await old.sees('Tệp chưa vào hồ sơ', /đang chờ quét mã độc. Không phải gửi lại/)
    await old.picture('phone/giay-to-cho-quet-khong-script', true)
    // Opened again, from a link or days later, the page still says so.
    await old.goTo(`/nop/${draft}/giay-to`)
    await old.sees(/giay-phep.pdf/, /đang chờ quét mã độc. Không phải gửi lại/)
    await old.picture('phone/giay-to-cho-quet-mo-lai', true)
    clamd.mood = 'well'
    await old.press('Xem đã quét xong chưa')
    await old.sees('Đã nhận đủ', /giay-phep.pdf/)
  })

  test('what newer signatures find is named where it was, and nobody can open it any more', async () => {
    const filed: Filed = await submit(visitor, await writeDraft(stage.test, visitor, licenceExchange))
    Object.assign(clamd, { version: 'ClamAV 1.4.3/27813/Fri Nov 27 08:24:13 2026' })
    clamd.signatures.set('%PDF', 'Pdf.Test')
    const { runner, store, scanner } = stage.test.platform
    await rescanContent(
      { ...runner, store, scanner: scanner as NonNullable<typeof scanner> },
      new AbortController().signal,
    )

    await citizen.goTo(`/trang-cua-toi/ho-so/${filed.id}`)
    await citizen.press('Xem mọi thứ đã gửi')
    await citizen.sees(/Tệp này có mã độc, đã chặn/)
    expect(await citizen.page.locator('a[href^="/files/"]').count()).toBe(0)
    await citizen.picture('phone/ho-so-tep-bi-chan', true)
    await citizen.goTo(`/nop/${draft}/giay-to`)
    await citizen.sees(/Tệp này có mã độc, đã chặn/)
    await citizen.picture('phone/giay-to-bi-chan', true)
    await citizen.goTo(`/nop/${draft}/kiem-tra`)
    await citizen.sees(/Tệp này có mã độc, đã chặn/)

    const sent = await visitor.call('POST', `/services/drafts/${draft}/submission`, { declared: true })
    expect([sent.status, sent.body.code]).toEqual([409, 'fileGone'])

    const official = await stage.enter({ as: await officialAt(stage.test, filed.id, 'receive') })
    await official.goTo(`/can-bo/ho-so/${filed.id}`)
    await official.press(/^Giấy phép lái xe/)
    await official.sees('Tệp này có mã độc, đã chặn.')
    expect(await official.page.locator('iframe[src^="/files/"], a[href^="/files/"]').count()).toBe(0)
    await official.picture('desk/ho-so-tep-bi-chan')
  })
})
