import { readConfig } from '#kernel/config.ts'
import { createPortalClient, startNationalPortal } from '#engines/national-portal/index.ts'
import {
  startNationalPortal as simulate,
  type SimulatedNationalPortal,
} from '#sandbox/national-portal/national-portal.ts'
import { systems } from '#systems/index.ts'
import { startTestPlatform, type TestPlatform } from './test-platform.ts'

export interface Linked {
  readonly test: TestPlatform
  readonly portal: SimulatedNationalPortal
  /** Puts the platform's clock forward. */
  pass(ms: number): void
  /** Speaks with the portal until what is asked for holds. */
  until(what: () => Promise<boolean> | boolean): Promise<void>
  /** Until nothing waits to be told or compared. */
  untilTold(): Promise<void>
  stop(): Promise<void>
}

/** The platform and the simulated national portal, which speak only while a test waits for something. */
export async function startLinked(options: { dossiers?: number } = {}): Promise<Linked> {
  const portal = await simulate(0)
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const test = await startTestPlatform({ environment: portal.variables, now, ...options })
  const { nationalPortal: link } = readConfig(portal.variables)
  if (link === undefined) throw new Error('the portal is not set up')
  const { nationalProfile: profile } = systems
  const until: Linked['until'] = async (what) => {
    const client = createPortalClient(link, profile)
    const linking = startNationalPortal({
      runner: test.platform.runner,
      client,
      profile,
      publicUrl: 'http://localhost',
    })
    try {
      while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await linking.stop()
    }
  }
  return {
    test,
    portal,
    pass: (ms) => void (ahead += ms),
    until,
    async untilTold() {
      await test.settle()
      await until(async () => {
        const [left] = await test.query<{ left: number }>(
          `select count(*)::int as left from national_portal.delivery
            where (state = 'sending' or state = 'waiting' and next_at < 'infinity') or is_check_due and state in ('accepted', 'differing')`,
        )
        return left?.left === 0
      })
    },
    async stop() {
      await test.stop()
      await portal.close()
    },
  }
}
