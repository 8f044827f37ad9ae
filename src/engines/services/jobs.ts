import type { Context } from '#kernel/operations/context.ts'
import type { Job } from '#kernel/operations/engine.ts'
import { moveJob } from './authoring/move/move-open-dossiers.ts'
import { applyAction } from './work/apply-action.ts'
import { lockDossier } from './dossier/dossier.ts'
import { deleteExpiredDrafts } from './draft/draft.ts'
import { endExpiredInvitations, forgetEndedInvitations } from './co-applicant/ended-invitation.ts'
import { writeHistory } from './dossier/history.ts'
import { closeSupplement, lapsedSupplements, lastSupplement } from './dossier/supplement.ts'
import { takeSilenceForConsent } from './work/silent-consent.ts'
import { forgetActs } from './work/undo-act.ts'

/** What happens by itself: a supplement that never came ends the dossier; a body that was asked and is silent has agreed; old drafts go, and what can no longer be undone. */
export const servicesJobs: readonly Job[] = [
  moveJob,
  { name: 'lapse-supplements', schedule: '5 * * * *', run: lapseSupplements },
  { name: 'take-silence-for-consent', schedule: '*/10 * * * *', run: takeSilenceForConsent },
  {
    name: 'delete-expired-drafts',
    schedule: '20 2 * * *',
    async run(ctx) {
      await endExpiredInvitations(ctx)
      await deleteExpiredDrafts(ctx)
      await forgetEndedInvitations(ctx)
    },
  },
  {
    name: 'forget-acts',
    schedule: '35 * * * *',
    async run(ctx) {
      await forgetActs(ctx)
    },
  },
]

async function lapseSupplements(ctx: Context): Promise<void> {
  for (const { dossierId } of await lapsedSupplements(ctx.tx, ctx.now())) {
    const dossier = await lockDossier(ctx.tx, dossierId)
    const asked = await lastSupplement(ctx.tx, dossierId)
    if (asked === undefined || asked.answeredAt !== null || dossier.status !== 'waiting-applicant') continue
    await closeSupplement(ctx.tx, asked.id, ctx.now())
    await applyAction(ctx, dossier, { action: 'lapse' })
    await writeHistory(ctx, [
      {
        dossierId,
        kind: 'lapsed',
        isPublic: true,
        words: {
          vi: 'Hết hạn bổ sung mà chưa nhận được, hồ sơ kết thúc',
          en: 'Nothing came within the time given; the dossier ends',
        },
      },
    ])
  }
}
