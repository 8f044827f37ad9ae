import { lowerFirst } from '#values/text.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { weekInWords } from '#engines/calendar/contract.ts'
import { hoursAt } from '#engines/calendar/index.ts'
import { getPerson, findUnit, unitName, type UnitRow } from '#engines/directory/index.ts'
import { communeLabel, resultAddressOf, showing, type Lookups } from '#engines/forms/contract.ts'
import { contactOf, type Contact } from '../dossier/contact.ts'
import type { Procedure } from '../declare.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { PrintParts } from '../parts.ts'
import { procedureOf } from '../procedure/procedure.ts'

/** An address in one line, as it stands inside a sentence; empty where none is known. */
export function addressLine({ address }: Pick<Contact, 'address'>, lookups: Lookups): string {
  const commune = address && lookups.communes?.find(address.commune, lookups.today)
  const place = commune && (address.detail ? lowerFirst(communeLabel(commune)) : communeLabel(commune))
  return [address?.detail, place].filter(Boolean).join(', ')
}

/** Of what a sheet speaks: a dossier, or an application that is still being typed. */
export interface SheetSubject {
  readonly procedure: Procedure
  readonly answers: Readonly<Record<string, unknown>>
  readonly on: PlainDate
  /** When the result is to be fetched. */
  readonly readyOn: PlainDate
  readonly receiverId: string
  readonly ownerId: string
  readonly name: string
  readonly enterpriseName: string | null
  readonly person: Parameters<typeof contactOf>[2] & { readonly sex: 'male' | 'female' | null }
}

/** What most forms share: who files, what for, at which counter. */
export async function sheetAbout(ctx: Context, parts: PrintParts, subject: SheetSubject) {
  const { procedure, answers, on, person } = subject
  const ownerName = await unitName(ctx.tx, subject.ownerId, on)
  const receiverName = await unitName(ctx.tx, subject.receiverId, on)
  const lookups = await parts.lookups.on(ctx.tx, on)
  const contact = contactOf(procedure, answers, person)
  const address = addressLine(contact, lookups)
  const view = showing('vi', lookups, answers, true)
  const sentTo = procedure.form && resultAddressOf(procedure.form, answers, view)
  const { week } = await hoursAt(ctx, subject.receiverId, subject.readyOn)
  const natural = person.sex === 'male' ? 'Ông' : person.sex === 'female' ? 'Bà' : 'Ông/Bà'
  return {
    procedure,
    ownerName,
    receiverName,
    resultPlace:
      sentTo === undefined
        ? `${receiverName} (giờ làm việc: ${lowerFirst(weekInWords(week, 'vi'))})`
        : `địa chỉ ${sentTo} (gửi qua bưu điện)`,
    party: {
      title: subject.enterpriseName ? 'Tổ chức' : natural,
      name: subject.enterpriseName ?? subject.name,
      ...(address === '' ? {} : { address }),
      ...(contact.phone === null ? {} : { phone: contact.phone }),
      ...(contact.email === null ? {} : { email: contact.email }),
    },
    printedProcedure: { name: procedure.name.vi, code: procedure.code, agency: ownerName },
  }
}

/** The same of one dossier, and where the sheet is checked. */
export const sheetOf = async (ctx: Context, parts: PrintParts, dossier: Dossier) => ({
  ...(await sheetAbout(ctx, parts, {
    procedure: await procedureOf(ctx.tx, dossier),
    answers: dossier.answers,
    on: dateAt(dossier.filedAt),
    readyOn: dateAt(dossier.promised ?? dossier.deadline),
    receiverId: dossier.receiverId,
    ownerId: dossier.ownerId,
    name: dossier.applicantName,
    enterpriseName: dossier.enterpriseName,
    person: await getPerson(ctx.tx, dossier.applicantId),
  })),
  verification: {
    url: `${parts.publicUrl}/tra-cuu/${encodeURIComponent(dossier.code)}`,
    code: dossier.code,
    helpLine: `${parts.installation.helpLine} (miễn phí)`,
  },
})

/** The head of a paper of a unit: the agency above it, itself, place and date; of a paper that is nobody's yet the last two. */
export async function letterheadOf(
  ctx: Context,
  parts: Pick<PrintParts, 'installation'>,
  unitId: string | undefined,
  date: PlainDate,
  number?: string,
) {
  const unit = unitId === undefined ? undefined : await findUnit(ctx.tx, unitId, date)
  const parent = unit?.parentId ? await findUnit(ctx.tx, unit.parentId, date) : undefined
  return {
    ...(parent ? { parent: parent.name } : {}),
    agency: unit?.name ?? '',
    ...(number === undefined ? {} : { number }),
    place: placeOf(unit, parts.installation.place),
    date,
  }
}

const placeOf = (unit: UnitRow | undefined, province: string): string =>
  unit?.tier === 'province' || unit === undefined
    ? province
    : unit.name.replace(/^.*(?:huyện|xã|phường|thị trấn|thành phố|thị xã)\s+/u, '')

export const pdfFile = (bytes: Uint8Array<ArrayBuffer>, name: string): File =>
  new File([bytes], name, { type: 'application/pdf' })
