import type { Section } from '#engines/services/contract.ts'

/** The tabs of the editor: its sections, and what would follow. */
export const tabNames = {
  facts: 'mo-ta',
  form: 'bieu-mau',
  papers: 'giay-to',
  process: 'quy-trinh',
  fees: 'phi',
  results: 'ket-qua',
  messages: 'tin-nhan',
} as const satisfies Record<Section, string>

/** The section that an address names; the facts where it names none. */
export const sectionIn = (query: URLSearchParams): Section =>
  (Object.keys(tabNames) as Section[]).find((one) => tabNames[one] === query.get('phan')) ?? 'facts'

/** Where it is chosen which version open dossiers go by. */
export const openDossiersHref = (id: string): string => `/can-bo/thu-tuc/soan/${id}/ho-so-dang-mo`

/** Where the controls of what is open stand. */
export const controlsId = 'dang-mo'

/** Where an element is listed; the facts have no path. */
export const rowId = (element: string): string => `dong-${element.replaceAll('.', '-') || 'mo-ta'}`

/** Where something is added to a list. */
export const addsId = (list: string): string => `them-${list.replaceAll('.', '-')}`

/** Where a control stands. */
export const controlId = (control: string): string => `o-${control}`

/** An element of a draft, opened in its section: at its controls, or where `at` says. */
export const editorHref = (id: string, section: Section, element: string, at?: string): string => {
  const place = at ?? (element === '' ? undefined : controlsId)
  return `${addressOf(id, { phan: tabNames[section], o: element })}${place === undefined ? '' : `#${place}`}`
}

/** The process of a draft, tried on last year's dossiers. */
export const trialHref = (id: string, open: string): string =>
  addressOf(id, { phan: tabNames.process, o: open, thu: '1' })

const addressOf = (id: string, query: Readonly<Record<string, string>>): string =>
  `/can-bo/thu-tuc/soan/${id}?${new URLSearchParams(query)}`
