import type { Page } from 'playwright-core'
import { read } from '#values/condition.ts'
import { communeLabel } from '#engines/forms/contract.ts'
import { createLookups } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { smallPdf, type TestPlatform } from '../src/commands/testing/test-platform.ts'
import type { Person } from './person.ts'

/** Where the stories live: a commune with a counter of its own. */
const place = '07381'

type Answers = Readonly<Record<string, unknown>>

interface Control {
  readonly name: string
  readonly kind: string
  readonly value: string
}

/** Answers page after page of an application as they ask, until the papers or the last look; `places` names the commune to file at. */
export async function answerQuestions(person: Person, answers: Answers, write: Writing): Promise<void> {
  const { page } = person
  for (let turn = 0; turn < 40; turn++) {
    const step = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    if (step === 'giay-to' || step === 'kiem-tra') return
    await fillPage(page, step === 'place' ? { place } : answers, write)
    await person.press('Tiếp tục')
  }
  throw new Error(`no end of questions: ${page.url()}, which says:\n${(await person.reads()).slice(0, 2000)}`)
}

/** Gives a file to every paper that must be there, then goes on to the last look. */
export async function givePapers(person: Person): Promise<void> {
  const { page } = person
  if (!page.url().endsWith('/giay-to')) return
  await person.reads()
  const wanted = await page
    .locator('form[data-paper]')
    .evaluateAll((forms) =>
      forms
        .filter((form) => !form.textContent?.includes('(nếu có)'))
        .map((form) => (form as HTMLElement).dataset['paper']),
    )
  for (const [at, paper] of wanted.entries()) {
    await page
      .locator(`form[data-paper="${paper}"] input[type=file]`)
      .setInputFiles({ name: `${paper}.pdf`, mimeType: 'application/pdf', buffer: smallPdf(paper) })
    await page.getByText('Đã nhận đủ').nth(at).waitFor()
  }
  await person.press('Tiếp tục')
}

/** How stored answers are written into the boxes of a page. */
export type Writing = (value: unknown) => string

/** Communes are written by name, all else as people write it: `27/11/2026`, `12,5`, `yes`. */
export async function writingOn(test: TestPlatform): Promise<Writing> {
  const today = dateAt(new Date())
  const { communes } = await createLookups(systems.codeLists).on(test.platform.connection.db, today)
  return (value) => {
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    if (typeof value === 'number') return String(value).replace('.', ',')
    const text = typeof value === 'string' ? value : ''
    if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return text.split('-').reverse().join('/')
    const commune = /^\d{5}$/.test(text) ? communes?.find(text, today) : undefined
    return commune === undefined ? text : communeLabel(commune)
  }
}

/** Fills what a page asks with these answers, also what only appears once others are given. Needs no script for the rest. */
export async function fillPage(page: Page, answers: Answers, write: Writing, form = '#question'): Promise<void> {
  const filled = new Set<string>()
  for (let more = true; more;) {
    more = false
    await addRows(page, answers, form)
    for (const control of await controlsOf(page, form)) {
      const key = `${control.name} ${control.kind === 'radio' || control.kind === 'checkbox' ? control.value : ''}`
      if (filled.has(key)) continue
      filled.add(key)
      more = true
      await fill(page, control, answers, write, form)
    }
  }
}

async function fill(
  page: Page,
  { name, kind, value }: Control,
  answers: Answers,
  write: Writing,
  form: string,
): Promise<void> {
  const [, path = name, part] = /^(.*)\.(day|month|year)$/.exec(name) ?? []
  const stored = read(answers, path) ?? read(answers, name)
  const one = page.locator(`${form} [name="${name}"]`)
  if (part !== undefined && typeof stored === 'string') {
    const [year = '', month = '', day = ''] = stored.split('-')
    await one.fill({ year, month, day }[part as 'day'])
  } else if (kind === 'radio' || kind === 'checkbox') {
    const chosen = (Array.isArray(stored) ? stored : [stored]).map(write)
    if (chosen.includes(value)) await page.locator(`${form} [name="${name}"][value="${value}"]`).check({ force: true })
  } else if (kind === 'select' && stored !== undefined) {
    await one.selectOption(Array.isArray(stored) ? stored.map(write) : write(stored))
  } else if (stored !== undefined) {
    await one.fill(write(stored))
  }
}

/** As many rows as there are answers for. */
async function addRows(page: Page, answers: Answers, form: string): Promise<void> {
  for (const button of await page.locator(`${form} button[name^="add:"]`).all()) {
    const path = (await button.getAttribute('name'))?.slice('add:'.length) ?? ''
    const wanted = read(answers, path)
    const there = await page
      .locator(`${form} [name^="${path}."]`)
      .evaluateAll(
        (found, length) => new Set(found.map((one) => (one as HTMLInputElement).name.slice(length).split('.')[0])).size,
        path.length + 1,
      )
    for (let count = there; Array.isArray(wanted) && count < wanted.length; count++) await button.click()
  }
}

const controlsOf = (page: Page, form: string): Promise<Control[]> =>
  page.locator(`${form} :is(input, select, textarea)[name]:not([type=hidden], [type=file])`).evaluateAll((found) =>
    found.map((one) => {
      const control = one as HTMLInputElement
      return { name: control.name, kind: control.tagName === 'SELECT' ? 'select' : control.type, value: control.value }
    }),
  )

/** The code that stands on a receipt. */
export const codeOn = (text: string): string => /[A-Z]\d{2}(?:\.\d+)*-\d{6}-\d{4}/.exec(text)?.[0] ?? ''
