import type { Config } from '#kernel/config.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Jobs } from '#kernel/jobs/start-jobs.ts'
import { sendWhenReleased } from '#kernel/restoration/hold.ts'
import { openSecrets } from '#kernel/secrets/secrets.ts'
import { wantChecked } from '#engines/national-portal/index.ts'
import { putAwayWaiting, startSending } from '#engines/notification/index.ts'
import { askInsteadOfTelling, startPaying } from '#engines/payments/index.ts'
import { linkNationalPortal } from './link-national-portal.ts'
import type { Platform } from './start-platform.ts'

/**
 * Everything by which the platform sends something outside by itself: messages, payments under way, the national portal. One gate for all of it:
 * what was restored from a backup sends nothing before it is released (decision 13).
 */
export function startOutside(
  platform: Platform,
  config: Config,
  jobs: Pick<Jobs, 'runClock'>,
  waits: { readonly clockTakesMs?: number } = {},
): { stop(): Promise<void> } {
  const { runner } = platform
  return sendWhenReleased({ ...runner, ...waits, runClock: () => jobs.runClock(), putAway }, async () => {
    const sending = await startSending(
      runner.db,
      {
        smtpUrl: config.smtpUrl,
        from: config.mailFrom,
        sms: config.sms,
        publicUrl: config.publicUrl,
        secrets: openSecrets(config),
        insideHosts: config.insideHosts,
      },
      runner.log,
      runner.now,
    )
    const paying = config.paymentPlatform && startPaying({ ...runner, platform: config.paymentPlatform })
    const national = linkNationalPortal(platform, config)
    return {
      async stop() {
        await sending.stop()
        await paying?.stop()
        await national?.stop()
      },
    }
  })
}

/** What may have left in the time that nobody remembers: not sent again, asked about, or compared. */
async function putAway(tx: Queries, at: Date): Promise<void> {
  await putAwayWaiting(tx)
  await askInsteadOfTelling(tx, at)
  // Records told twice are one there; what it holds otherwise is shown.
  await wantChecked(tx)
}
