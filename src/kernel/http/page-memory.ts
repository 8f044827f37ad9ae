import { hash } from 'node:crypto'
import type { EntryContext } from 'react-router'
import { squeeze } from './text-answer.ts'

export interface DrawnPage {
  readonly html: string
  /** Some part failed and an error stands in its place. */
  readonly failed: boolean
  /** The same gzipped, where it was kept. */
  readonly squeezed?: Uint8Array<ArrayBuffer>
}

/** The newest of them fit a few megabytes. */
const mostKept = 300

const pages = new Map<string, DrawnPage>()

/**
 * The page drawn before from the very same data, or draws it now. What readers see is read from the database for each of them; only
 * the drawing, by far the dearest part, is not done twice. For pages that say of themselves that they look the same whoever asks
 * (`handle.drawnOnce`).
 */
export async function drawOnce(context: EntryContext, url: string, draw: () => Promise<DrawnPage>): Promise<DrawnPage> {
  const key = keyOf(context, url)
  if (key === undefined) return draw()
  const known = pages.get(key)
  if (known !== undefined) return known
  const drawn = await draw()
  if (drawn.failed) return drawn
  const page = { ...drawn, squeezed: squeeze(drawn.html) }
  if (pages.size >= mostKept) pages.delete(pages.keys().next().value as string)
  pages.set(key, page)
  return page
}

function keyOf({ routeModules, staticHandlerContext }: EntryContext, url: string): string | undefined {
  const { matches, loaderData, errors, statusCode } = staticHandlerContext
  const shown = routeModules[matches.at(-1)?.route.id ?? '']
  const { drawnOnce } = (shown?.handle ?? {}) as { drawnOnce?: boolean }
  if (!drawnOnce || errors !== null || statusCode !== 200) return undefined
  const { root, ...data } = loaderData
  const { nonce: _, ...look } = root as { nonce: string }
  return hash('sha256', JSON.stringify([url, look, data]), 'base64')
}
