import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileDossier, officialAt, walkTo, type Filed } from '../src/commands/testing/story.ts'
import { officialOpens, passesOn, resultIsDrafted } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let dossier: Filed
let specialist: Person

beforeAll(async () => {
  stage = await openStage()
  dossier = await fileDossier(stage.test, await stage.test.as('congdan'), '1.002809')
  await walkTo(stage.test, dossier.id, 'appraise')
  specialist = await officialOpens(stage, dossier, 'appraise')
}, 120_000)
afterAll(() => stage.stop())

const classes = (official: Person) => official.page.getByLabel('Hạng')
const draftKept = async (): Promise<string> => {
  const { rows } = await stage.test.platform.connection.pool.query<{ document: string }>(
    `select document::text from services.result where dossier_id = $1`,
    [dossier.id],
  )
  return rows[0]?.document ?? ''
}
const classesKept = async (): Promise<unknown> => /"label": "Hạng", "value": "([^"]*)"/.exec(await draftKept())?.[1]

const rightOf = async (what: Locator): Promise<number> => {
  const box = await what.boundingBox()
  return (box?.x ?? 0) + (box?.width ?? 0)
}

describe('the draft of a result', { timeout: 60_000 }, () => {
  test('is saved a second after the last key, where it is being written', async () => {
    await resultIsDrafted(specialist)
    await classes(specialist).fill('B1')
    await specialist.sees('Có chữ chưa lưu')
    expect(await specialist.reads()).not.toContain('Đã lưu')
    await specialist.sees(/Đã lưu .* bản 1/)
    expect(await classesKept()).toBe('B1')
    await classes(specialist).press('End')
    await classes(specialist).pressSequentially(', C')
    await specialist.sees(/Đã lưu .* bản 2/)
    expect(await classesKept()).toBe('B1, C')
    await specialist.picture('can-bo/du-thao-tu-luu')
  })

  test('stands in print beside what is written as it was last saved', async () => {
    const shownAnew = specialist.page.waitForResponse((answer) => answer.url().endsWith('/xem/result?ban=3'))
    await classes(specialist).fill('B1, C, D')
    expect((await shownAnew).headers()['content-type']).toBe('application/pdf')
    expect(await classesKept()).toBe('B1, C, D')
    expect(await specialist.page.locator('.paper-frame').getAttribute('src')).toMatch(/ban=3$/)
    await specialist.picture('can-bo/du-thao-va-ban-in')
  })

  test('takes an added paragraph once, however often it is saved while it is written on', async () => {
    await specialist.write({ 'Thêm đoạn': 'Giấy phép thay cho giấy phép cũ.' })
    await specialist.sees(/Đã lưu .* bản 4/)
    await classes(specialist).fill('B1, C, E')
    await specialist.sees(/Đã lưu .* bản 5/)
    expect((await draftKept()).match(/thay cho giấy phép cũ/g)).toHaveLength(1)
  })

  test('goes on as it is typed when the dossier is passed on at once', async () => {
    await classes(specialist).fill('B2, C, D')
    await passesOn(specialist)
    expect(await classesKept()).toBe('B2, C, D')
  })

  test('is kept when another part of the dossier is looked at meanwhile', async () => {
    const head = await officialOpens(stage, dossier, 'review')
    await head.press('Kết quả dự thảo')
    await classes(head).fill('B2, C, E')
    await head.press('Lịch sử')
    await head.press('Kết quả dự thảo')
    await expect.poll(classesKept).toBe('B2, C, E')
  })

  test('is passed on by keys that are all in sight on a common screen, the last one too', async () => {
    const head = await stage.enter({ screen: 'office', as: await officialAt(stage.test, dossier.id, 'review') })
    await head.page.setViewportSize({ width: 1440, height: 900 })
    await head.goTo(`/can-bo?chon=${dossier.id}`)
    await head.sees(dossier.code, 'phím tắt')
    await head.picture('can-bo/thanh-phim-1440')
    const keys = head.page.locator('.keybar ul')
    expect(await rightOf(keys.locator('li').last())).toBeLessThanOrEqual((await rightOf(keys)) + 0.5)
    await passesOn(head)
  })

  test('with a place left empty cannot be signed, and can as soon as it is filled in', async () => {
    const director = await officialOpens(stage, dossier, 'sign')
    await director.press('Kết quả dự thảo')
    await classes(director).fill('')
    await director.sees(/Đã lưu .* bản/)
    await director.goTo(`/can-bo/ho-so/${dossier.id}?xem=ket-qua`)
    await director.sees('Điền đủ rồi mới ký')
    await director.picture('can-bo/du-thao-con-trong')
    await classes(director).fill('B2')
    await director.page.locator('.actions .act-primary', { hasText: 'Chuyển' }).waitFor()
    expect(await classes(director).inputValue()).toBe('B2')
  })

  test('that somebody else has changed is neither written over nor passed on', async () => {
    const director = await officialOpens(stage, dossier, 'sign')
    await director.press('Kết quả dự thảo')
    await director.sees('Nơi nhận, mỗi dòng một nơi')
    const other = await officialAt(stage.test, dossier.id, 'sign')
    await other.call('PUT', `/services/dossiers/${dossier.id}/result`, { template: 'granted' })
    const fresh = await classesKept()
    await classes(director).fill('E')
    await director.press(/^Chuyển/)
    await director.sees('Chữ bạn gõ vẫn còn ở đây')
    expect([await classesKept(), await classes(director).inputValue()]).toEqual([fresh, 'E'])
    expect(new URL(director.page.url()).searchParams.has('xong')).toBe(false)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
