import { afterAll, beforeAll, expect, test } from 'vitest'
import { licenceExchange, officialAt, submit, walkTo, writeDraft, fileDossier } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 120_000)
afterAll(() => stage.stop())

async function pictures(who: Person, name: string): Promise<void> {
  for (const [width, height] of [[360, 740], [1440, 900]] as const) {
    await who.page.setViewportSize({ width, height })
    await who.picture(`look/${name}-${width}`)
    expect(await who.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
}

test('look', async () => {
  const citizen = await stage.test.as('congdan')
  const postAddress = 'Số 5, đường Hoàng Văn Thụ, thành phố Bắc Giang'
  const filed = await submit(citizen, await writeDraft(stage.test, citizen, licenceExchange, { otherwise: { receiveBy: 'post', postAddress } }))
  await walkTo(stage.test, filed.id, 'deliver')
  const other = await fileDossier(stage.test, citizen, licenceExchange)
  await walkTo(stage.test, other.id, 'deliver')
  const third = await fileDossier(stage.test, citizen, licenceExchange)
  await walkTo(stage.test, third.id, 'appraise')
  const counter = await stage.enter({ screen: 'office', as: await officialAt(stage.test, filed.id, 'deliver') })
  await counter.goTo('/can-bo/tra-ket-qua')
  await pictures(counter, 'tra-ket-qua')
  const specialist = await stage.enter({ screen: 'office', as: await officialAt(stage.test, third.id, 'appraise') })
  await specialist.goTo(`/can-bo/ho-so/${third.id}`)
  await pictures(specialist, 'ho-so')
  await specialist.goTo(`/can-bo?chon=${third.id}`)
  await pictures(specialist, 'hop-viec')
  const nobody = await stage.enter({ screen: 'phone', scripts: false })
  await nobody.goTo('/lap-trinh')
  await pictures(nobody, 'lap-trinh')
  console.log(stage.complaints())
}, 120_000)
