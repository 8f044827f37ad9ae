import type { AuditNote } from '#kernel/operations/context.ts'
import { canonical, leafDigest, personalDigest, toJson, type Json } from './canonical.ts'

/** What stays readable for as long as the trail is kept. */
export interface PublicPart {
  readonly id: string
  /** RFC 3339 in UTC with six decimals, as exact as the database keeps it. */
  readonly at: string
  readonly account: string
  readonly operation: string
  readonly kind: string
  readonly outcome: string
  readonly requestId: string
  readonly postId: string | null
  readonly postTitle: string | null
  readonly unitId: string | null
  readonly unitName: string | null
  /** `type:id` */
  readonly objects: readonly string[] | null
}

/** What a lawful erasure takes away. */
export interface PersonalPart {
  readonly actorName: string | null
  readonly onBehalf: string | null
  readonly purpose: string | null
  readonly address: string | null
  readonly subjects: readonly string[] | null
  /** {@link Detail} beside each object, as canonical JSON: kept as text, so that nothing is lost between writing and checking. */
  readonly details: string | null
}

/** Of one object: whose data it is, as positions in `subjects`, and short facts. */
export interface Detail {
  readonly s?: readonly number[]
  readonly f?: { readonly [name: string]: Json }
}

/** The one order in which a public part is written: RFC 8785 sorts, so sorted here by hand; empty members are left out. */
export function publicText(part: PublicPart, personal: Buffer): string {
  return (
    `{"account":${JSON.stringify(part.account)},"at":"${part.at}","id":"${part.id}","kind":"${part.kind}"` +
    (part.objects === null ? '' : `,"objects":${JSON.stringify(part.objects)}`) +
    `,"operation":${JSON.stringify(part.operation)},"outcome":"${part.outcome}","personal":"${personal.toString('hex')}"` +
    member('postId', part.postId) +
    member('postTitle', part.postTitle) +
    `,"requestId":${JSON.stringify(part.requestId)}` +
    member('unitId', part.unitId) +
    member('unitName', part.unitName) +
    '}'
  )
}

const member = (name: string, value: string | null): string =>
  value === null ? '' : `,"${name}":${JSON.stringify(value)}`

/** Written like {@link publicText}. */
export function personalText(part: PersonalPart): string {
  const members =
    member('actorName', part.actorName) +
    member('address', part.address) +
    (part.details === null ? '' : `,"details":${part.details}`) +
    member('onBehalf', part.onBehalf) +
    member('purpose', part.purpose) +
    (part.subjects === null ? '' : `,"subjects":${JSON.stringify(part.subjects)}`)
  return `{${members.slice(1)}}`
}

/** The digests of a whole entry. */
export function digestsOf(open: PublicPart, personal: PersonalPart, salt: Buffer) {
  const ofPersonal = personalDigest(salt, personalText(personal))
  return { personal: ofPersonal, leaf: leafDigest(publicText(open, ofPersonal)) }
}

const personShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Objects, subjects and details of an entry from what its operation noted. */
export function partsOfNotes(
  notes: readonly AuditNote[],
): Pick<PublicPart, 'objects'> & Pick<PersonalPart, 'subjects' | 'details'> {
  if (notes.length === 0) return { objects: null, subjects: null, details: null }
  const subjects: string[] = []
  const place = (person: string): number => {
    // An identity number in place of the person's id would spread it over an index.
    if (!personShape.test(person))
      throw new TypeError('the subject of an audit note is the id of a person, a lower-case UUID')
    const known = subjects.indexOf(person)
    return known >= 0 ? known : subjects.push(person) - 1
  }
  const details = notes.map((note): Detail => ({
    ...(note.subjects?.length ? { s: note.subjects.map(place) } : {}),
    ...(note.facts && Object.keys(note.facts).length > 0 ? { f: toJson(note.facts) as NonNullable<Detail['f']> } : {}),
  }))
  return {
    objects: notes.map((note) => toJson(`${objectType(note)}:${note.objectId}`) as string),
    subjects: subjects.length > 0 ? subjects : null,
    details: details.some((detail) => detail.s || detail.f) ? canonical(details as unknown as Json) : null,
  }
}

function objectType({ objectType: type }: AuditNote): string {
  if (type.includes(':')) throw new TypeError(`the object type of an audit note has no colon: ${type}`)
  return type
}

/** `type:id` taken apart; an id may hold colons, a type may not. */
export function objectOf(key: string): { type: string; id: string } {
  const cut = key.indexOf(':')
  return { type: key.slice(0, cut), id: key.slice(cut + 1) }
}
