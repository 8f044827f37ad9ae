import type { Handlers } from '#kernel/operations/engine.ts'
import { findPersonByNumber } from '#engines/directory/index.ts'
import { fileAssisted } from './assisted-filing.ts'
import type { counterContract } from '../contract/counter.ts'
import { hasUnseenAccount } from '#engines/identity/index.ts'
import { countersOf } from './counter.ts'
import { subjectsOf, type Dossier } from '../dossier/dossier.ts'
import { visibleDossiers } from '../dossier/dossier-access.ts'
import { resultAddress } from '../dossier/result-address.ts'
import { handoversOf, makeHandover, readyForHandover, takeHandover } from './handover.ts'
import type { ServicesParts } from '../parts.ts'
import { atReception, rememberOffline, sentBefore } from './offline-reception.ts'
import { pictureReceipt } from './picture-receipt.ts'
import { printHandover } from '../print/dossier-sheets.ts'
import { printResultsDue } from '../print/print-results-list.ts'
import { listDue } from './results-due.ts'
import { printDossierBook } from '../print/print-book.ts'
import { prepareAll, prepareReception, viewCounter } from './prepare-reception.ts'
import { receiveAtCounter } from './receive-at-counter.ts'
import { viewReceipt } from './receipt.ts'

/** What a one-stop counter does. Each of the officer's posts may give one; the counter decides where a dossier is received. */
export const counterHandlers = (parts: ServicesParts): Handlers<typeof counterContract> => ({
  listCounters: async (ctx) => (await countersOf(ctx)).map(viewCounter),

  prepareReception: (ctx, { code, ...asked }) => prepareReception(ctx, code, asked),

  prepareOffline: (ctx) => prepareAll(ctx),

  async findApplicant(ctx, { personalId }) {
    const person = await findPersonByNumber(ctx.tx, personalId)
    if (person === undefined) return null
    ctx.note({ objectType: 'person', objectId: person.id, subjects: [person.id] })
    return {
      id: person.id,
      fullName: person.fullName,
      birthDate: person.birthDate ?? undefined,
      sex: person.sex ?? undefined,
      personalId,
      phone: person.phone ?? undefined,
      email: person.email ?? undefined,
      residence: person.residence ?? undefined,
      accountUnseen: await hasUnseenAccount(ctx.tx, person.id),
    }
  },

  async listResultAddresses(ctx, { dossierIds }) {
    const sent: { dossier: Dossier; address: string }[] = []
    for (const dossier of await visibleDossiers(ctx, dossierIds)) {
      const address = await resultAddress(ctx, parts, dossier)
      if (address !== null) sent.push({ dossier, address })
    }
    ctx.note({
      objectType: 'dossier-list',
      objectId: 'result-addresses',
      subjects: sent.flatMap(({ dossier }) => subjectsOf(dossier)),
      facts: { rows: sent.length },
    })
    return sent.map(({ dossier, address }) => ({ dossierId: dossier.id, address }))
  },

  async receiveAtCounter(ctx, input) {
    const { offline } = input
    if (offline === undefined) return viewReceipt(ctx, parts, await receiveAtCounter(ctx, parts, input))
    const before = await sentBefore(ctx, offline)
    if (before !== undefined) return viewReceipt(ctx, parts, before)
    const received = await receiveAtCounter(atReception(ctx, offline), parts, input)
    await rememberOffline(ctx, received, offline)
    return viewReceipt(ctx, parts, received)
  },

  fileAssisted: fileAssisted(parts),

  pictureReceipt: pictureReceipt(parts),

  listReadyForHandover: (ctx) => readyForHandover(ctx),
  makeHandover: (ctx, { toUnitId, dossierIds }) => makeHandover(ctx, toUnitId, dossierIds),
  listHandovers: (ctx) => handoversOf(ctx),
  takeHandover: (ctx, { id }) => takeHandover(ctx, id),
  printHandover: (ctx, { id }) => printHandover(ctx, parts, id),
  async listResultsDue(ctx, asked) {
    const { counter, page } = await listDue(ctx, asked)
    return { ...page, counterName: counter.name }
  },
  printResultsDue: (ctx, asked) => printResultsDue(ctx, parts, asked),
  printDossierBook: (ctx, { counterId, ...period }) => printDossierBook(ctx, parts, period, counterId),
})
