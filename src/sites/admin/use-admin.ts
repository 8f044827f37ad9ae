import { useRouteLoaderData } from 'react-router'
import { sayIn, type Say } from '../office/staff.ts'
import type { loader } from './layout.tsx'

export type Admin = Awaited<ReturnType<typeof loader>>

/** What the layout knows: language, who one is. */
export const useAdmin = (): Admin => useRouteLoaderData('admin') as Admin

/** Says words in the reader's language. */
export const useSay = (): Say => sayIn(useAdmin().language)

/** Whether the reader's posts give a permission; forms that would be refused are not drawn. */
export const useMay = (permission: string): boolean => useAdmin().me.permissions.includes(permission)
