import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as engine, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core'

/** Flags of the package for another surroundings: they would hide faults of security, crash with several pages, or draw every frame through an emulated graphics card. */
const unwanted = new Set([
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
])

/** Launches the Chromium that comes with the dependencies; the first launch on a machine unpacks it. */
export async function launchBrowser(): Promise<Browser> {
  const args = chromium.args.filter((flag) => !unwanted.has(flag))
  return engine.launch({ executablePath: await unpacked(), args: [...args, '--disable-gpu'], headless: true })
}

/**
 * The package unpacks to the temporary folder and takes whatever `chromium` it finds there, also of another version or half
 * unpacked by another process; so each version has a folder, which appears whole.
 */
async function unpacked(): Promise<string> {
  const { version } = createRequire(import.meta.url)(
    join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'package.json'),
  ) as { version: string }
  const before = process.env['TMPDIR']
  const folder = join(tmpdir(), `lien-thong-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (!existsSync(join(folder, 'chromium'))) {
    const making = `${folder}-${process.pid}`
    mkdirSync(making, { recursive: true, mode: 0o700 })
    try {
      process.env['TMPDIR'] = making
      await chromium.executablePath()
      if (!existsSync(folder)) renameSync(making, folder)
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
      rmSync(making, { recursive: true, force: true })
    }
  }
  return join(folder, 'chromium')
}

/** Screens that people have. */
export const screens = {
  phone: { width: 360, height: 740 },
  desk: { width: 1280, height: 800 },
  office: { width: 1366, height: 768 },
  kiosk: { width: 1080, height: 1920 },
  board: { width: 1920, height: 1080 },
} as const

/** A context of one person: Vietnamese, on the clock of Vietnam, patient enough for a busy machine. */
export async function openContext(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  })
  context.setDefaultTimeout(Number(process.env['JOURNEY_PATIENCE'] ?? 20_000))
  return context
}
