import { lowerFirst } from '#values/text.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { weekInWords } from '#engines/calendar/contract.ts'
import { weekAt } from '#engines/calendar/index.ts'
import { getPerson, findUnit, unitName, type UnitRow } from '#engines/directory/index.ts'
import { communeLabel, resultAddressOf, showing, type Lookups } from '#engines/forms/contract.ts'
import { contactOf, type Contact } from '../dossier/contact.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { ServicesParts } from '../parts.ts'
import { procedureVersion } from '../procedure/procedure.ts'

/** An address in one line, as it stands inside a sentence; empty where none is known. */
export function addressLine({ address }: Pick<Contact, 'address'>, lookups: Lookups): string {
  const commune = address && lookups.communes?.find(address.commune, lookups.today)
  const place = commune && (address.detail ? lowerFirst(communeLabel(commune)) : communeLabel(commune))
  return [address?.detail, place].filter(Boolean).join(', ')
}

/** What most forms of one dossier share: who files, what for, at which counter, and where the sheet is checked. */
export async function sheetOf(ctx: Context, parts: ServicesParts, dossier: Dossier) {
  const procedure = await procedureVersion(ctx.tx, dossier.versionId)
  const ownerName = await unitName(ctx.tx, dossier.ownerId, dateAt(dossier.filedAt))
  const receiverName = await unitName(ctx.tx, dossier.receiverId, dateAt(dossier.filedAt))
  const person = await getPerson(ctx.tx, dossier.applicantId)
  const lookups = await parts.lookups.on(ctx.tx, dateAt(dossier.filedAt))
  const contact = contactOf(procedure, dossier.answers, person)
  const address = addressLine(contact, lookups)
  const view = showing('vi', lookups, dossier.answers, true)
  const sentTo = procedure.form && resultAddressOf(procedure.form, dossier.answers, view)
  const hours = await weekAt(ctx, dossier.receiverId, dateAt(dossier.promised ?? dossier.deadline))
  return {
    procedure,
    ownerName,
    receiverName,
    resultPlace:
      sentTo === undefined
        ? `${receiverName} (giờ làm việc: ${lowerFirst(weekInWords(hours, 'vi'))})`
        : `địa chỉ ${sentTo} (gửi qua bưu điện)`,
    party: {
      title: dossier.enterpriseName
        ? 'Tổ chức'
        : person.sex === 'male'
          ? 'Ông'
          : person.sex === 'female'
            ? 'Bà'
            : 'Ông/Bà',
      name: dossier.enterpriseName ?? dossier.applicantName,
      ...(address === '' ? {} : { address }),
      ...(contact.phone === null ? {} : { phone: contact.phone }),
      ...(contact.email === null ? {} : { email: contact.email }),
    },
    printedProcedure: { name: procedure.name.vi, code: procedure.code, agency: ownerName },
    verification: {
      url: `${parts.publicUrl}/tra-cuu/${encodeURIComponent(dossier.code)}`,
      code: dossier.code,
      helpLine: `${parts.installation.helpLine} (miễn phí)`,
    },
  }
}

/** The head of a paper of a unit: the agency above it, itself, place and date. */
export async function letterheadOf(
  ctx: Context,
  parts: ServicesParts,
  unitId: string,
  date: PlainDate,
  number?: string,
) {
  const unit = await findUnit(ctx.tx, unitId, date)
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
