import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { defineEngine } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { searchAreas } from './area.ts'
import { boundaryHandlers } from './boundary/handlers.ts'
import { directoryContract, directoryProblems } from './contract.ts'
import { createDelegation, delegationsOf, findDelegation, revokeDelegation } from './delegation.ts'
import { findPeople } from './find-people.ts'
import { endGuardian, recordGuardian } from './guardian.ts'
import { heldPosts } from './held-post.ts'
import type { ImportedAccounts } from './import/later-engines.ts'
import { importHandlers } from './import/handlers.ts'
import { forgetOldDrafts } from './import/organization-import.ts'
import { changeUnit, createUnit } from './manage-unit.ts'
import {
  leavesInReach,
  arranged,
  mustBeAhead,
  mustBeNew,
  mustHoldThrough,
  refuseReceiver,
  takeLeave,
  tellDelegated,
} from './leave.ts'
import { answerMandate, endMandate, giveMandate, mandatesOf } from './mandate.ts'
import { mustBeSomebodyElse, mustManage, mustManagePost } from './must-manage.ts'
import { createPerson } from './person.ts'
import { appoint, createPost, endAppointment, getPost, placeOfPost, postsOfUnit, setStaffing } from './post.ts'
import { beyondQuota, quotasOf, quotaStanding, setQuota } from './quota.ts'
import type { Follower } from './reorganization/follower.ts'
import { reorganizationHandlers } from './reorganization/handlers.ts'
import { transferHandlers } from './transfer/handlers.ts'
import { bearerOfOrganCode, childUnits, getUnit, searchUnits, versionsOfUnit } from './unit.ts'
import { mustBeVacant } from './vacant.ts'

export type { FoundAccount, ImportedAccounts } from './import/later-engines.ts'
export { mustReachUnit } from './must-manage.ts'
export { permitsBeyond } from './permits-beyond.ts'
export { areaPath, findArea, searchAreas, type AreaRow } from './area.ts'
export type { Reach } from './declare.ts'
export { delegationCounts, heldPosts, readHeldPosts, type HeldPost } from './held-post.ts'
export { attendedKeys } from './attended-keys.ts'
export { appointmentsOf, delegationsTo, type AppointmentRow, type ReceivedDelegation } from './held-history.ts'
export { holdersOfProvince } from './holders-of-province.ts'
export { holdersOfRight } from './holders-of-right.ts'
export { getEnterprise, takeVouchedRepresentative, type EnterpriseRow } from './enterprise.ts'
export { loadAreas, loadRoles, loadUnits } from './load-organization.ts'
export {
  createPerson,
  findPersonByNumber,
  getPerson,
  isSamePerson,
  takeNumberAway,
  takeVerifiedFacts,
  updateContact,
  type Address,
  type NewPerson,
  type PersonRow,
} from './person.ts'
export { mergePerson } from './merge-person.ts'
export { concernedBy, representedBy, type ToldMandate } from './mandate.ts'
export {
  appoint,
  createPost,
  getPost,
  holderOfKey,
  holdersInAgency,
  holdersOf,
  postsOfUnit,
  type PostRow,
} from './post.ts'
export { functionKey, postOrFunction } from './principal.ts'
export { readOrganization } from './read-organization.ts'
export { reaches, takenOver, unitsReached } from './reach.ts'
export type { HoursParts } from './reorganization/hours.ts'
export type {
  DifferingHours,
  Follower,
  HoursKeeper,
  MovedBy,
  TouchedKind,
  TouchedParts,
} from './reorganization/follower.ts'
export { competentFor, type Competent } from './reorganization/competence.ts'
export { savePlan } from './reorganization/reorganization.ts'
export { moveNext, startReorganizing } from './reorganization/start-reorganizing.ts'
export { lotOf, readSuccession, type Succession } from './reorganization/succession.ts'
export { areaToday, divisionAfter, unitToday } from './reorganization/today.ts'
export { bookOf, bookOwner, bookWords, type BookOwner } from './reorganization/books.ts'
export { mustStand, unitsTakenBack } from './reorganization/taking-back.ts'
export type { ToldDelegation } from './leave.ts'
export { doersOf, standIns } from './stand-in.ts'
export { emptyKeys, leaderThen, type Leader, type Leaving } from './transfer/left-behind.ts'
export { mustReachOfficial } from './transfer/reach.ts'
export { prepare as prepareTransfer } from './transfer/prepare.ts'
export { getTransfer, hasLeft, lockTransfer, transfersWhere, type TransferRow } from './transfer/transfer.ts'
export {
  childUnits,
  findUnit,
  findUnitByCode,
  findUnitOfArea,
  getUnit,
  nameOfUnit,
  taxCodeOf,
  unitName,
  unitsByKeys,
  unitTree,
  type UnitRow,
  type UnitTree,
} from './unit.ts'
export { validOn } from './valid-on.ts'

