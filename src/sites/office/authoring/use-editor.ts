import { useRouteLoaderData } from 'react-router'
import type { loader } from './editor.tsx'

/** The draft that is being written, and what of it is open. */
export const useEditor = () => useRouteLoaderData('office-procedure-editor') as Awaited<ReturnType<typeof loader>>
