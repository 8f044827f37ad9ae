import type { Client } from '#engines/contract.ts'
import type { Lookups } from '#engines/forms/contract.ts'
import { communeCode, typedIn } from './applicant.ts'
import type { Files } from './PapersTable.tsx'

type SaveRequest = Parameters<Client['services']['saveCounterDraft']>[0]

/** What a counter's form says beside the answers, as it is named in the form. */
export const typedNames = {
  place: 'noi-nop',
  counter: 'quay-nhan',
  channel: 'kenh-nop',
  confirmed: 'cam-doan',
  /** What the tablet would show, as JSON. */
  shown: 'dua-len-may',
} as const

/** Not part of what was typed: the button that was pressed, and a card that waits to be read. */
const passing: readonly string[] = ['lam-gi', 'the-can-cuoc', typedNames.shown]

/** What is saved at a counter, and what followed from it then. */
export type Saved = Awaited<ReturnType<Client['services']['saveCounterDraft']>>

/** The form as it stands, as text that is kept. */
export function typedText(form: HTMLFormElement): string {
  const post = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !passing.includes(name)) post.append(name, value)
  return post.toString()
}

/** The same of a form that was sent. */
export function keptText(sent: URLSearchParams): string {
  const post = new URLSearchParams(sent)
  for (const name of passing) post.delete(name)
  return post.toString()
}

/** What a draft says of itself beside the text: who files, which papers have files, how and where it is filed. */
export function draftOf(post: URLSearchParams, lookups: Lookups) {
  const place = placeIn(post, lookups)
  const name = typedIn(post).fullName.slice(0, 100)
  return {
    channel: channelIn(post),
    papers: papersIn(post),
    ...(name !== '' && { applicantName: name }),
    ...(place !== undefined && { place }),
  } satisfies Partial<SaveRequest>
}

export function channelIn(post: URLSearchParams): 'counter' | 'post' | 'online' {
  const channel = post.get(typedNames.channel)
  return channel === 'post' || channel === 'online' ? channel : 'counter'
}

/** The commune chosen as the place of filing; undefined while it cannot be read as one. */
export const placeIn = (post: URLSearchParams, lookups: Lookups): string | undefined =>
  communeCode((post.get(typedNames.place) ?? '').trim(), lookups)

export type GivenPapers = readonly { readonly paper: string; readonly fileIds: readonly string[] }[]

/** Files sent in, under `tep-<paper>`, by paper. */
export function filesIn(post: URLSearchParams | undefined): Files {
  const files: Record<string, string[]> = {}
  for (const [name, id] of post ?? [])
    if (name.startsWith('tep-') && id !== '') files[name.slice(4)] = [...(files[name.slice(4)] ?? []), id]
  return files
}

/** The same of a draft as the server keeps it: joined pages stand there before the form knows of them. */
export const filesOfDraft = (papers: GivenPapers): Files =>
  Object.fromEntries(papers.map(({ paper, fileIds }) => [paper, fileIds]))

export const papersIn = (post: URLSearchParams) =>
  Object.entries(filesIn(post)).map(([paper, fileIds]) => ({ paper, fileIds: [...fileIds] }))
