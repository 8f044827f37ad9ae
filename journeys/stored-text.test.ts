import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf } from '../src/commands/testing/browser.ts'
import { hostileTexts, writeHostileText, type Column } from '../src/commands/testing/hostile-text.ts'
import type { Objects } from '../src/commands/testing/whose-objects.ts'
import { showWritten } from '../src/commands/testing/typed-text.ts'
import { findCode, type FoundCode } from './find-code.ts'
import { furnish, type Furnished } from './furnish.ts'
import { furnishMore } from './furnish-more.ts'
import { neverShown, shownElsewhere } from './never-shown.ts'
import { askedFor, openAnswers, papersAndOffers } from './open-answers.ts'
import { openLetters } from './open-letters.ts'
import { office, portal, type Screen, type Seat } from './screens.ts'
import { openStage, type Stage } from './stage.ts'
import { pagesOfNewDrafts, screensOfTyped } from './typed-screens.ts'

/**
 * Whatever stands in the database, in every column that people's words come to, every screen shows it as it was typed, and none of it
 * becomes part of a page (stored XSS; OWASP A03, ASVS V1.1.2, V1.2.1, V1.2.3, V3.2.2).
 */

const nameOf = (screen: Screen) => `${screen.as} ${screen.path}`

interface Sent {
  readonly status: number
  readonly html: string
}

let stage: Stage
let furnished: Furnished
let objects: Objects
/** Every screen before and after, as it was sent. */
let before: Map<Screen, Sent>
let after: Map<Screen, Sent>
/** Screens on which what is known of somebody is offered. */
let begun: readonly Screen[]
let columns: readonly Column[]
/** The columns of which something was found: on screens, and in answers, files and letters. */
const found = { screens: new Set<string>(), others: new Set<string>() }

beforeAll(async () => {
  stage = await openStage()
  furnished = await furnish(stage.test)
  objects = await furnishMore(stage.test)
  const screens = [...portal, ...office, ...(await screensOfTyped(stage.test))]
  before = await openAll([...screens, ...(await pagesOfNewDrafts(stage.test, furnished.people))])
  columns = await writeHostileText(stage.test.url)
  await showWritten(stage.test.url)
  begun = await pagesOfNewDrafts(stage.test, furnished.people)
  after = await openAll([...screens, ...begun])
}, 480_000)
afterAll(() => stage.stop(), 60_000)

async function openAll(screens: readonly Screen[]): Promise<Map<Screen, Sent>> {
  const pages = new Map<Screen, Sent>()
  for (const screen of screens) {
    const answer = await stage.test.platform.app.request(stage.url + furnished.pathOf(screen), {
      headers: { ...browserOf(furnished.people[screen.as]), Origin: stage.url },
    })
    pages.set(screen, { status: answer.status, html: await answer.text() })
  }
  return pages
}

/** The parts of a table are one table: `services.dossier_event_2026.words`. */
const nameAt = (at: number) => (columns[at]?.name ?? '').replace(/_(\d{4}(_\d\d)?|default)\./, '.')
/** What the machine says of itself, and anew while somebody looks. */
const isOfMachine = (name: string) => name.startsWith('operations.')
const noteFound = (where: Set<string>, texts: readonly string[]) => {
  for (const { at } of texts.flatMap(shownIn)) where.add(nameAt(at))
}

/** Which columns are shown in a text, by their number, with what is behind their sign. */
const shownIn = (text: string) =>
  [...text.matchAll(/⟦(\d{1,3})⟧([^⟦]*)/g)].map(([, at, behind = '']) => ({ at: Number(at), behind }))

/** Without what turns letters about or begins another line: names are kept without it. */
const plain = (text: string) => text.replaceAll(/[\u202e\u2066\u2028\u2029\s]+/g, ' ').trim()
/** Whole, or cut where there was no more room. */
const isOf = (hostile: string, text: string) =>
  text.startsWith(hostile) || (text.length > 20 && hostile.startsWith(text))
