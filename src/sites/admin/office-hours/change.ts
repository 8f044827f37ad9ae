import { redirect, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '#values/errors.ts'
import type { Client } from '#engines/contract.ts'
import type { Page } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { refusalText, refusedAnswer, staffPage } from '../../office/staff.ts'

export type DeclaredHours = Awaited<ReturnType<Client['calendar']['listOwnHours']>>[number]
/** Hours of weekdays and cut-off. */
export type Hours = Pick<Awaited<ReturnType<Client['calendar']['getOfficeHours']>>, 'week' | 'cutOff'>

/** Monday to Friday by their names in the address; one that is ticked has hours of its own. */
export const dayFields = ['thu-hai', 'thu-ba', 'thu-tu', 'thu-nam', 'thu-sau'] as const
export const halfFields = ['sang-tu', 'sang-den', 'chieu-tu', 'chieu-den'] as const

/** The fields of the form by their names in the address: whose hours, by what, from when, each half, days unlike the others, Saturday, cut-off, document, reason. */
const fields = [
  'don-vi',
  'theo',
  'tu-ngay',
  ...halfFields,
  ...dayFields,
  ...dayFields.flatMap((day) => halfFields.map((half) => `${day}-${half}` as const)),
  'thu-bay',
  'bay-tu',
  'bay-den',
  'chot',
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

/** The hours of a day as the operations ask for them: undefined where it has none of its own. */
function hoursOf(typed: Typed, day: (typeof dayFields)[number]): string | undefined {
  if (!typed[day]) return undefined
  const [morning, afternoon] = [
    [typed[`${day}-sang-tu`], typed[`${day}-sang-den`]],
    [typed[`${day}-chieu-tu`], typed[`${day}-chieu-den`]],
  ].map(([start = '', end = '']) => (start === '' && end === '' ? undefined : `${start}-${end}`))
  return [morning, afternoon].filter((half) => half !== undefined).join(' ') || 'closed'
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
    monday: hoursOf(typed, 'thu-hai'),
    tuesday: hoursOf(typed, 'thu-ba'),
    wednesday: hoursOf(typed, 'thu-tu'),
    thursday: hoursOf(typed, 'thu-nam'),
    friday: hoursOf(typed, 'thu-sau'),
    saturday: typed['thu-bay'] || 'off',
    saturdayStart: typed['bay-tu'] ?? '',
    saturdayEnd: typed['bay-den'] ?? '',
    cutOff: typed.chot ?? '',
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
