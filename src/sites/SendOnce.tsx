import { useId } from 'react'
import { useLocation, useRouteLoaderData } from 'react-router'
import { onceField } from '#values/send-once.ts'
import type { loader } from '../root.tsx'

/**
 * The key of a form, new whenever the page is loaded or, in place, led on by an act: pressed twice or sent again over a broken
 * line, it is done once and answered the same. Not for forms that save what is typed: what is typed last must win.
 */
export function SendOnce() {
  const root = useRouteLoaderData<typeof loader>('root')
  const { key } = useLocation()
  const id = useId()
  return root && <input type="hidden" name={onceField} value={`${root.drawn}.${key}.${id}`} />
}
