import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'
let stage: Stage
let who: Person
beforeAll(async () => {
  stage = await openStage()
  who = await stage.enter({ screen: 'office', as: await stage.test.as('thutuc.tinh') })
}, 240_000)
afterAll(() => stage.stop())
test('look', async () => {
  const visitor = await stage.test.as('thutuc.tinh')
  const open = async (code: string) =>
    (await visitor.call('POST', `/services/procedures/${code}/drafts`, {})).body.id as string
  const birth = await open('1.001193')
  const bundle = await open('BG.201')
  const social = await open('1.001776')
  const looks: [string, string, string][] = [
    ['facts', birth, 'phan=mo-ta&o='],
    ['form', birth, 'phan=bieu-mau&o=form.pages.1.fields.0'],
    ['person', birth, 'phan=bieu-mau&o=form.pages.3.fields.0'],
    ['papers', birth, 'phan=giay-to&o=papers.1'],
    ['next', birth, 'phan=quy-trinh&o=process.steps.issue'],
    ['trial', birth, 'phan=quy-trinh&o=process.steps.issue&thu=1'],
    ['fees', birth, 'phan=phi&o=fees.0'],
    ['results', birth, 'phan=ket-qua&o=results.0'],
    ['messages', birth, 'phan=tin-nhan&o='],
    ['member', bundle, 'phan=mo-ta&o=bundle.1'],
    ['computed', social, 'phan=bieu-mau&o=form.pages.2.fields.1'],
  ]
  const broken: string[] = []
  for (const [name, id, query] of looks)
    for (const width of [360, 1366]) {
      await who.page.setViewportSize({ width, height: width === 360 ? 740 : 768 })
      await who.goTo(`/can-bo/thu-tuc/soan/${id}?${query}`)
      await who.picture(`zz/${name}-${width}`, true)
      const wide = await who.page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > width) broken.push(`${name} ${width}: ${wide}`)
    }
  expect(broken).toEqual([])
  expect(stage.complaints()).toEqual([])
}, 240_000)
