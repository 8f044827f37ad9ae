import { defineEngine } from '#kernel/operations/engine.ts'
import { nationalPortalContract } from './contract.ts'
import { listHandlers } from './catalogue/delisted-procedures.ts'
import type { NationalProfile } from './declare.ts'
import { filingHandlers } from './incoming/filing-handlers.ts'
import { renewLinks } from './links/renew-links.ts'
import { mostTakenUp, takeUpDossiers } from './outgoing/delivery.ts'
import { tellListeners } from './outgoing/listeners.ts'
import { takeUpAnswers } from './questions/answer-row.ts'
import { answerListeners } from './questions/listeners.ts'
import { wantAnswersChecked } from './questions/check-answers.ts'
import { wantChecked } from './reconciliation/check-deliveries.ts'
import { linkHandlers } from './reconciliation/link-handlers.ts'

export { wantChecked } from './reconciliation/check-deliveries.ts'
export { readLink, standingOf } from './client/link-state.ts'
export { linkRoute } from './links/link-route.ts'
export { readBacklog } from './outgoing/delivery.ts'
export { startNationalPortal } from './start-national-portal.ts'

/** The link with the national portal; without an address of it nothing is written down to be told. */
export const createNationalPortal = ({
  isSetUp,
  profile,
}: {
  readonly isSetUp: boolean
  readonly profile: NationalProfile
}) =>
  defineEngine({
    name: 'nationalPortal',
    contract: nationalPortalContract,
    handlers: { ...linkHandlers(isSetUp, profile), ...filingHandlers, ...listHandlers },
    listeners: isSetUp ? [...tellListeners, ...answerListeners] : [],
    jobs: isSetUp
      ? [
          {
            name: 'take-up-dossiers',
            schedule: '*/10 * * * *',
            async run(ctx) {
              await takeUpDossiers(ctx.tx, ctx.now(), mostTakenUp)
              await takeUpAnswers(ctx.tx, ctx.now(), mostTakenUp)
            },
          },
          {
            name: 'compare-with-national-portal',
            schedule: '45 5 * * *',
            async run(ctx) {
              await wantChecked(ctx.tx)
              await renewLinks(ctx.tx, profile, ctx.now())
              await wantAnswersChecked(ctx.tx)
            },
          },
        ]
      : [],
  })
