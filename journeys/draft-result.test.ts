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
const classesKept = async (): Promise<unknown> => {
  const { rows } = await stage.test.platform.connection.pool.query<{ document: string }>(
    `select document::text from services.result where dossier_id = $1`,
    [dossier.id],
  )
  return /"label": "Hạng", "value": "([^"]*)"/.exec(rows[0]?.document ?? '')?.[1]
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

  test('stands beside every key of its screen, the last one too', async () => {
    await specialist.page.setViewportSize({ width: 1440, height: 900 })
    await specialist.press('Dữ liệu')
    await specialist.sees('phím tắt')
    await specialist.picture('can-bo/thanh-phim-1440')
    const [keys, last] = await Promise.all([
      specialist.page.locator('.keybar ul').boundingBox(),
      specialist.page.locator('.keybar li').last().boundingBox(),
    ])
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual((keys?.x ?? 0) + (keys?.width ?? 0) + 0.5)
  })

  test('goes on as it is typed when the dossier is passed on at once', async () => {
    await specialist.press('Kết quả dự thảo')
    await specialist.sees('Nơi nhận, mỗi dòng một nơi')
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
    await director.page.locator('.actions .act-primary').waitFor()
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
