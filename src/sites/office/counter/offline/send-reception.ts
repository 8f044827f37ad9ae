import { Upload } from 'tus-js-client'
import type { ProblemPlace } from '#values/errors.ts'
import { say, type Language, type Words } from '#values/words.ts'
import type { Lookups } from '#engines/forms/contract.ts'
import { readApplicantHere, typedIn } from '../applicant.ts'
import { coApplicantsIn, readCoApplicants } from '../co-applicants.ts'
import { channelIn } from '../typed-form.ts'
import { uploadErrorWords } from '../../../portal/filing/use-uploads.ts'
import type { KeptPaper, KeptReception } from './kept-receptions.ts'

/** What became of sending: all but `sent` and `refused` are tried again by themselves, later; `away` and `signed-out` hold for all that waits. */
export type Sent =
  | { readonly state: 'sent'; readonly dossier: { readonly id: string; readonly code: string } }
  | { readonly state: 'refused'; readonly why: string; readonly places: readonly ProblemPlace[] }
  | { readonly state: 'away' }
  | { readonly state: 'later' }
  | { readonly state: 'signed-out' }

interface Told {
  readonly id?: string
  readonly code?: string
  readonly words?: Words
  readonly places?: readonly ProblemPlace[]
}

/**
 * Sends a kept reception: its scans first, each of which is `kept` as it comes so that no broken line sends it anew, then the whole under its id. The
 * server answers the same dossier however often it gets it. `now` is the time by the clock of the server.
 */
export async function sendReception(
  one: KeptReception,
  lookups: Lookups,
  language: Language,
  now: number,
  kept: (papers: readonly KeptPaper[]) => Promise<void>,
): Promise<Sent> {
  const papers = [...one.papers]
  for (const [at, paper] of papers.entries()) {
    if (paper.fileId !== undefined) continue
    const came = await upload(paper)
    if (!('fileId' in came))
      return came.words === undefined ? { state: came.state } : refused(came.words, paper, language)
    papers[at] = { ...paper, fileId: came.fileId }
    await kept(papers)
  }
  const answer = await fetch(`/api/services/reception/${one.code}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(bodyOf(one, papers, lookups, now)),
  }).catch(() => undefined)
  if (answer === undefined || answer.status === 429) return { state: 'away' }
  // What this one meets with is no reason for the others to wait.
  if (answer.status >= 500) return { state: 'later' }
  if (answer.status === 401) return { state: 'signed-out' }
  const told = (await answer.json()) as Told
  if (told.code === 'receivedByOther') return { state: 'signed-out' }
  if (answer.ok) return { state: 'sent', dossier: { id: told.id ?? '', code: told.code ?? '' } }
  // Scans that nothing names are let go after two days: they are sent anew.
  if (answer.status === 404) await kept(papers.map(({ fileId: _gone, ...paper }) => paper))
  return { state: 'refused', why: say(told.words ?? { vi: '', en: '' }, language), places: told.places ?? [] }
}

function bodyOf(one: KeptReception, papers: readonly KeptPaper[], lookups: Lookups, now: number) {
  const post = new URLSearchParams(one.post)
  const typed = typedIn(post)
  const byPaper = Map.groupBy(papers, ({ paper }) => paper)
  return {
    counterId: one.counterId,
    post: one.post,
    applicant: readApplicantHere(typed, lookups).applicant,
    coApplicants: readCoApplicants(coApplicantsIn(post), typed.personalId).coApplicants,
    papers: [...byPaper].map(([paper, files]) => ({ paper, fileIds: files.map(({ fileId }) => fileId) })),
    paperOnly: post.getAll('ban-giay').filter((paper) => !byPaper.has(paper)),
    channel: channelIn(post),
    offline: {
      id: one.id,
      slip: one.slip,
      account: one.account,
      secondsAgo: Math.max(0, Math.round((now - (one.handedInAt ?? now)) / 1000)),
    },
  }
}

function refused(words: Words, { paper, name }: KeptPaper, language: Language): Sent {
  const why = `${name}: ${say(words, language)}`
  return { state: 'refused', why, places: [{ path: `papers.${paper}`, message: words }] }
}

type Came = { readonly fileId: string } | { readonly state: 'away' | 'later' | 'signed-out'; readonly words?: Words }

/** Sends one scan in pieces. */
function upload({ name, content }: KeptPaper): Promise<Came> {
  return new Promise((resolve) => {
    const sending = new Upload(content, {
      endpoint: '/uploads',
      chunkSize: 512 * 1024,
      retryDelays: [0, 1000, 3000],
      metadata: { filename: name, filetype: content.type },
      onSuccess: ({ lastResponse }) =>
        resolve({ fileId: lastResponse.getHeader('x-file-id') ?? sending.url?.split('/').at(-1) ?? '' }),
      onError: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null
        const status = response?.getStatus() ?? 0
        if (status === 401 || status === 403) resolve({ state: 'signed-out' })
        else if (status === 413) resolve({ state: 'later', words: uploadErrorWords('tooLarge') })
        else if (status === 415 || status === 422)
          resolve({
            state: 'later',
            words: uploadErrorWords((JSON.parse(response?.getBody() ?? '{}') as Told).code ?? ''),
          })
        else resolve({ state: status === 0 || status === 429 ? 'away' : 'later' })
      },
    })
    sending.start()
  })
}
