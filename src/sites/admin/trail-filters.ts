import { addDays, instantOf, isPlainDate } from '#values/plain-date.ts'
import { isId } from '#values/id.ts'
import type { Client } from '#engines/contract.ts'

/** What the trail is searched for, as the address of the page says it. */
export interface TrailFilters {
  /** A name, a login, or the id of an account. */
  readonly ai: string
  /** A unit's name or id. */
  readonly 'don-vi': string
  readonly 'doi-tuong': string
  readonly viec: string
  readonly loai: string
  readonly tu: string
  readonly den: string
}

/** Of several people or units that fit, the one that is meant is chosen. */
export interface Choice {
  readonly filter: 'ai' | 'don-vi'
  readonly value: string
  readonly text: string
}

export const trailPath = '/quan-tri/nhat-ky'

export function readFilters(query: URLSearchParams): TrailFilters {
  const text = (name: keyof TrailFilters, most = 100) => (query.get(name) ?? '').trim().slice(0, most)
  return {
    ai: text('ai'),
    'don-vi': text('don-vi'),
    'doi-tuong': text('doi-tuong', 200),
    viec: text('viec'),
    loai: text('loai'),
    tu: text('tu'),
    den: text('den'),
  }
}

/** The page with these filters, and none that is empty. */
export function trailHref(filters: Partial<TrailFilters>): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''))
  return query.size === 0 ? trailPath : `${trailPath}?${query}`
}

export const isObject = (text: string): boolean => /^[^:]+:.+$/.test(text)

/** The filters as the search takes them, without those of people and units, which have to be found first. */
export const searchOf = (filters: TrailFilters) => ({
  ...(isObject(filters['doi-tuong']) && { object: filters['doi-tuong'] }),
  ...(filters.viec !== '' && { operation: filters.viec }),
  ...(filters.loai === 'doc' && { kind: 'read' as const }),
  ...(filters.loai === 'ghi' && { kind: 'write' as const }),
  ...(filters.loai === 'tu-choi' && { outcome: 'refused' as const }),
  ...(isPlainDate(filters.tu) && { from: instantOf(filters.tu).toISOString() }),
  ...(isPlainDate(filters.den) && { to: instantOf(addDays(filters.den, 1)).toISOString() }),
})

/** The account that is meant: an id as it stands, or whose name or login fits; all that fit where several do. */
export async function findAccount({ identity }: Client, text: string): Promise<readonly Choice[]> {
  if (text === '') return []
  if (isId(text) || text === 'system' || text === 'nobody') return [{ filter: 'ai', value: text, text }]
  const found = await identity.nameAccounts({ text })
  const exact = found.filter(({ login }) => login === text.toLowerCase())
  return (exact.length > 0 ? exact : found).map(({ id, fullName, login }) => ({
    filter: 'ai',
    value: id,
    text: `${fullName} (${login})`,
  }))
}

/** The unit that is meant, likewise. */
export async function findUnit({ directory }: Client, text: string): Promise<readonly Choice[]> {
  if (text === '') return []
  if (isId(text)) return [{ filter: 'don-vi', value: text, text }]
  const found = await directory.findUnits({ text, limit: 10 })
  return found.map(({ id, name }) => ({ filter: 'don-vi', value: id, text: name }))
}
