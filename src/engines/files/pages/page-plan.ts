import { badRequest } from '../bad-request.ts'
import { readId } from '../id-in-path.ts'

export const turns = [0, 90, 180, 270] as const
export type Turn = (typeof turns)[number]

/** One page of the paper to be: of which file, which page (from 1), and how far it is turned to the right, in degrees. */
export interface PlannedPage {
  readonly fileId: string
  readonly page: number
  readonly turn: Turn
}

/** Most pages of one paper: what is larger is a book, and is filed in parts. */
export const mostPages = 200

/**
 * The pages that a form asks for, in their order. It names each page once as `page`, `<file>.<number>`; beside it stand `order-…` (a
 * number), `turn-…` and `drop-…`, each with the name of its page. Pages of the same order stand as they were sent.
 */
export function readPlan(form: URLSearchParams): PlannedPage[] {
  const names = [...new Set(form.getAll('page'))]
  if (names.length > mostPages) badRequest('page')
  const asked = names
    .filter((name) => !form.has(`drop-${name}`))
    .map((name, at) => ({
      ...readName(name),
      turn: readTurn(form.get(`turn-${name}`)),
      order: orderOf(form, name, at),
    }))
  if (asked.length === 0) badRequest('page')
  return asked
    .toSorted((one, other) => one.order - other.order)
    .map(({ fileId, page, turn }) => ({ fileId, page, turn }))
}

function readName(name: string): Pick<PlannedPage, 'fileId' | 'page'> {
  const [, id, page] = /^([0-9a-f-]{36})\.([1-9]\d{0,4})$/.exec(name) ?? []
  return id === undefined ? badRequest('page') : { fileId: readId(id), page: Number(page) }
}

const readTurn = (given: string | null): Turn =>
  turns.find((turn) => String(turn) === (given ?? '0')) ?? badRequest('turn')

function orderOf(form: URLSearchParams, name: string, at: number): number {
  const given = form.get(`order-${name}`)?.trim() ?? ''
  return given === '' ? at + 1 : /^\d{1,4}$/.test(given) ? Number(given) : badRequest('order')
}
