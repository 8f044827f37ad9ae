import { readConfig } from '#kernel/config.ts'
import {
  startNationalPortal as simulate,
  type SimulatedNationalPortal,
} from '#sandbox/national-portal/national-portal.ts'
import { linkNationalPortal } from '../link-national-portal.ts'
import { startTestPlatform, type TestPlatform } from './test-platform.ts'

export interface Linked {
  readonly test: TestPlatform
  readonly portal: SimulatedNationalPortal
  /** Puts the platform's clock forward. */
  pass(ms: number): void
  /** Speaks with the portal until what is asked for holds. */
  until(what: () => Promise<boolean> | boolean): Promise<void>
  /** Until nothing that is due waits to be told or compared. */
  untilTold(): Promise<void>
  stop(): Promise<void>
}

/** The platform and the simulated national portal, which speak only while a test waits for something. */
export async function startLinked(options: { dossiers?: number } = {}): Promise<Linked> {
  const portal = await simulate(0)
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const test = await startTestPlatform({ environment: portal.variables, now, ...options })
  const config = readConfig(portal.variables, { dataDirectory: test.directory, publicUrl: 'http://localhost' })
  const until: Linked['until'] = async (what) => {
    const linking = linkNationalPortal(test.platform, config)
    try {
      while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await linking?.stop()
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
            where (state = 'sending' or state = 'waiting' and next_at <= $1) or is_check_due and state in ('accepted', 'differing')`,
          [now()],
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
