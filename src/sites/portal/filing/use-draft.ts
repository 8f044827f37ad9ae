import { useRouteLoaderData } from 'react-router'
import type { Language } from '#values/words.ts'
import type { Draft } from './steps.ts'

/** The application that the page belongs to, as its layout loaded it. */
export const useDraft = () => useRouteLoaderData('draft') as { language: Language; draft: Draft }
