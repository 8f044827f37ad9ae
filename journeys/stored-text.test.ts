import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf } from '../src/commands/testing/browser.ts'
import { hostileTexts, writeHostileText, type Column } from '../src/commands/testing/hostile-text.ts'
import { findCode, type FoundCode } from './find-code.ts'
import { furnish, type Furnished } from './furnish.ts'
import { office, portal, type Screen, type Seat } from './screens.ts'
import { openStage, type Stage } from './stage.ts'

/**
 * Whatever stands in the database, in every column that people's words come to, every screen shows it as it was typed, and none of it
 * becomes part of a page (stored XSS; OWASP A03, ASVS V1.1.2, V1.2.1, V1.2.3, V3.2.2).
 */

const nameOf = (screen: Screen) => `${screen.as} ${screen.path}`

let stage: Stage
let furnished: Furnished
/** Every screen before and after, as it was sent. */
let before: Map<Screen, string>
let after: Map<Screen, string>
let columns: readonly Column[]

beforeAll(async () => {
  stage = await openStage()
  furnished = await furnish(stage.test)
  before = await openAll()
  columns = await writeHostileText(stage.test.url)
  after = await openAll()
}, 480_000)
afterAll(() => stage.stop(), 60_000)

async function openAll(): Promise<Map<Screen, string>> {
  const pages = new Map<Screen, string>()
  for (const screen of [...portal, ...office]) {
    const answer = await stage.test.platform.app.request(stage.url + furnished.pathOf(screen), {
      headers: { ...browserOf(furnished.people[screen.as]), Origin: stage.url },
    })
    pages.set(screen, await answer.text())
  }
  return pages
}

/** Which columns are shown in a text, by their number, with what is behind their sign. */
const shownIn = (text: string) =>
  [...text.matchAll(/⟦(\d{1,3})⟧([^⟦]*)/g)].map(([, at, behind = '']) => ({ at: Number(at), behind }))

const isAsTyped = (text: string) =>
  shownIn(text).every(({ behind }) => hostileTexts.some((hostile) => behind.startsWith(hostile)))

/** What hostile text did to a page that has these kinds of elements, attributes and addresses otherwise. */
const amissIn = ({ kinds, made, broken, texts }: FoundCode, usual: ReadonlySet<string>) =>
  Object.entries({
    unusual: kinds.filter((kind) => !usual.has(kind)),
    made,
    broken,
    changed: texts.filter((text) => !isAsTyped(text)),
  }).filter(([, found]) => found.length > 0)

test('every hostile text would be found, were it put into a page as it is', async () => {
  const parser = await stage.browser.newPage()
  const places: ((text: string) => string)[] = [
    (text) => `<p>⟦0⟧${text}</p>`,
    (text) => `<p title="⟦0⟧${text}"></p>`,
    (text) => `<p title='⟦0⟧${text}'></p>`,
    (text) => `<textarea>⟦0⟧${text}</textarea>`,
    (text) => `<script>start("⟦0⟧${text}")</script>`,
    (text) => `<!-- ⟦0⟧${text} -->`,
    (text) => `<svg><style><![CDATA[⟦0⟧${text}]]></style></svg>`,
  ]
  const whole = ['<html>', '<head>', '<body>']
  const usual = new Set([...whole, '<p>', '[title]', '<textarea>', '<script>', '<svg>', '<style>'])
  const passed: string[] = []
  for (const text of hostileTexts) {
    const found = await findCode(
      parser,
      places.map((place) => place(text)),
    )
    if (found.every((one) => amissIn(one, usual).length === 0)) passed.push(text)
  }
  // Of templates that we do not have, and of letters that somebody may take for others.
  expect(passed).toEqual(hostileTexts.filter((text) => text.startsWith('${') || text.startsWith('＜')))
})

test('hostile text becomes no element, attribute, address or script of any screen, and is shown as it was typed', async () => {
  const parser = await stage.browser.newPage()
  // The health page has one for each trouble, and the machine may come into one meanwhile.
  const usual = new Set(['<article>'])
  for (const { kinds } of await findCode(parser, [...before.values()])) for (const kind of kinds) usual.add(kind)
  const amiss: Record<string, unknown> = {}
  const shown = new Set<string>()
  const everywhere = await findCode(parser, [...after.values()])
  for (const [at, screen] of [...after.keys()].entries()) {
    const found = everywhere[at] as FoundCode
    for (const sign of found.texts.flatMap(shownIn)) shown.add(columns[sign.at]?.name ?? '')
    const here = amissIn(found, usual)
    if (here.length > 0) amiss[nameOf(screen)] = here
  }
  expect(amiss).toEqual({})
  expect(columns.length).toBeGreaterThan(100)
  expect(shown.size).toBeGreaterThan(55)
}, 240_000)

test('nor does it run, load or lead anywhere where scripts have drawn the page', async () => {
  const parser = await stage.browser.newPage()
  const people = new Map<Seat, Awaited<ReturnType<Stage['enter']>>>()
  const amiss: Record<string, unknown> = {}
  for (const screen of fewThatShowMost()) {
    const person = people.get(screen.as) ?? (await stage.enter({ screen: 'office', as: furnished.people[screen.as] }))
    people.set(screen.as, person)
    await person.page.addInitScript(() =>
      Object.assign(globalThis, { lacode: () => Object.assign(globalThis, { hasRun: true }) }),
    )
    await person.goTo(furnished.pathOf(screen))
    const hasRun = await person.page.evaluate(() => 'hasRun' in globalThis)
    const [{ made } = { made: [] }] = await findCode(parser, [await person.page.content()])
    const complaints = person.complaints.splice(0)
    if (hasRun || made.length + complaints.length > 0) amiss[nameOf(screen)] = { hasRun, made, complaints }
  }
  expect(amiss).toEqual({})
}, 240_000)

/** Few screens that between them show nearly every column: each shows two at least that none before it does. */
function fewThatShowMost(): Screen[] {
  const shownBy = new Map([...after].map(([screen, html]) => [screen, new Set(shownIn(html).map(({ at }) => at))]))
  const chosen: Screen[] = []
  for (;;) {
    const [best, most] = [...shownBy].toSorted(([, one], [, other]) => other.size - one.size)[0] ?? []
    if (best === undefined || most === undefined || most.size < 2) return chosen
    chosen.push(best)
    shownBy.delete(best)
    for (const [screen, shown] of shownBy) shownBy.set(screen, shown.difference(most))
  }
}
