import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { furnish, type Furnished } from './furnish.ts'
import type { Person } from './person.ts'
import { office, portal, type Screen } from './screens.ts'
import { openStage, type Stage } from './stage.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

let stage: Stage
let people: Furnished['people']
let pathOf: Furnished['pathOf']

beforeAll(async () => {
  stage = await openStage()
  const furnished = await furnish(stage.test)
  people = furnished.people
  pathOf = furnished.pathOf
}, 120_000)
afterAll(() => stage.stop())

/** One browser context a person and size, kept from screen to screen. */
const seats = new Map<string, Promise<Person>>()
function seat(as: Screen['as'], screen: 'phone' | 'desk' | 'office'): Promise<Person> {
  const key = `${as} ${screen}`
  const taken = seats.get(key) ?? stage.enter({ screen, as: people[as] })
  seats.set(key, taken)
  return taken
}

/** What axe finds, one line for each kind of fault with the first place. */
async function faultsOf(person: Person, tags: readonly string[] = rules): Promise<string[]> {
  await person.page.evaluate(axe)
  return person.page.evaluate(async (runOnly) => {
    const run = (
      globalThis as unknown as {
        axe: {
          run(
            context: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
        }
      }
    ).axe.run
    const { violations } = await run(document, { runOnly, resultTypes: ['violations'], iframes: false })
    return violations.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary.replaceAll(/\s+/g, ' ').slice(0, 200)}`,
    )
  }, tags)
}

/** The page as the server sent it carries no style attribute: the policy would refuse it. */
async function styleAttributes(person: Person, path: string): Promise<string[]> {
  const html = await (await person.page.request.get(path)).text()
  return html.match(/<[^>]*\sstyle="[^"]*"/g)?.slice(0, 3) ?? []
}

describe.each(portal)('the portal: $name', { timeout: 60_000 }, (screen) => {
  test('has a title, fits a narrow phone, complains of nothing, and keeps to WCAG 2.2 AA', async () => {
    const path = pathOf(screen)
    const phone = await seat(screen.as, 'phone')
    await phone.goTo(path)
    await phone.picture(`portal/${screen.name}-360`, true)
    await phone.page.setViewportSize({ width: 320, height: 640 })
    const tooWide = await phone.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    // What is hidden from eyes must not make the page longer than what is seen of it.
    const belowEnd = await phone.page.evaluate(() => {
      const end = Math.ceil(document.body.getBoundingClientRect().bottom + scrollY)
      return Math.max(0, document.documentElement.scrollHeight - Math.max(end, innerHeight))
    })
    await phone.page.setViewportSize({ width: 360, height: 740 })
    const desk = await seat(screen.as, 'desk')
    await desk.goTo(path)
    await desk.picture(`portal/${screen.name}-1280`)
    if (screen.guide) await desk.showGuides(screen.guide)
    expect({
      tooWide,
      belowEnd,
      title: await phone.page.title(),
      styles: await styleAttributes(phone, path),
      faults: await faultsOf(desk),
      complaints: [...phone.complaints.splice(0), ...desk.complaints.splice(0)],
    }).toEqual({
      tooWide: 0,
      belowEnd: 0,
      title: expect.stringMatching(/\S.* – |Cổng Dịch vụ công/) as string,
      styles: [],
      faults: [],
      complaints: [],
    })
  })
})

describe.each(office.filter(({ as }) => as === 'counter'))('the counter on a phone: $name', (screen) => {
  test('scrolls down only, lists and forms too', { timeout: 60_000 }, async () => {
    const phone = await seat(screen.as, 'phone')
    await phone.goTo(pathOf(screen))
    await phone.picture(`office/${screen.name}-360`, true)
    const tooWide = await phone.page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.pane-body, .block')]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.className),
    )
    expect(tooWide).toEqual([])
  })
})

describe.each(office)('the office: $name', { timeout: 60_000 }, (screen) => {
  test('has a title, complains of nothing, and keeps to WCAG 2.2 AA, its colours also in the dark', async () => {
    const path = pathOf(screen)
    const desk = await seat(screen.as, 'office')
    await desk.goTo(path)
    await desk.picture(`office/${screen.name}`)
    if (screen.guide) await desk.showGuides(screen.guide)
    const faults = await faultsOf(desk)
    // Colours on their way from light to dark are seen by nobody for long.
    await desk.page.emulateMedia({ reducedMotion: 'reduce' })
    await desk.page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
    expect({
      title: await desk.page.title(),
      styles: await styleAttributes(desk, path),
      faults,
      inTheDark: await faultsOf(desk, ['color-contrast']),
      complaints: desk.complaints.splice(0),
    }).toEqual({
      title: expect.stringMatching(/\S/) as string,
      styles: [],
      faults: [],
      inTheDark: [],
      complaints: [],
    })
  })
})
