import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { demoPassword } from '../src/demo/accounts.ts'
import { smallPdf } from '../src/commands/testing/test-platform.ts'
import { drawGuidePicture } from './guide-picture.ts'

/** Somebody at a screen, who does what people do: reads, presses, writes. Each act waits until it can be done. */
export interface Person {
  readonly page: Page
  /** What their browser complained of: errors of scripts, of the policy, of loading. */
  readonly complaints: string[]
  goTo(path: string): Promise<void>
  /** On the page where they are, or on that of the office or the portal. */
  signIn(login: string, at?: '/dang-nhap' | '/can-bo/dang-nhap'): Promise<void>
  /** Presses what bears this text: a button, a link, a folded part. */
  press(text: string | RegExp): Promise<void>
  /** Writes into fields by their labels. */
  write(fields: Readonly<Record<string, string>>): Promise<void>
  /** Ticks answers, chips and cards by their text. */
  choose(...texts: (string | RegExp)[]): Promise<void>
  /** Picks an option of a list by its label and text. */
  pick(label: string, text: string): Promise<void>
  /** Gives a small real PDF to the file field of this title. */
  give(title: string, name?: string): Promise<void>
  /** Waits until every one of these texts stands on the page. */
  sees(...texts: (string | RegExp)[]): Promise<void>
  /** The whole text of the page, as it is read. */
  reads(): Promise<string>
  /** Follows a link to a PDF; answers its bytes. */
  fetches(text: string | RegExp): Promise<Buffer>
  /** Keeps a picture in `journeys/pictures/`, in a run with `JOURNEY_PICTURES=write`: drawing takes a third of the time of a screen. */
  picture(name: string, full?: boolean): Promise<void>
  /** Shows the guides what is in sight, under the name that they give it. */
  showGuides(name: string): Promise<void>
}

const pictures = join(import.meta.dirname, 'pictures')
const isWanted = process.env['JOURNEY_PICTURES'] === 'write'

export function createPerson(page: Page, url: string, hasScripts: boolean): Person {
  const complaints = listen(page)
  const isAwake = hasScripts ? untilHydrated : (at: Page) => at.waitForLoadState('load')
  const pressable = (text: string | RegExp) =>
    page
      .getByRole('button', { name: text })
      .or(page.getByRole('link', { name: text }))
      .or(page.locator('summary').filter({ hasText: text }))
      .filter({ visible: true })
      .first()
  const person: Person = {
    page,
    complaints,
    async goTo(path) {
      await page.goto(path)
      await isAwake(page)
    },
    async signIn(login, at) {
      if (at !== undefined) await page.goto(at)
      await page.locator('[name=login]').fill(login)
      await page.locator('[name=password]').fill(demoPassword)
      await Promise.all([
        page.waitForURL((now) => !now.pathname.endsWith('/dang-nhap')),
        page.locator('form [name=password]').press('Enter'),
      ])
      await isAwake(page)
    },
    async press(text) {
      await isAwake(page)
      await pressable(text).click().catch(missing(page, text))
      await isAwake(page)
    },
    async write(fields) {
      await isAwake(page)
      for (const [label, text] of Object.entries(fields))
        await page.getByLabel(label).filter({ visible: true }).first().fill(text)
    },
    async choose(...texts) {
      await isAwake(page)
      for (const text of texts)
        await page.locator('label').filter({ hasText: text, visible: true }).first().click().catch(missing(page, text))
    },
    async pick(label, text) {
      await isAwake(page)
      await page.getByLabel(label).first().selectOption({ label: text })
    },
    async give(title, name = 'giay-to.pdf') {
      await isAwake(page)
      const drop = page
        .getByRole('group', { name: title })
        .or(page.getByRole('row', { name: title }))
        .first()
      await drop
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/pdf', buffer: smallPdf(name) })
    },
    async sees(...texts) {
      for (const text of texts) await shown(page.getByText(text), text)
    },
    async reads() {
      await isAwake(page)
      return page.locator('body').innerText()
    },
    async fetches(text) {
      const href = await pressable(text).getAttribute('href')
      const answer = await page.request.get(new URL(href ?? '', page.url()).href)
      if (!answer.ok()) throw new Error(`${href}: ${answer.status()}`)
      return answer.body()
    },
    async picture(name, full = false) {
      if (!isWanted) return
      await isAwake(page)
      const path = join(pictures, `${name}.png`)
      mkdirSync(dirname(path), { recursive: true })
      await page.screenshot({ path, fullPage: full, animations: 'disabled' })
    },
    async showGuides(name) {
      await isAwake(page)
      await drawGuidePicture(page, name)
    },
  }
  return person

  function listen(from: Page): string[] {
    const heard: string[] = []
    const at = () => from.url().replace(url, '')
    from.on('console', (message) => {
      // What a page or form answers with 401 to 422 is on purpose, and the browser logs each as a failed load.
      if (message.type() === 'error' && !/status of (401|403|404|409|422)/.test(message.text()))
        heard.push(`${at()}: ${message.text()}`)
    })
    from.on('pageerror', (error) => {
      // What was being loaded again when the reader went on is let go, and the framework tells nobody else.
      if (error.message !== 'BodyStreamBuffer was aborted') heard.push(`${at()}: ${error.message}`)
    })
    from.on('response', (answer) => {
      const isAsked = ['document', 'fetch', 'xhr'].includes(answer.request().resourceType())
      if (answer.status() >= (isAsked ? 500 : 400))
        heard.push(`${at()}: ${answer.status()} ${answer.url().replace(url, '')}`)
    })
    return heard
  }
}

async function shown(found: Locator, text: string | RegExp): Promise<void> {
  await found.filter({ visible: true }).first().waitFor().catch(missing(found.page(), text))
}

/** What is not there is told with what is. */
const missing = (page: Page, text: string | RegExp) => async (error: unknown) => {
  const said = await page.locator('#content, body').first().innerText()
  throw new Error(`“${String(text)}” is not on ${page.url()}, which says:\n${said.slice(0, 1500)}`, { cause: error })
}

/**
 * A page with scripts takes a moment until its buttons answer; one without is ready as soon as it is there. Asked in one go: a page
 * that is just being left must not be taken for one without scripts.
 */
export async function untilHydrated(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.waitForFunction(
    () =>
      document.readyState === 'complete' &&
      document.querySelector('.progress-top, form[aria-busy=true]') === null &&
      (document.querySelector('script[type=module]') === null ||
        Object.keys(document.body).some((key) => key.startsWith('__reactFiber'))),
  )
  // The listeners for keys are set in an effect, after that: on a busy machine a key pressed between is lost.
  const isLeft = await page
    .evaluate(() => new Promise((idle) => requestIdleCallback(idle, { timeout: 2000 })))
    .then(() => false, isLeaving)
  // What was pressed before leads to another page, and that only began now.
  if (isLeft) await untilHydrated(page)
}

function isLeaving(error: Error): true {
  if (!error.message.includes('Execution context was destroyed')) throw error
  return true
}
