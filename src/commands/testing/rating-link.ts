import { done } from './story.ts'
import type { Visitor } from './test-platform.ts'

/** The token of the link to mark a dossier, as its citizen was told. */
export async function ratingToken(citizen: Visitor, code: string): Promise<string> {
  const { rows } = done(await citizen.call('GET', '/notification/messages?limit=100'))
  const told = (rows as { link: string; words: { vi: string } }[]).find(
    ({ link, words }) => link.startsWith('/danh-gia?ma=') && words.vi.includes(code),
  )
  return told?.link.split('=')[1] as string
}
