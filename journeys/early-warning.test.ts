import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { workingTimeOf } from '#engines/calendar/index.ts'
import { calendar } from '#systems/bac-giang/calendar.ts'
import { copyFinished } from '../src/commands/testing/past-dossiers.ts'
import { runJob } from '../src/commands/testing/run-job.ts'
import { fileDossier, walkTo, type Filed } from '../src/commands/testing/story.ts'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import { openStage, type Stage } from './stage.ts'

/** A head of division finds what will probably be late before it is, why, and what to do about it. */

const workingTime = workingTimeOf(calendar)
const steps = ['receive', 'appraise', 'review', 'sign', 'issue']
let stage: Stage
let citizen: Visitor
let dossier: Filed

beforeAll(async () => {
  stage = await openStage()
  const { test: province } = stage
  citizen = await province.as('congdan')
  const finished = await fileDossier(province, citizen, '1.002809')
  await walkTo(province, finished.id, 'deliver')
  const received = (days: number) => workingTime.openingFrom(instantOf(addDays(dateAt(new Date()), -days), 480))
  const pasts = Array.from({ length: 30 }, (_, at) => ({
    received: received(15 + at),
    took: Object.fromEntries(steps.map((step) => [step, 200 + at * 15])),
    limit: at % 6 === 0 ? 30 * 60 : 60 * 60,
  }))
  const past = await copyFinished(province, workingTime, finished.id, pasts)
  await province.query(
    `insert into reporting.warning (dossier_id, at, deadline, usual, long, remaining, basis, reasons)
      select id, deadline - interval '5 hours', deadline, 1600, 2000, 300, 'body', '[{"kind":"work-left","usual":1600,"left":300}]'
      from services.dossier where id = any($1::uuid[])`,
    [past.filter((_, at) => at % 3 === 0)],
  )
  dossier = await fileDossier(province, citizen, '1.002809')
  await walkTo(province, dossier.id, 'appraise')
  await province.query('update services.dossier set deadline = $2 where id = $1', [
    dossier.id,
    workingTime.addWorkingMinutes(new Date(), 14 * 60),
  ])
  await province.settle()
  await runJob(province.platform, 'count-all-days')
  await runJob(province.platform, 'look-at-all-dossiers')
  await province.settle()
}, 180_000)
afterAll(() => stage?.stop())

describe('before a dossier is late', { timeout: 60_000 }, () => {
  test('its head is led from the inbox to it, reads why, and gives the work to somebody else', async () => {
    const head = await stage.enter({ screen: 'office', as: await stage.test.as('truongphong.gtvt') })
    await head.goTo('/can-bo')
    await head.sees(/hồ sơ có nguy cơ trễ hạn/)
    await head.picture('office/hop-viec-nguy-co')
    await head.press(/hồ sơ có nguy cơ trễ hạn/)
    await head.sees(
      dossier.code,
      /Phần việc còn lại thường cần/,
      /tính từ \d+ hồ sơ đã xong/,
      /Trong \d+ hồ sơ được cảnh báo/,
    )
    await head.picture('office/nguy-co', true)
    await head.showGuides('lanh-dao-5-nguy-co')
    await head.goTo('/can-bo/nguy-co?xem=warned-late')
    await head.sees('Cảnh báo, rồi trễ', /qua-khu/)
    await head.goTo('/can-bo/nguy-co')
    await head.press('Phân công lại')
    await head.sees('Nguy cơ trễ hạn', 'Giao cho')
    await head.picture('office/ho-so-nguy-co')
    await head.goTo('/can-bo/tin-nhan')
    await head.sees(/có nguy cơ trễ hạn/)
  })

  test('it is read on a telephone and without scripts, and nothing runs off its side', async () => {
    const leader = await stage.enter({ screen: 'phone', scripts: false, as: await stage.test.as('giamdoc.gtvt') })
    await leader.goTo('/can-bo/nguy-co')
    await leader.sees(dossier.code, /Phần việc còn lại thường cần/)
    expect(await leader.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await leader.picture('phone/nguy-co', true)
    await leader.goTo(`/can-bo/ho-so/${dossier.id}`)
    await leader.sees('Nguy cơ trễ hạn')
    await leader.picture('phone/ho-so-nguy-co', true)
  })

  test('its applicant is told nothing of it', async () => {
    const applicant = await stage.enter({ screen: 'phone', as: citizen })
    await applicant.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
    await applicant.sees(dossier.code)
    expect(await applicant.reads()).not.toMatch(/nguy cơ/i)
    await applicant.goTo('/trang-cua-toi/tin-nhan')
    expect(await applicant.reads()).not.toMatch(/nguy cơ/i)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
