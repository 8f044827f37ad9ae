import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, openContext, screens } from '../journeys/open-browser.ts'
import { untilHydrated } from '../journeys/person.ts'
import { busyOfficials } from './busy-official.ts'
import { demoInstallation } from './installation.ts'
import { atMost, median, percentile, round, timed, type Row } from './measure.ts'
import { openSlowLine } from './slow-line.ts'

const line = { bitsPerSecond: 2_000_000, roundTripMs: 100, lostShare: 0.01 }
const times = 7
const readingMs = 2000
const portalPages = { 'the portal': '/', 'a procedure': '/thu-tuc/1.000894' } as const

/**
 * What a visitor waits for on a thin line with an empty cache, in a real browser: a phone that opens the portal until its text is painted, an
 * official who opens the inbox until it can be used, and what the official does then, each until it is shown.
 */
export async function measureFirstLoad(): Promise<Row[]> {
  const installation = await demoInstallation()
  const [official = ''] = await busyOfficials(installation.connection, 1)
  const token = await installation.tokenOf(official)
  const served = await installation.serve()
  const slow = await openSlowLine({ hostname: '127.0.0.1', port: Number(new URL(served.url).port) }, line)
  // The platform answers those names only that it has.
  const url = `http://127.0.0.1:${slow.port}`
  const browser = await launchBrowser()
  try {
    const note = `2 Mbit/s, 100 ms, 1 % lost; empty cache; median of ${times}`
    const rows: Row[] = []
    for (const [what, path] of Object.entries(portalPages)) {
      const painted: number[] = []
      for (let time = 0; time < times; time += 1) painted.push(await readPortal(browser, url, path))
      rows.push(
        atMost(`${what} on a phone and a thin line, until it can be read`, median(painted) / 1000, 1.5, 's', {
          note: `${note}; worst ${round(Math.max(...painted))} ms`,
        }),
      )
    }
    const loads: number[] = []
    const acts: number[] = []
    for (let time = 0; time < times; time += 1) {
      const seen = await work(browser, url, token)
      loads.push(seen.load)
      acts.push(...seen.acts)
    }
    return [
      ...rows,
      atMost('the inbox on a thin line, until it can be used', median(loads) / 1000, 4, 's', { note }),
      atMost('then each act in it, p95', percentile(acts, 0.95) / 1000, 0.5, 's', {
        note: `opening a piece of work after ${readingMs / 1000} s of reading, going back; median ${round(median(acts))} ms of ${acts.length}`,
      }),
    ]
  } finally {
    await browser.close()
    await slow.close()
    await served.stop()
  }
}

/** Milliseconds until the largest text or picture of the page was painted. */
async function readPortal(browser: Browser, url: string, path: string): Promise<number> {
  const context = await openContext(browser, url, { viewport: screens.phone })
  try {
    const page = await context.newPage()
    await page.goto(path, { waitUntil: 'load' })
    return await page.evaluate(
      () =>
        new Promise<number>((painted) => {
          new PerformanceObserver((list) => painted(list.getEntries().at(-1)?.startTime ?? Infinity)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          })
        }),
    )
  } finally {
    await context.close()
  }
}

async function work(browser: Browser, url: string, token: string): Promise<{ load: number; acts: number[] }> {
  const context = await openContext(browser, url, { viewport: screens.office })
  try {
    await context.addCookies([{ name: 'session', value: token, url, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    const load = await timed(async () => {
      await page.goto('/can-bo')
      await untilHydrated(page)
    })
    const acts: number[] = []
    // Nobody opens a piece of work before they have read what it is.
    await pause(readingMs)
    for (let time = 0; time < 3; time += 1)
      for (const act of [openDossier, goBack]) {
        // Nobody presses a key before the page listens; waiting for that is none of the act.
        await untilHydrated(page)
        acts.push(await timed(() => act(page)))
      }
    return { load, acts }
  } finally {
    await context.close()
  }
}

async function openDossier(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/can-bo\/ho-so\//, { waitUntil: 'commit' })
  await page.waitForFunction(() => document.querySelector('.progress-top') === null)
}

async function goBack(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'commit' })
  await page.waitForURL(/\/can-bo(\?|$)/, { waitUntil: 'commit' })
  await page.waitForFunction(() => document.querySelector('.progress-top') === null)
}
