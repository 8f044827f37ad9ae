import { z } from 'zod'
import type { Queries } from '#kernel/database/connect.ts'
import { Problem } from '#values/errors.ts'
import { Phone } from '#values/phone.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { unreadable } from '#values/storable-text.ts'
import { findArea } from '#engines/directory/index.ts'
import type { NationalProfile } from '../declare.ts'
import type { ReadFiling, Unread } from './read-filed.ts'

/** Longest names: of a person as everywhere, of an enterprise as registers write them. */
const mostOfName = { person: 100, enterprise: 200 }

const EnterpriseCode = z.string().regex(/^\d{10}(-?\d{3})?$/)
const Email = z.email().max(200)

/**
 * The filing without what can be nobody's: a birth date ahead, a telephone number or address that none is, a commune that is not ours, the code of no
 * enterprise. It was taken in there and cannot be sent back: what is left out is listed with the answers that have no place here. Throws
 * `unidentified` where it does not say who files, or says it in letters that did not come whole.
 */
export async function soundFiling(
  tx: Queries,
  filing: ReadFiling,
  { filed }: Pick<NationalProfile, 'filed'>,
  on: PlainDate,
): Promise<ReadFiling> {
  const { applicant, enterprise, place } = filing
  if (!isIdentified(applicant)) throw new Problem('unidentified', unidentified)
  const unread: Unread[] = []
  const kept = <Value>(value: Value, field: string, isSound: boolean, why: string): Value | null => {
    if (value !== null && !isSound) unread.push({ field, value: String(value).slice(0, 500), why })
    return isSound ? value : null
  }
  const phone = localPhone(applicant.phone)
  return {
    ...filing,
    applicant: {
      ...applicant,
      birthDate: kept(applicant.birthDate ?? null, filed.birthDate, (applicant.birthDate ?? on) <= on, 'Ngày chưa tới'),
      phone: kept(phone, filed.phone, Phone.safeParse(phone).success, 'Không phải số điện thoại'),
      email: kept(
        applicant.email ?? null,
        filed.email,
        Email.safeParse(applicant.email).success,
        'Không phải địa chỉ thư',
      ),
    },
    enterprise:
      enterprise !== null &&
      kept(
        enterprise.code,
        filed.enterpriseCode,
        EnterpriseCode.safeParse(enterprise.code).success,
        'Không phải mã số doanh nghiệp',
      ) !== null
        ? { ...enterprise, name: enterprise.name.slice(0, mostOfName.enterprise) }
        : null,
    place: kept(
      place,
      filed.place,
      place !== null && (await findArea(tx, place, on)) !== undefined,
      'Không có địa bàn này trong tỉnh',
    ),
    unread: [...filing.unread, ...unread, ...damaged(filing)],
  }
}

const isIdentified = ({ fullName, personalId }: ReadFiling['applicant']): boolean =>
  fullName.length >= 2 &&
  fullName.length <= mostOfName.person &&
  !fullName.includes(unreadable) &&
  /^\d{12}$/.test(personalId)

/** With the code of the country or without, however it is grouped. */
const localPhone = (said: string | null | undefined): string | null =>
  said?.replace(/[\s.-]/g, '').replace(/^(\+?84)(?=\d{9})/, '0') ?? null

/** Answers in which a letter did not come whole; they stay, and whoever handles it compares. */
const damaged = ({ answers }: ReadFiling): Unread[] =>
  Object.entries(answers).flatMap(([field, value]) => {
    const text = JSON.stringify(value) ?? ''
    return text.includes(unreadable)
      ? [{ field, value: text.slice(0, 500), why: 'Có chữ bị hỏng khi truyền, xin đối chiếu với người nộp' }]
      : []
  })

const unidentified = {
  status: 422,
  message: {
    vi: 'Cổng quốc gia không gửi họ tên và số định danh 12 chữ số của người nộp, hoặc gửi họ tên không đọc được.',
    en: 'The national portal did not send the name and personal number of the applicant, or a name that cannot be read.',
  },
} as const
