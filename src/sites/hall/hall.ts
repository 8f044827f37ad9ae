import { redirect, useRouteLoaderData, type LoaderFunctionArgs } from 'react-router'
import type { DeviceKind } from '#engines/queue/contract.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { pageOf, type Page } from '../client.ts'

/** Where each kind of machine stands. */
export const placeOf: Readonly<Record<DeviceKind, string>> = {
  kiosk: '/sanh/lay-so',
  'rating-kiosk': '/sanh/cham-diem',
  board: '/sanh/bang-goi-so',
  tablet: '/sanh/o-quay',
}

/** The page of a machine of the hall; whoever is none is told how it becomes one. */
export function hallPage(args: Pick<LoaderFunctionArgs, 'context'>): Page {
  const page = pageOf(args)
  if (page.call.actor.kind !== 'device') throw redirect('/sanh')
  return page
}

/** Says words in the language of this machine. */
export function useSay() {
  const { language } = useRouteLoaderData('root') as { readonly language: Language }
  const t = (words: Words, values: Readonly<Record<string, string | number>> = {}) => say(fill(words, values), language)
  return { t, language }
}
