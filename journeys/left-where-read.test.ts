import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let leader: Person

beforeAll(async () => {
  stage = await openStage({ dossiers: 300 })
  leader = await stage.enter({ screen: 'phone', as: await stage.test.as('chutich.tinh') })
}, 120_000)
afterAll(() => stage.stop())

const height = () => leader.page.evaluate(() => Math.round(window.scrollY))

describe('a long list on a phone', { timeout: 60_000 }, () => {
  let left: number

  test('opens a dossier from its foot at the top of the dossier', async () => {
    await leader.goTo('/can-bo/ho-so')
    const last = leader.page.locator('#content a[href^="/can-bo/ho-so/"]').last()
    await last.scrollIntoViewIfNeeded()

    left = await height()
    expect(left).toBeGreaterThan(400)
    await last.click()
    await leader.page.waitForURL(/\/can-bo\/ho-so\/[^?]+$/)
    await expect.poll(height).toBe(0)
  })

  test('stands where it was left when one goes back to it', async () => {
    await leader.page.goBack()
    await leader.page.waitForURL(/\/can-bo\/ho-so$/)
    await expect.poll(height).toBe(left)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
