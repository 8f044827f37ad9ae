import type { Secrets } from '#kernel/secrets/secrets.ts'
import { isId } from '#values/id.ts'
import { addDays, instantOf, type PlainDate } from '#values/plain-date.ts'
import type { NationalProfile } from '../declare.ts'

/** What a link gives: one paper of a dossier, or its result. */
export interface LinkedFile {
  readonly dossierId: string
  readonly kind: LinkedKind
  /** Of the file, or of the result. */
  readonly id: string
}

/** As they are called in addresses. */
const kinds = { paper: 'giay-to', result: 'ket-qua' } as const
export type LinkedKind = keyof typeof kinds

export interface LinkParts {
  readonly secrets: Pick<Secrets, 'sign' | 'isSigned'>
  readonly profile: Pick<NationalProfile, 'linkDays'>
  readonly publicUrl: string
}

/** By which the national portal opens files of ours. */
export const linkPath = '/cong-quoc-gia/ho-so/:dossier/:kind/:id'

const purpose = 'files for the national portal'
const signed = ({ dossierId, kind, id }: LinkedFile, until: string): string => [dossierId, kind, id, until].join('\n')

/** The fields of records in which such links stand. */
const linkFields: ReadonlySet<string> = new Set(['DuongDanTaiTepTin', 'DuongDanTepTinKetQua'])

/**
 * The address at which one file is had without signing in, until so many days after `on` are over. Its proof stands in the query, which
 * our log does not keep.
 */
export function linkTo({ secrets, profile, publicUrl }: LinkParts, file: LinkedFile, on: PlainDate): string {
  const until = String(instantOf(addDays(on, profile.linkDays + 1)).getTime() / 1000)
  const path = linkPath.replace(':dossier', file.dossierId).replace(':kind', kinds[file.kind]).replace(':id', file.id)
  return `${publicUrl}${path}?den=${until}&ky=${secrets.sign(signed(file, until), purpose)}`
}

/** A record as it is told apart from others: a link that is renewed is the same link. */
export const withoutProofs = (record: object): string =>
  JSON.stringify(record, (name, value: unknown) =>
    linkFields.has(name) && typeof value === 'string' ? value.split('?', 1)[0] : value,
  )

/** What an address gives now; undefined where it is not one of ours to the letter, was altered, or is over. */
export function readLink(
  { secrets }: Pick<LinkParts, 'secrets'>,
  { dossier, kind, id }: { readonly dossier: string; readonly kind: string; readonly id: string },
  query: URLSearchParams,
  at: Date,
): LinkedFile | undefined {
  const known = (Object.keys(kinds) as LinkedKind[]).find((one) => kinds[one] === kind)
  // Nothing said twice, nothing besides: another reader of the address could go by the other.
  const [until = '', signature = ''] = ['den', 'ky'].map((name) => query.get(name) ?? '')
  if (known === undefined || [...query.keys()].toSorted().join(' ') !== 'den ky') return undefined
  if (!isId(dossier) || !isId(id) || !/^\d{1,12}$/.test(until)) return undefined
  const file = { dossierId: dossier, kind: known, id }
  if (!secrets.isSigned(signed(file, until), purpose, signature)) return undefined
  return Number(until) * 1000 > at.getTime() ? file : undefined
}
