import { redirect, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '#values/errors.ts'
import type { Client } from '#engines/contract.ts'
import type { Page } from '../client.ts'
import { textOf } from '../form-text.ts'
import { refusalText, refusedAnswer, staffPage } from '../office/staff.ts'

export type DeclaredDay = Awaited<ReturnType<Client['calendar']['listDeclaredDays']>>[number]

/** The fields of the form by their names in the address: kind, days, half, name, document, reason. */
const fields = ['loai', 'ngay', 'den-ngay', 'lam-bu', 'buoi', 'ten', 'van-ban', 'ly-do'] as const
export type Typed = Readonly<Partial<Record<(typeof fields)[number], string>>>

/** What somebody wants to declare, as it stands in the address; undefined while nothing was asked. */
export function typedIn(query: URLSearchParams): Typed | undefined {
  if (!query.has('loai')) return undefined
  return Object.fromEntries(fields.map((name) => [name, (query.get(name) ?? '').trim()]))
}

/** Everything the operations ask is checked by them: here it only gets its names. */
const inputOf = (typed: Typed) =>
  ({
    kind: typed.loai,
    day: typed.ngay,
    lastDay: typed['den-ngay'] ?? '',
    workDay: typed['lam-bu'] ?? '',
    half: typed.buoi ?? '',
    name: typed.ten,
    document: typed['van-ban'],
  }) as Parameters<Client['calendar']['previewDay']>[0]

/** What would change if it were declared, or why it may not be. */
export async function previewOf({ client, language }: Page, typed: Typed) {
  try {
    const [{ days }, moved] = await Promise.all([
      client.calendar.previewDay(inputOf(typed)),
      client.services.countMovedDeadlines(inputOf(typed)),
    ])
    return { days, moved }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { refused: refusalText(error, language) }
  }
}

/** Declares what was previewed, or takes a declaration back. */
export async function changeCalendar(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const { calendar } = page.client
  const undone = textOf(form, 'huy')
  const typed: Typed = Object.fromEntries(fields.map((name) => [name, textOf(form, name)]))
  try {
    if (undone !== '') await calendar.undoDay({ id: undone })
    else await calendar.declareDay({ ...inputOf(typed), reason: typed['ly-do'] ?? '' })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(`/quan-tri/lich?nam=${(typed.ngay || textOf(form, 'nam')).slice(0, 4)}`)
}
