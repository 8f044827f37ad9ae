import { readConfig } from '#kernel/config.ts'
import { createPortalClient, startNationalPortal } from '#engines/national-portal/index.ts'
import { startNationalPortal as simulate, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { systems } from '#systems/index.ts'
import { startTestPlatform, type TestPlatform } from './test-platform.ts'

export interface Linked {
  readonly test: TestPlatform
  readonly portal: SimulatedNationalPortal
  /** Speaks with the portal until what is asked for holds. */
  until(what: () => Promise<boolean> | boolean): Promise<void>
  stop(): Promise<void>
}

/** The platform and the simulated national portal, which speak only while a test waits for something. */
export async function startLinked(): Promise<Linked> {
  const portal = await simulate(0)
  const test = await startTestPlatform({ environment: portal.variables })
  const publicUrl = 'http://localhost'
  const { nationalPortal: link } = readConfig(portal.variables)
  if (link === undefined) throw new Error('the portal is not set up')
  const { nationalProfile: profile } = systems
  return {
    test,
    portal,
    async until(what) {
      const client = createPortalClient(link, profile)
      const linking = startNationalPortal({ runner: test.platform.runner, client, profile, publicUrl })
      try {
        while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 50))
      } finally {
        await linking.stop()
      }
    },
    async stop() {
      await test.stop()
      await portal.close()
    },
  }
}