const isPlainOf = (hostile: string, text: string) => text.startsWith(hostile) && !text.startsWith('<', hostile.length)
const isAsTyped = (text: string) =>
  shownIn(text).every(({ behind }) =>
    hostileTexts.some((hostile) => isOf(hostile, behind) || isPlainOf(plain(hostile), plain(behind))),
  )

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
  const htmlOf = (pages: typeof after) => [...pages.values()].map(({ html }) => html)
  for (const { kinds } of await findCode(parser, htmlOf(before))) for (const kind of kinds) usual.add(kind)
  const amiss: Record<string, unknown> = {}
  const everywhere = await findCode(parser, htmlOf(after))
  for (const [at, [screen, { status }]] of [...after].entries()) {
    const code = everywhere[at] as FoundCode
    noteFound(found.screens, code.texts)
    const was = before.get(screen)?.status ?? 200
    const here = [...amissIn(code, usual), ...(status === was ? [] : [['answer', `${was}, then ${status}`]])]
    if (here.length > 0) amiss[nameOf(screen)] = here
  }
  expect(amiss).toEqual({})
}, 240_000)

test('no answer to a program is read as a page, and each says what was typed', async () => {
  const { citizen, ...others } = furnished.people
  const people = [citizen, ...Object.values(others), await stage.test.as('chuyenvien.tuphap')]
  const answers = await openAnswers(people, objects, {
    asked: await askedFor(stage.test, objects),
    more: papersAndOffers(objects, { begun, ready: furnished.pathOf({ as: 'nobody', path: '{ready}', name: '' }) }),
  })
  const amiss = answers.filter(
    ({ kind, isGuessed, texts }) =>
      isGuessed || kind.includes('html') || kind.includes('svg') || (kind.endsWith('json') && !texts.every(isAsTyped)),
  )
  expect(amiss).toEqual([])
  for (const { texts } of answers) noteFound(found.others, texts)
}, 240_000)

test('an e-mail is plain text', async () => {
  const letters = await openLetters(stage.test)
  expect(letters.length).toBeGreaterThan(10)
  expect(letters.filter(({ kind }) => kind !== 'text/plain')).toEqual([])
  for (const { text } of letters) noteFound(found.others, [text])
})

test('every column that people write into was looked at on a screen, or on what else shows it, or is shown to nobody', () => {
  const all = new Set(columns.map((_, at) => nameAt(at)).filter((name) => !isOfMachine(name)))
  const unseen = all.difference(found.screens)
  expect([...unseen.intersection(found.others)].toSorted()).toEqual(Object.keys(shownElsewhere).toSorted())
  expect([...unseen.difference(found.others)].toSorted()).toEqual(Object.keys(neverShown).toSorted())
  expect(all.size).toBeGreaterThan(200)
})

test('nor does it run, load or lead anywhere where scripts have drawn the page', async () => {
  const parser = await stage.browser.newPage()
  const people = new Map<Seat, Awaited<ReturnType<Stage['enter']>>>()
  const amiss: Record<string, unknown> = {}
  for (const screen of [...fewThatShowMost(), ...begun.filter(isOffering)]) {
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

/** What is known comes beside the page, by a script. */
const isOffering = ({ path }: Screen) => /\/(applicant|enterprise)$/.test(path)

/** Few screens that between them show nearly every column: each shows two at least that none before it does. */
function fewThatShowMost(): Screen[] {
  const shownBy = new Map([...after].map(([screen, { html }]) => [screen, new Set(shownIn(html).map(({ at }) => at))]))
  const chosen: Screen[] = []
  for (;;) {
    const [best, most] = [...shownBy].toSorted(([, one], [, other]) => other.size - one.size)[0] ?? []
    if (best === undefined || most === undefined || most.size < 2) return chosen
    chosen.push(best)
    shownBy.delete(best)
    for (const [screen, shown] of shownBy) shownBy.set(screen, shown.difference(most))
  }
}
