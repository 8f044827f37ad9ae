import { defineEngine } from '#kernel/operations/engine.ts'
import { ask, enter } from './ask.ts'
import { listBodies } from './bodies.ts'
import { petitionsContract } from './contract.ts'
import { denounce } from './denounce.ts'
import { handle } from './handle.ts'
import { petitionListeners } from './listeners.ts'
import { attachToAnswer, attachToOwn, detachFromAnswer } from './attachments/attach-by-account.ts'
import { countPetitions, listPetitions } from './office-list.ts'
import { viewPetition } from './office-view.ts'
import { openIdentity } from './open-identity.ts'
import type { PetitionsParts } from './parts.ts'
import { findAnswered, getAnswered, listAnswered } from './publish.ts'
import { getOfSender, judge, listOwn, supply, viewOfSender } from './sender.ts'

export { sealedFiles, sealFileAnew } from './attachments/seal-files-anew.ts'
export { sealedSenders } from './sealed-sender.ts'
export { attachmentRoutes } from './attachments/code-routes.ts'
export { isSeen as isSeenPetition } from './rights.ts'
export { petitionsFollower } from './reorganization/follow.ts'
export { mayReadAttachment } from './attachments/may-read-attachment.ts'

export const createPetitions = (parts: PetitionsParts) =>
  defineEngine({
    name: 'petitions',
    contract: petitionsContract,
    listeners: petitionListeners(parts.publicUrl),
    handlers: {
      listAnswered: (ctx, input) => listAnswered(ctx.tx, input),
      findAnswered: (ctx, input) => findAnswered(ctx.tx, input),
      getAnswered: (ctx, { code }) => getAnswered(ctx.tx, code),
      listBodies: (ctx, { place }) => listBodies(ctx, place),

      ask: (ctx, input) => ask(ctx, parts, input),
      denounce: (ctx, input) => denounce(ctx, parts, input),
      lookUpPetition: async (ctx, ref) => viewOfSender(ctx, parts, await getOfSender(ctx, ref)),
      listOwnPetitions: (ctx, page) => listOwn(ctx, page),
      getOwnPetition: async (ctx, ref) => viewOfSender(ctx, parts, await getOfSender(ctx, ref)),
      supplyOwnPetition: (ctx, { id, words }) => supply(ctx, parts, { id }, words),
      attachToOwnPetition: (ctx, given) => attachToOwn(ctx, given),
      supplyPetition: (ctx, { lookUpCode, words }) => supply(ctx, parts, { lookUpCode }, words),
      judgeOwnAnswer: (ctx, { id, ...judged }) => judge(ctx, parts, { id }, judged),
      judgeAnswer: (ctx, { lookUpCode, ...judged }) => judge(ctx, parts, { lookUpCode }, judged),

      enterPetition: (ctx, input) => enter(ctx, parts, input),
      listPetitions: (ctx, input) => listPetitions(ctx, parts, input),
      countPetitions: (ctx) => countPetitions(ctx),
      getPetition: (ctx, { id }) => viewPetition(ctx, parts, id),
      handlePetition: (ctx, input) => handle(ctx, parts, input),
      attachToAnswer: (ctx, given) => attachToAnswer(ctx, given),
      detachFromAnswer: (ctx, given) => detachFromAnswer(ctx, given),
      openIdentity: (ctx, input) => openIdentity(ctx, parts, input),
    },
  })