const today = (ctx: Context): PlainDate => dateAt(ctx.now())

/** The posts that the caller holds by appointment, not by delegation. */
const ownPosts = async (ctx: Context) =>
  ctx.actor.person === undefined
    ? []
    : (await heldPosts(ctx.tx, ctx.actor.person, today(ctx))).filter((post) => post.delegationId === null)

/** Given what later engines keep by unit, so that it follows a reorganisation, and how accounts are opened for whom an import brings. */
export const createDirectory = (followers: readonly Follower[], accounts: ImportedAccounts) =>
  defineEngine({
    name: 'directory',
    contract: directoryContract,
    jobs: [
      {
        name: 'forget-old-imports',
        schedule: '20 2 * * *',
        run: forgetOldDrafts,
      },
    ],
    handlers: {
      recordGuardian,
      endGuardian,
      giveMandate,
      listMandates: (ctx) => mandatesOf(ctx),
      answerMandate,
      endMandate: (ctx, { id }) => endMandate(ctx, id),

      findAreas: (ctx, { asOf, ...search }) => searchAreas(ctx.tx, search, asOf ?? today(ctx)),
      findUnits: (ctx, { text, kind, limit, asOf }) => searchUnits(ctx.tx, text, asOf ?? today(ctx), limit, kind),
      listUnits: (ctx, { parentId, asOf }) => childUnits(ctx.tx, parentId ?? null, asOf ?? today(ctx)),

      async getUnit(ctx, { id, asOf }) {
        const on = asOf ?? today(ctx)
        return { ...(await getUnit(ctx.tx, id, on)), posts: await postsOfUnit(ctx.tx, id, on) }
      },

      async createUnit(ctx, input) {
        await mustManage(ctx, input.parentId)
        const unit = await createUnit(ctx.tx, input)
        ctx.note({ objectType: 'unit', objectId: unit.id, facts: { name: unit.name } })
        return unit
      },

      async renameUnit(ctx, { id, name, from }) {
        await mustManage(ctx, id)
        ctx.note({ objectType: 'unit', objectId: id, facts: { name, from } })
        return changeUnit(ctx.tx, id, { name }, from)
      },

      async changeOrganCode(ctx, { id, organCode, from }) {
        await mustManage(ctx, id)
        const bearer = await bearerOfOrganCode(ctx.tx, organCode, id, from)
        if (bearer !== undefined) {
          const message = { vi: `Đang là mã của ${bearer.name}`, en: `It is the code of ${bearer.name}` }
          throw new Problem('organCodeTaken', directoryProblems.organCodeTaken, {
            places: [{ path: 'organCode', message }],
          })
        }
        ctx.note({ objectType: 'unit', objectId: id, facts: { organCode, from } })
        return changeUnit(ctx.tx, id, { organCode }, from)
      },

      async changeTaxCode(ctx, { id, taxCode, from }) {
        await mustManage(ctx, id)
        ctx.note({ objectType: 'unit', objectId: id, facts: { taxCode, from } })
        return changeUnit(ctx.tx, id, { taxCode }, from)
      },

      listUnitVersions: (ctx, { id }) => versionsOfUnit(ctx.tx, id),

      async createPost(ctx, input) {
        await mustManagePost(ctx, input)
        const { id } = await createPost(ctx.tx, input)
        ctx.note({ objectType: 'post', objectId: id, facts: { title: input.title } })
        return { id }
      },

      async appoint(ctx, { personId: known, newPerson, ...input }) {
        const post = await getPost(ctx.tx, input.postId, input.from)
        await mustManagePost(ctx, post)
        if (input.kind === 'regular') await mustBeVacant(ctx.tx, { postId: post.id, from: input.from, until: null })
        const personId =
          known ?? (newPerson === undefined ? fail('invalidInput') : await createPerson(ctx.tx, newPerson))
        mustBeSomebodyElse(ctx, personId)
        const id = await appoint(ctx.tx, { ...input, personId })
        ctx.note({ objectType: 'appointment', objectId: id, subjects: [personId], facts: { post: post.title } })
        return { id, beyondQuota: await beyondQuota(ctx.tx, input.postId, input.from) }
      },

      async listQuotas(ctx, { unitId, asOf }) {
        const { id } = await getUnit(ctx.tx, unitId, asOf ?? today(ctx))
        return {
          standing: await quotaStanding(ctx.tx, id, asOf ?? today(ctx)),
          decided: await quotasOf(ctx.tx, id),
        }
      },

      async setQuota(ctx, { unitId, ...quota }) {
        await mustManage(ctx, unitId)
        ctx.note({ objectType: 'unit', objectId: unitId, facts: { ...quota } })
        return setQuota(ctx.tx, unitId, quota)
      },

      async setStaffing(ctx, { postId, staffing }) {
        const { unitId, staffing: before } = await placeOfPost(ctx.tx, postId)
        await mustManage(ctx, unitId)
        ctx.note({ objectType: 'post', objectId: postId, facts: { staffing, before } })
        return { changed: (await setStaffing(ctx.tx, postId, staffing)) > 0 }
      },

      async endAppointment(ctx, { id, on }) {
        const [held] = await rows(
          ctx.tx,
          sql<{
            unitId: string
            function: string
          }>`select p.unit_id, p.function from directory.appointment a join directory.post p on p.id = a.post_id where a.id = ${id}`,
        )
        if (held === undefined) fail('notFound')
        await mustManagePost(ctx, held)
        const ended = (await endAppointment(ctx.tx, id, on)) > 0
        ctx.note({ objectType: 'appointment', objectId: id, facts: { endedOn: on } })
        return { ended }
      },

      ...reorganizationHandlers(followers),
      ...transferHandlers(followers),
      ...importHandlers({ followers, accounts }),
      ...boundaryHandlers,

      findPeople: (ctx, search) => findPeople(ctx.tx, search, today(ctx)),

      async listDelegations(ctx) {
        const posts = await ownPosts(ctx)
        return delegationsOf(
          ctx.tx,
          posts.map((post) => post.postId),
          today(ctx),
        )
      },

      async delegate(ctx, input) {
        mustBeAhead(ctx, input)
        const held = ctx.actor.person === undefined ? [] : await heldPosts(ctx.tx, ctx.actor.person, today(ctx))
        const own = held.find((post) => post.postId === input.fromPostId)
        if (own?.delegationId) throw new Problem('delegatedOn', directoryProblems.delegatedOn)
        if (own === undefined) throw new Problem('notOwnPost', directoryProblems.notOwnPost)
        const to = await getPost(ctx.tx, input.toPostId, input.from)
        if (to.personId === null) refuseReceiver('vacantPost')
        await mustBeOfAgency(ctx, own.unitId, to.unitId, input.from)
        // Decree 30/2020 art. 13.4: by order sign the heads of what belongs to the agency.
        if (input.kind === 'order' && (own.function !== 'leader' || to.function !== 'head'))
          refuseReceiver('orderToHeads')
        await mustBeNew(ctx, input)
        await mustHoldThrough(ctx.tx, input, [ctx.actor.person ?? '', to.personId])
        const id = await createDelegation(ctx.tx, input, ctx.actor.account)
        ctx.note({ objectType: 'delegation', objectId: id, facts: { from: own.title, to: to.title, kind: input.kind } })
        tellDelegated(ctx, {
          from: input.from,
          to: input.to,
          fromPersonId: ctx.actor.person ?? '',
          fromName: ctx.actor.name,
          toPersonId: to.personId,
        })
        return { id }
      },

      takeLeave,
      listLeaves: (ctx) => leavesInReach(ctx),

      async revokeDelegation(ctx, { id }) {
        const posts = await ownPosts(ctx)
        const given = await findDelegation(ctx.tx, id)
        if (given === undefined) fail('notFound')
        const isOwn = posts.some((post) => post.postId === given.fromPostId)
        const isArranged = given.kind === 'absence' && (await arranged(ctx, [given.fromPostId])).length > 0
        if (!isOwn && !isArranged) fail('notFound')
        const ended = (await revokeDelegation(ctx.tx, id, ctx.now())) > 0
        ctx.note({ objectType: 'delegation', objectId: id })
        return { ended }
      },
    },
  })

/**
 * Who signs in place of a head is a deputy or subordinate of theirs (Decree 30/2020 art. 13): work stays in its agency.
 * @right
 */
async function mustBeOfAgency(ctx: Context, fromUnitId: string, toUnitId: string, on: PlainDate): Promise<void> {
  const [from, to] = [await getUnit(ctx.tx, fromUnitId, on), await getUnit(ctx.tx, toUnitId, on)]
  if (from.agencyId === to.agencyId) return
  refuseReceiver('otherAgency')
}
