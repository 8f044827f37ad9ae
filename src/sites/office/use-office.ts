import { useRouteLoaderData } from 'react-router'
import type { loader } from './layout.tsx'
import { sayIn, type Say } from './staff.ts'

export type Office = Awaited<ReturnType<typeof loader>>

/** What the layout knows: language, who one is, counts. */
export const useOffice = (): Office => useRouteLoaderData('office') as Office

/** Says words in the reader's language. */
export const useSay = (): Say => sayIn(useOffice().language)
