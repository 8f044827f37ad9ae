import { serve } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import type { Organization } from '#engines/directory/declare.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from '../src/commands/testing/test-platform.ts'
import { launchBrowser, openContext, screens } from './open-browser.ts'
import { createPerson, type Person } from './person.ts'

export interface Enters {
  readonly screen?: keyof typeof screens
  /** `false` turns JavaScript off. */
  readonly scripts?: boolean
  /** Whose session they carry already; without it they are nobody yet. */
  readonly as?: Visitor
}

/** Where a story plays: the platform behind a port of this machine, and a browser. */
export interface Stage {
  readonly test: TestPlatform
  readonly url: string
  readonly browser: Browser
  /** Somebody sits down at a screen of their own. */
  enter(how?: Enters): Promise<Person>
  /** Runs what events have to do: messages, figures, read models. */
  settle(): Promise<void>
  /** Everything that the browsers of all who entered complained of, by whoever looked. */
  complaints(): readonly string[]
  stop(): Promise<void>
}

/** `host` is what the browser calls this machine; passkeys are for names, not for addresses. */
export async function openStage({
  host = '127.0.0.1',
  environment,
  ...options
}: {
  host?: string
  dossiers?: number
  now?: () => Date
  clamdUrl?: string
  organization?: Organization
  /** Variables that depend on where the platform will be. */
  environment?: (url: string) => Promise<Readonly<Record<string, string>>>
} = {}): Promise<Stage> {
  // The port is known before the platform starts, so that links and QR codes lead back here.
  const behind: { test?: TestPlatform } = {}
  const server = await new Promise<Server>((resolve) => {
    const started = serve(
      {
        hostname: '127.0.0.1',
        port: 0,
        fetch: (request, env) => behind.test?.platform.app.fetch(request, env) ?? new Response(null, { status: 503 }),
      },
      () => resolve(started as Server),
    )
  })
  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  const [browser, test] = await Promise.all([
    launchBrowser(),
    startTestPlatform({ ...options, environment: await environment?.(url), pages: true, publicUrl: url }),
  ])
  behind.test = test
  const people: Person[] = []
  return {
    test,
    url,
    browser,
    async enter({ screen = 'desk', scripts = true, as } = {}) {
      const context = await openContext(browser, url, {
        viewport: screens[screen],
        javaScriptEnabled: scripts,
        acceptDownloads: true,
      })
      if (as?.token !== undefined)
        await context.addCookies([{ name: 'session', value: as.token, url, httpOnly: true, sameSite: 'Lax' }])
      const person = createPerson(await context.newPage(), url, scripts)
      people.push(person)
      return person
    },
    settle: () => test.settle(),
    complaints: () => people.flatMap((person) => person.complaints),
    async stop() {
      await browser.close()
      await new Promise((closed) => {
        server.close(closed)
        server.closeAllConnections()
      })
      await test.stop()
    },
  }
}
