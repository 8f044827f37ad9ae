import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { settleDossier } from '../src/commands/testing/settle-dossier.ts'
import { answersTo, completeProcedureOf } from '../src/commands/testing/story.ts'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import { answerQuestions, givePapers, writingOn } from './answer.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

const foodShop = 'BG.201'
const members = ['1.001612', '2.000620', '2.001827'] as const
const results = [/HỘ KINH DOANH/, /bán lẻ rượu/, /an toàn thực phẩm/]

let stage: Stage
let visitor: Visitor
let owner: Person
let dossiers: string[]

beforeAll(async () => {
  stage = await openStage()
  visitor = await stage.test.as('congdan')
  owner = await stage.enter({ as: visitor, screen: 'phone' })
}, 120_000)
afterAll(() => stage.stop())

describe('a shop that sells food and alcohol is opened by one filing', { timeout: 90_000 }, () => {
  test('its owner finds that three procedures go together, and answers once', async () => {
    await owner.goTo(`/thu-tuc/${foodShop}`)
    await owner.sees('Một lần nộp, 3 thủ tục', 'Xin giấy phép bán rượu (')
    await owner.press('Bắt đầu nộp hồ sơ')
    const answers = await answersTo(stage.test, completeProcedureOf(foodShop))
    await answerQuestions(owner, { ...answers, ownsPlace: true }, await writingOn(stage.test))
    await givePapers(owner)
    await owner.choose('Tôi cam đoan')
    await owner.press('Gửi hồ sơ')
    await owner.sees('Đã gửi hồ sơ', 'Một lần nộp, 3 hồ sơ', /Chi cục|Sở Nông nghiệp/)
    await owner.picture('bundle/bien-nhan', true)
  })

  test('each dossier names the others, and who decides on one of them sees what else was filed', async () => {
    const id = new URL(owner.page.url()).pathname.split('/').at(-2) ?? ''
    await owner.goTo(`/trang-cua-toi/ho-so/${id}`)
    await owner.sees('Nộp cùng một lần', /đang giải quyết/)
    await owner.picture('bundle/ho-so', true)
    const others = await owner.page
      .locator('a[href^="/trang-cua-toi/ho-so/"]')
      // Its own further pages are not other dossiers.
      .evaluateAll((links) =>
        links.flatMap((link) => /\/ho-so\/([\da-f-]{36})$/.exec(link.getAttribute('href') ?? '')?.[1] ?? []),
      )
    dossiers = [id, ...others.slice(0, 2)]
    expect(new Set(dossiers).size).toBe(3)
  })

  test('all three are worked through by whoever has a step, and three papers come of them', async () => {
    for (const [at, code] of members.entries()) {
      await settleDossier(stage.test, visitor, dossiers[at] as string, completeProcedureOf(code))
      await owner.goTo(`/trang-cua-toi/ho-so/${dossiers[at]}`)
      const paper = readPdf(await owner.fetches('Tải kết quả (PDF)')).join(' ')
      expect(paper.replaceAll(/\s+/g, ' ')).toMatch(results[at] as RegExp)
    }
    await owner.sees(/mã .*: đã xong/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
