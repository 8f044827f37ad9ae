import { rows, sql } from '#kernel/database/query.ts'
import { isSure } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import { addDays, dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { findArea, getEnterprise, getPerson } from '#engines/directory/index.ts'
import { declaredProfile, type Profile } from '#engines/forms/contract.ts'
import { registerBrakes } from './register-brakes.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'
import type { OpenedDraft } from '../draft/open-draft.ts'
import type { ServicesParts } from '../parts.ts'
import { procedureVersion } from '../procedure/procedure.ts'
import { askRegister, dateSaid } from './ask-register.ts'

/** Where something is known from. */
export type KnownFrom = 'profile' | 'dossier' | 'business-register' | 'population-register'

export type RegisterFrom = Extract<KnownFrom, `${string}-register`>

export const registerNames: Readonly<Record<RegisterFrom, Words>> = {
  'business-register': { vi: 'Cơ sở dữ liệu đăng ký doanh nghiệp', en: 'the register of enterprises' },
  'population-register': { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'the population register' },
}

export interface Known {
  readonly from: KnownFrom
  readonly source: Words
  /** As of which day it is said; null where nobody says. */
  readonly asOf: PlainDate | null
  readonly profile: Profile
}

const asks = keepTries(registerBrakes)

/** Whether a register may be asked for this account now; it counts as asked. Where not, it is as if the register were away. */
function mayAsk({ actor, now }: Context): boolean {
  // Nobody is refused, so nobody is told of a limit.
  const quietly = { now, allow: () => {} }
  const { account } = actor
  if (asks.wait(quietly, { account }) > 0) return false
  asks.count(quietly, { account })
  return true
}

/** So far back an earlier dossier still says something. */
const dossierDays = 730

/** What is known of whoever an application is written for: on their page, in their last dossier, in national registers. */
export async function knownOf(ctx: Context, parts: ServicesParts, opened: OpenedDraft): Promise<Known[]> {
  const found = await Promise.all([
    fromProfile(ctx, opened),
    fromLastDossier(ctx, opened),
    fromBusinessRegister(ctx, parts, opened),
    fromPopulationRegister(ctx, parts, opened),
  ])
  return found.filter((known) => known !== undefined)
}

/** What a draft is filled with when it is begun. */
async function fromProfile({ tx }: Context, { draft }: OpenedDraft): Promise<Known> {
  const person = await getPerson(tx, draft.personId)
  const enterprise = draft.enterpriseId === null ? undefined : await getEnterprise(tx, draft.enterpriseId)
  return {
    from: 'profile',
    source: { vi: 'thông tin ở Trang của tôi', en: 'your page' },
    asOf: null,
    profile: { person: person as never, enterprise: enterprise as never },
  }
}

/** The last dossier that the caller sees of the same person and enterprise. */
async function fromLastDossier(ctx: Context, { draft }: OpenedDraft): Promise<Known | undefined> {
  const [last] = await rows(
    ctx.tx,
    sql<{ code: string; versionId: string; answers: Record<string, unknown>; filedAt: Date }>`
      select d.code, d.version_id, d.answers, d.filed_at from services.dossier d
      where d.applicant_id = ${draft.personId} and d.enterprise_id is not distinct from ${draft.enterpriseId}::uuid
        and d.filed_at > ${addDays(dateAt(ctx.now()), -dossierDays)}::date and ${maySee(dossierAccess(ctx))}
      order by d.filed_at desc, d.id desc limit 1`,
  )
  if (last === undefined) return undefined
  const { form } = await procedureVersion(ctx.tx, last.versionId)
  if (form === undefined) return undefined
  return {
    from: 'dossier',
    source: { vi: `hồ sơ ${last.code}`, en: `dossier ${last.code}` },
    asOf: dateAt(last.filedAt),
    profile: declaredProfile(form, last.answers),
  }
}

const enterpriseCode = /^\d{10}(-\d{3})?$/

/** By the code that was typed, or that of the enterprise in whose name it is written. */
async function fromBusinessRegister(
  ctx: Context,
  { registers }: ServicesParts,
  { draft, procedure }: OpenedDraft,
): Promise<Known | undefined> {
  if (registers.business === undefined) return undefined
  const typed = declaredProfile(procedure.form, draft.answers).enterprise?.['code']
  const code =
    typeof typed === 'string' && typed !== ''
      ? typed
      : draft.enterpriseId === null
        ? ''
        : (await getEnterprise(ctx.tx, draft.enterpriseId)).code
  if (!enterpriseCode.test(code) || !mayAsk(ctx)) return undefined
  const said = await askRegister(registers.business, code)
  if (said?.name === undefined) return undefined
  return {
    from: 'business-register',
    source: registerNames['business-register'],
    asOf: dateSaid(said.updatedOn),
    profile: {
      enterprise: {
        code,
        name: said.name,
        ...(said.representative && { representative: said.representative }),
        ...(await addressOf(ctx, 'address', said)),
      },
    },
  }
}

/** Only of the caller, and only where it is surely them: a number that anybody may have typed opens nothing. */
async function fromPopulationRegister(
  ctx: Context,
  { registers }: ServicesParts,
  { draft }: OpenedDraft,
): Promise<Known | undefined> {
  if (registers.population === undefined || !isSure(ctx.actor) || draft.personId !== ctx.actor.person) return undefined
  const { personalId } = await getPerson(ctx.tx, draft.personId)
  if (personalId === null || !mayAsk(ctx)) return undefined
  const said = await askRegister(registers.population, personalId)
  if (said?.fullName === undefined) return undefined
  const birthDate = dateSaid(said.birthDate)
  return {
    from: 'population-register',
    source: registerNames['population-register'],
    asOf: dateSaid(said.updatedOn),
    profile: {
      person: {
        fullName: said.fullName,
        personalId,
        ...(birthDate && { birthDate }),
        ...(await addressOf(ctx, 'residence', said)),
      },
    },
  }
}

/** An address by our code of the commune; one that we do not know is left out. */
async function addressOf(
  ctx: Context,
  name: 'address' | 'residence',
  { commune, detail }: { commune?: string; detail?: string },
) {
  if (commune === undefined || (await findArea(ctx.tx, commune, dateAt(ctx.now()))) === undefined) return {}
  return { [name]: { commune, ...(detail && { detail }) } }
}
