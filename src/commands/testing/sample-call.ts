import { z } from 'zod'
import type { ListedOperation } from '#engines/list-operations.ts'

export interface SampleCall {
  readonly method: string
  /** Below `/api`. */
  readonly path: string
  readonly body: unknown
}

interface Shape {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly minItems?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
}

/** The id of nothing. */
export const nothing = '019b0000-0000-7000-8000-000000000000'

const texts = [
  'xem thử một lần cho biết',
  '2026-03-04',
  '07:30',
  '07381',
  '024168009123',
  '0979000218',
  'H02.14-201116-0012',
  'chuyen-vien.thu',
  'dossier:1',
  '2020',
  '1.001193',
  'specialist',
  'a'.repeat(64),
  '08:30',
]

const shapeOf = ({ input }: ListedOperation): Shape =>
  input === undefined ? {} : (z.toJSONSchema(input as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Shape)

/** The places in what an operation takes, its path left out, where the id of something stands: `papers.[].fileIds.[]`. */
export function idPlaces(operation: ListedOperation): string[] {
  const places = (shape: Shape): string[] => [
    ...(shape.format === 'uuid' ? [''] : []),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap(places),
    ...Object.entries(shape.properties ?? {}).flatMap(([key, one]) => places(one).map((rest) => join(key, rest))),
    ...(shape.items === undefined ? [] : places(shape.items).map((rest) => join('[]', rest))),
  ]
  const join = (first: string, rest: string) => (rest === '' ? first : `${first}.${rest}`)
  return [...new Set(places(shapeOf(operation)))].filter((place) => !operation.path.includes(`{${place}}`))
}

/** What stands under the first name of a place, with this id in that place. */
export function sampleAt(operation: ListedOperation, place: string, id: string): Readonly<Record<string, unknown>> {
  const at = (shape: Shape, [step, ...rest]: readonly string[], name: string): unknown => {
    if (step === undefined) return id
    const either = shape.anyOf ?? shape.oneOf
    const leads = (one: Shape) => (step === '[]' ? one.items !== undefined : one.properties?.[step] !== undefined)
    if (either !== undefined) return at(either.find(leads) ?? {}, [step, ...rest], name)
    if (step === '[]') return [at(shape.items ?? {}, rest, name)]
    return { ...(sampleOf(shape, name) as object), [step]: at(shape.properties?.[step] ?? {}, rest, step) }
  }
  const [first = ''] = place.split('.')
  return { [first]: (at(shapeOf(operation), place.split('.'), '') as Record<string, unknown>)[first] }
}

/** A call of an operation that parses, made from its own schema; ids are those given, or of nothing. */
export function sampleCall(operation: ListedOperation, given: Readonly<Record<string, unknown>> = {}): SampleCall {
  const shape = shapeOf(operation)
  const input = { ...(sampleOf(shape, '') as Record<string, unknown>), ...hints[operation.name], ...given }
  const inPath = new Set([...operation.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string))
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const known = new Set(Object.keys(shape.properties ?? {}))
  const rest = Object.entries(input).filter(([name]) => !inPath.has(name) && known.has(name))
  if (operation.method !== 'GET' && operation.method !== 'DELETE')
    return { method: operation.method, path, body: Object.fromEntries(rest) }
  const query = new URLSearchParams(
    rest.flatMap(([name, value]) =>
      Array.isArray(value) ? value.map((one) => [`${name}[]`, String(one)]) : [[name, String(value)]],
    ),
  )
  return { method: operation.method, path: query.size > 0 ? `${path}?${query}` : path, body: undefined }
}

/** What no schema says of an input that holds together. */
const hints: Readonly<Record<string, Record<string, unknown>>> = {
  'directory.appoint': { personId: nothing },
  'directory.delegate': {
    toPostId: '019b0000-0000-7000-8000-000000000001',
    from: '2026-03-04',
    to: '2026-03-05',
    document: '12/QĐ',
  },
  'directory.takeLeave': { from: '2026-03-04', to: '2026-03-05' },
  'directory.changeOrganCode': { organCode: 'H02.14' },
  'directory.changeTaxCode': { taxCode: '2400000001' },
  'calendar.listWorkingDays': { after: '2026-03-04' },
  'files.getFile': { id: nothing },
  'identity.registerClient': { redirectUris: ['https://he-thong.example/'] },
  'identity.changeClient': { redirectUris: ['https://he-thong.example/'] },
  'queue.saveService': {
    service: {
      letter: 'B',
      name: { vi: 'Bảo hiểm', en: 'Insurance' },
      icon: 'heart',
      usualMinutes: 5,
      longestWaitMinutes: 9,
      isOffered: true,
    },
  },
  'services.listResultAddresses': { dossierIds: [nothing] },
  'workflow.remindLater': { at: '2026-03-04T08:00:00.000Z' },
}

function sampleOf(shape: Shape, name: string): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum !== undefined) return shape.enum[0]
  const either = shape.anyOf ?? shape.oneOf
  if (either !== undefined) return sampleOf(either[0] as Shape, name)
  if (shape.type === 'object' || shape.properties !== undefined)
    return Object.fromEntries((shape.required ?? []).map((key) => [key, sampleOf(shape.properties?.[key] ?? {}, key)]))
  if (shape.type === 'array')
    return Array.from({ length: shape.minItems ?? 0 }, () => sampleOf(shape.items ?? {}, name))
  if (shape.type === 'boolean') return true
  if (shape.type === 'integer' || shape.type === 'number') return shape.minimum ?? (shape.exclusiveMinimum ?? 0) + 1
  return sampleText(shape, name)
}

function sampleText({ format, pattern, minLength = 0, maxLength = 1000 }: Shape, name: string): string {
  if (format === 'uuid') return nothing
  if (format === 'date-time') return '2026-03-04T08:00:00+07:00'
  if (pattern !== undefined) return texts.find((text) => new RegExp(pattern, 'u').test(text)) ?? (texts[0] as string)
  if (/date|from|until|^to$|^on$|day/i.test(name) || name.endsWith('On')) return texts[1] as string
  if (name === 'code') return '1.001193'
  return (texts[0] as string).slice(0, maxLength).padEnd(minLength, '.')
}
