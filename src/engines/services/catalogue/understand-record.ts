import type { z } from 'zod'
import type { Words } from '#values/words.ts'
import { fold, tidy } from '#values/text.ts'
import type { Understood } from './announced-procedure.ts'
import { DistrictRecord, understandDistrict } from './district-record.ts'
import { NationalRecord, understandNational } from './national-record.ts'
import { PortalPageRecord, understandPortalPage } from './portal-page-record.ts'
import type { RawRecord } from './read-catalogue-file.ts'

/** A catalogue's grammar: the key by which its records are known, and how one is understood. */
interface Grammar {
  readonly key: string
  understand(value: unknown): Understood
}

const grammar = <Shape extends z.ZodType>(
  key: string,
  shape: Shape,
  understand: (record: z.output<Shape>) => Understood,
): Grammar => ({
  key,
  understand(value) {
    const read = shape.safeParse(value)
    return read.success ? understand(read.data) : refused(read.error)
  },
})

const grammars: readonly Grammar[] = [
  grammar('channels', NationalRecord, understandNational),
  grammar('deadlineText', DistrictRecord, understandDistrict),
  grammar('Trình tự thực hiện', PortalPageRecord, understandPortalPage),
]

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Whether something is a record of one of the catalogues that are known here, and not of the platform's own grammar. */
export const isCatalogueRecord = (value: unknown): boolean =>
  isObject(value) && grammars.some(({ key }) => Object.hasOwn(value, key))

/** What a record calls itself, in whichever grammar: what is quarantined is found by it, too. Null where it does not say. */
export function nameOfRecord({ value }: RawRecord): string | null {
  if (!isObject(value)) return null
  const { name, title } = value as { readonly name?: unknown; readonly title?: unknown }
  const said = [name, title].find((one) => typeof one === 'string')
  return said === undefined ? null : tidy(said).slice(0, longestName) || null
}

/** Understands the records of one file, in their order; what stands in it twice is said of the second. */
export function understandRecords(records: readonly RawRecord[]): Understood[] {
  const seen = new Map<string, number>()
  return records.map((record, at) => {
    const one = understandRecord(record)
    const key = one.said === null ? undefined : keyOf(one.said)
    const first = key === undefined ? undefined : seen.get(key)
    if (key !== undefined && first === undefined) seen.set(key, at)
    return first === undefined ? one : { ...one, reasons: [...one.reasons, twice(first + 1)] }
  })
}

const keyOf = ({ code, localCode, name, level }: NonNullable<Understood['said']>) =>
  code ?? localCode ?? `${fold(name)} ${level}`

function understandRecord({ value, fault }: RawRecord): Understood {
  if (fault !== undefined) return unread(fault)
  const known = isObject(value) ? grammars.find(({ key }) => Object.hasOwn(value, key)) : undefined
  if (known === undefined) return unread(unknownShape)
  const understood = known.understand(value)
  return { ...understood, reasons: [...understood.reasons, ...faultsOf(understood.said)] }
}

/** What nothing can be announced without, and nobody may guess. */
export function faultsOf(said: Understood['said']): Words[] {
  if (said === null) return []
  return [
    ...(said.name === '' ? [noName] : []),
    ...(said.name.length > longestName ? [longName] : []),
    ...(said.localCode !== null && !/^.{1,40}$/u.test(said.localCode) ? [wrongLocalCode] : []),
    ...(said.code !== null && !/^\d\.\d{6}$/.test(said.code) ? [wrongCode(said.code)] : []),
    ...(said.timeLimits.length === 0 ? [noLimit] : []),
  ]
}

const unread = (why: Words): Understood => ({ said: null, reasons: [why], doubts: [], setAside: [] })

function refused({ issues }: z.ZodError): Understood {
  const places = issues.slice(0, 5).map(({ path }) => path.join('.'))
  return unread({
    vi: `Bản ghi sai kiểu ở: ${places.join(', ')}`,
    en: `The record has other types at: ${places.join(', ')}`,
  })
}

const unknownShape: Words = {
  vi: 'Không phải bản ghi danh mục thủ tục',
  en: 'Not a record of a catalogue of procedures',
}
/** Longer than any name of the national database; what is longer is another part of the record. */
const longestName = 1000
const longName: Words = {
  vi: `Tên dài quá ${longestName} chữ, nghi chép nhầm phần khác`,
  en: `The name is longer than ${longestName} letters`,
}
const wrongLocalCode: Words = {
  vi: 'Mã của nguồn trống hoặc dài quá 40 chữ',
  en: 'The code of the source is empty, or longer than 40',
}
const noName: Words = { vi: 'Không có tên thủ tục', en: 'No name' }
const wrongCode = (code: string): Words => ({
  vi: `Mã “${code}” không đúng dạng 1.000000`,
  en: `“${code}” is not a code`,
})
const noLimit: Words = { vi: 'Không đọc được thời hạn giải quyết', en: 'No time limit can be read' }
const twice = (first: number): Words => ({
  vi: `Đã có ở bản ghi ${first} trong tệp này`,
  en: `Stands in this file already as record ${first}`,
})
