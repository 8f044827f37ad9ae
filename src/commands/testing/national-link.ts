import { readConfig } from '#kernel/config.ts'
import type { NationalProfile } from '#engines/national-portal/declare.ts'
import { linkNationalPortal } from '../link-national-portal.ts'
import { startTestPlatform, type TestPlatform } from './test-platform.ts'

/** A national portal that a test started. */
interface Portal {
  readonly variables: Readonly<Record<string, string>>
  close(): Promise<void>
}

export interface Linked<One extends Portal> {
  readonly test: TestPlatform
  readonly portal: One
  /** Puts the platform's clock forward. */
  pass(ms: number): void
  /** Speaks with the portal until what is asked for holds. */
  until(what: () => Promise<boolean> | boolean): Promise<void>
  /** Until nothing that is due waits to be told or compared. */
  untilTold(): Promise<void>
  stop(): Promise<void>
}

/** The platform linked with a national portal; they speak only while a test waits for something. */
export async function startLinked<One extends Portal>(
  portal: One,
  {
    profile,
    ...options
  }: Omit<NonNullable<Parameters<typeof startTestPlatform>[0]>, 'environment' | 'now'> & {
    profile?: NationalProfile
  } = {},
): Promise<Linked<One>> {
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const test = await startTestPlatform({ environment: portal.variables, now, ...options })
  const config = readConfig(portal.variables, { dataDirectory: test.directory, publicUrl: 'http://localhost' })
  const until: Linked<One>['until'] = async (what) => {
    const linking = linkNationalPortal(test.platform, config, profile)
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
          `select count(*)::int as left from (
              select state, next_at, is_check_due from national_portal.delivery union all select state, next_at, is_check_due from national_portal.answer
            ) one where (state = 'sending' or state = 'waiting' and next_at <= $1) or is_check_due and state in ('accepted', 'differing')`,
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
