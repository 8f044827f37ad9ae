import { z } from 'zod'
import type { NationalClaims } from '#kernel/national-sso.ts'
import { isPlainDate, type PlainDate } from '#values/plain-date.ts'
import { Phone } from '#values/phone.ts'
import { tidy } from '#values/text.ts'

/** What the national account says of a person, and of the business in whose name they signed in there. */
export interface NationalFacts {
  readonly subject: string
  readonly personalId: string
  readonly fullName: string
  readonly birthDate: PlainDate
  readonly phone: string | null
  readonly enterprise: { readonly code: string; readonly name: string } | null
}

const EnterpriseCode = z.string().regex(/^\d{10}(-?\d{3})?$/)

/** Reads the claims as they are mapped; undefined when one that identifies a person is missing or has no such shape. */
export function readFacts(
  subject: string,
  claims: Readonly<Record<string, unknown>>,
  mapped: NationalClaims,
): NationalFacts | undefined {
  const said = (claim: string | undefined): string | undefined => {
    const value = claim === undefined || !Object.hasOwn(claims, claim) ? undefined : claims[claim]
    return typeof value === 'string' || typeof value === 'number' ? tidy(String(value)) : undefined
  }
  const personalId = said(mapped.personalId)
  const fullName = said(mapped.fullName)
  const birthDate = readBirthDate(said(mapped.birthDate) ?? '')
  if (!/^\d{12}$/.test(personalId ?? '') || birthDate === undefined) return undefined
  if (fullName === undefined || fullName.length < 2 || fullName.length > 100) return undefined
  const isOfEnterprise = mapped.accountType === undefined || said(mapped.accountType) === mapped.enterpriseAccount
  const code = isOfEnterprise ? said(mapped.enterpriseCode) : undefined
  const phone = Phone.safeParse(said(mapped.phone)?.replace(/^(\+?84)(?=\d{9})/, '0'))
  return {
    subject,
    personalId: personalId as string,
    fullName,
    birthDate,
    phone: phone.success ? phone.data : null,
    enterprise: EnterpriseCode.safeParse(code).success
      ? { code: code as string, name: said(mapped.enterpriseName)?.slice(0, 200) || (code as string) }
      : null,
  }
}

/** `1968-08-14`, `14/08/1968` and `19680814`, as national systems write it. */
function readBirthDate(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  const written = day === undefined ? text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : `${year}-${month}-${day}`
  return isPlainDate(written) ? written : undefined
}
