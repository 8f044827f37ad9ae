import { redirect, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '#values/errors.ts'
import type { Client } from '#engines/contract.ts'
import type { Page } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { refusalText, refusedAnswer, staffPage } from '../../office/staff.ts'

export type DeclaredHours = Awaited<ReturnType<Client['calendar']['listOwnHours']>>[number]
export type HoursOfUnit = Awaited<ReturnType<Client['calendar']['getOfficeHours']>>

/** The fields of the form by their names in the address: whose hours, by what, from when, each half, Saturday, document, reason. */
const fields = [
  'don-vi',
  'theo',
  'tu-ngay',
  'sang-tu',
  'sang-den',
  'chieu-tu',
  'chieu-den',
  'thu-bay',
  'bay-tu',
  'bay-den',
  'van-ban',
  'ly-do',
] as const
export type Typed = Readonly<Partial<Record<(typeof fields)[number], string>>>

export const pagePath = '/quan-tri/gio-lam-viec'

/** What somebody wants to declare, as it stands in the address; undefined while nothing was asked. */
export function typedIn(query: URLSearchParams): Typed | undefined {
  if (!query.has('theo')) return undefined
  return Object.fromEntries(fields.map((name) => [name, (query.get(name) ?? '').trim()]))
}

/** Everything the operations ask is checked by them: here it only gets its names. */
const inputOf = (typed: Typed) =>
  ({
    unitId: typed['don-vi'],
    kind: typed.theo,
    from: typed['tu-ngay'],
    morningStart: typed['sang-tu'] ?? '',
    morningEnd: typed['sang-den'] ?? '',
    afternoonStart: typed['chieu-tu'] ?? '',
    afternoonEnd: typed['chieu-den'] ?? '',
    saturday: typed['thu-bay'] || 'off',
    saturdayStart: typed['bay-tu'] ?? '',
    saturdayEnd: typed['bay-den'] ?? '',
    document: typed['van-ban'],
  }) as Parameters<Client['calendar']['previewHours']>[0]

/** What would change if it were declared, or why it may not be. */
export async function previewOf({ client, language }: Page, typed: Typed) {
  try {
    const [hours, moved] = await Promise.all([
      client.calendar.previewHours(inputOf(typed)),
      client.services.countMovedByHours(inputOf(typed)),
    ])
    return { hours, moved }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { refused: refusalText(error, language) }
  }
}

/** Declares what was previewed, or takes a declaration back. */
export async function changeHours(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const { calendar } = page.client
  const undone = textOf(form, 'huy')
  const typed: Typed = Object.fromEntries(fields.map((name) => [name, textOf(form, name)]))
  try {
    if (undone !== '') await calendar.undoHours({ id: undone })
    else await calendar.declareHours({ ...inputOf(typed), reason: typed['ly-do'] ?? '' })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(`${pagePath}?don-vi=${typed['don-vi'] ?? ''}`)
}
