import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** A procedure is written without a mouse: whatever is added, moved or taken away, the keys go on from there. */

let stage: Stage
let editor: Person

beforeAll(async () => {
  stage = await openStage({ dossiers: 0 })
  editor = await stage.enter({ screen: 'office', as: await stage.test.as('thutuc.congthuong') })
}, 120_000)
afterAll(() => stage?.stop())

/** What has the keys: its part of the page, its name or what it does, and its text. */
const focused = () =>
  editor.page.evaluate(() => {
    const now = document.activeElement
    return {
      place: now?.closest('[id]:not(input, select, textarea)')?.id ?? '',
      name: now?.getAttribute('name') ?? '',
      value: now instanceof HTMLButtonElement ? now.value : '',
      text: (now?.getAttribute('aria-label') ?? now?.textContent ?? '').trim(),
    }
  })

/** Tab, or Shift and Tab, until the keys are at what says this. */
async function tabTo(text: string | RegExp, key = 'Tab'): Promise<void> {
  const isThere = (said: string) => (typeof text === 'string' ? said.startsWith(text) : text.test(said))
  for (let step = 0; step < 150; step++) {
    await editor.page.keyboard.press(key)
    if (isThere((await focused()).text)) return
  }
  throw new Error(`no way by the keyboard to ${String(text)}`)
}

const enter = () => editor.page.keyboard.press('Enter')
const opens = (element: string) => editor.page.waitForURL(({ searchParams }) => searchParams.get('o') === element)
const leadsTo = (expected: object) => expect.poll(focused, { timeout: 10_000 }).toMatchObject(expected)

async function section(name: string, address: string): Promise<void> {
  await editor.page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await editor.page.keyboard.press('Home')
  await tabTo(name)
  await enter()
  await editor.page.waitForURL(({ searchParams }) => searchParams.get('phan') === address)
  await editor.reads()
}

describe('whoever writes a procedure without a mouse', { timeout: 90_000 }, () => {
  test('begins it', async () => {
    await editor.goTo('/can-bo/thu-tuc')
    await editor.page.getByLabel('Tên thủ tục').focus()
    await editor.page.keyboard.type('Xác nhận tham gia hội chợ thu')
    await editor.page.getByLabel('Mã thủ tục').focus()
    await editor.page.keyboard.type('BG.902')
    await enter()
    await editor.sees('Mô tả thủ tục')
  })

  test('adds papers one after the other, and types into each at once', async () => {
    await section('Giấy tờ', 'giay-to')
    const first = await editor.page.locator('[id^=dong-papers-]').count()
    for (let added = 0; added < 3; added++) {
      await tabTo('Thêm giấy tờ', added === 0 ? 'Tab' : 'Shift+Tab')
      await enter()
      await opens(`papers.${first + added}`)
      await leadsTo({ place: 'o-name', name: 'name.vi' })
      await editor.page.keyboard.type(`Giấy số ${added + 1}`)
    }
    await editor.sees('Giấy số 3')
    await editor.picture('office/them-giay-to-bang-phim')
  })

  test('moves one up twice by one key, pressed again', async () => {
    const last = (await editor.page.locator('[id^=dong-papers-]').count()) - 1
    await tabTo('Lên')
    for (const place of [last - 1, last - 2]) {
      await enter()
      await opens(`papers.${place}`)
      await editor.reads()
      await leadsTo({ name: 'do', value: 'move -1' })
    }
    const papers = await editor.page.locator('[id^=dong-papers-]').allInnerTexts()
    expect(papers.slice(-3).map((line) => /Giấy số \d/.exec(line)?.[0])).toEqual([
      'Giấy số 3',
      'Giấy số 1',
      'Giấy số 2',
    ])
  })

  test('takes them away one by one, and comes to the neighbour each time and to the way of adding at last', async () => {
    const count = () => editor.page.locator('[id^=dong-papers-]').count()
    await tabTo(/^Bỏ$/)
    let left = await count()
    // What takes its place.
    await enter()
    await expect.poll(count, { timeout: 10_000 }).toBe(--left)
    await leadsTo({ place: `dong-papers-${left - 2}` })
    expect((await focused()).text).toContain('Giấy số 1')
    while (left > 0) {
      await enter()
      await editor.page.waitForURL(({ searchParams }) => searchParams.get('o')?.startsWith('papers.') === true)
      await editor.reads()
      await tabTo(/^Bỏ$/)
      await enter()
      await expect.poll(count, { timeout: 10_000 }).toBe(--left)
      if (left > 0) await leadsTo({ place: expect.stringMatching(/^dong-papers-\d+$/) })
    }
    await leadsTo({ place: 'them-papers', value: 'add papers' })
    await enter()
    await opens('papers.0')
    await leadsTo({ name: 'name.vi' })
  })

  test.each([
    ['Phí', 'phi', 'Thêm khoản thu', 'fees.'],
    ['Quy trình', 'quy-trinh', 'Thêm bước', 'process.steps.'],
    ['Biểu mẫu', 'bieu-mau', 'Thêm trường', 'form.pages.0.fields.'],
  ])('in %s comes to the first field of what was added, and back to the list', async (name, address, adds, list) => {
    await section(name, address)
    await tabTo(adds)
    await enter()
    await editor.page.waitForURL(({ searchParams }) => searchParams.get('o')?.startsWith(list) === true)
    await expect.poll(async () => (await focused()).place, { timeout: 10_000 }).toMatch(/^o-/)
    const first = editor.page.locator('#dang-mo').locator('input:not([type=hidden]), select, textarea').first()
    expect(await first.evaluate((one) => one === document.activeElement)).toBe(true)
    const added = new URL(editor.page.url()).searchParams.get('o') ?? ''
    await tabTo(/^Bỏ$/)
    await enter()
    await editor.page.waitForURL(({ searchParams }) => searchParams.get('o') !== added)
    await leadsTo({ place: expect.stringMatching(/^(dong|them)-/) })
  })

  test('is left where they are when something is only opened', async () => {
    await section('Quy trình', 'quy-trinh')
    const before = await focused()
    await editor.page.keyboard.press('j')
    await editor.page.waitForURL(({ searchParams }) => searchParams.get('o') !== '')
    expect((await focused()).name).toBe(before.name)
    await editor.page.keyboard.press('j')
    await editor.page.waitForURL(({ searchParams }) => searchParams.get('o')?.startsWith('process.steps.') === true)
  })

  test('hears no complaint of the browser', () => expect(stage.complaints()).toEqual([]))
})
