import { filesProblems, refusals } from '#engines/files/contract.ts'
import { servicesProblems } from '#engines/services/contract.ts'
import type { ProblemKind } from '#values/errors.ts'
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import { Upload as TusUpload, type HttpResponse } from 'tus-js-client'
import type { Words } from '#values/words.ts'

export interface Upload {
  readonly key: string
  readonly paper: string
  readonly name: string
  readonly percent: number
  /** Known once its sending has begun. */
  readonly fileId?: string
  /**
   * `queued`: all of it came, the server has not come to checking it; `broken`: the line was away too long, it can go on; `refused`:
   * `why` says what to do instead.
   */
  readonly state: 'sending' | 'waiting' | 'checking' | 'queued' | 'broken' | 'refused'
  readonly why?: Words
}

/** How long until a queued file is asked for again, when the library has given up. */
const queuedPause = 60_000

/** It does not go on by itself. */
export const hasStopped = ({ state }: Upload): boolean => state === 'broken' || state === 'refused'

export interface Uploads {
  start(paper: string, file: File): void
  of(paper: string): readonly Upload[]
  /** Without those that this page is sending, or waiting for, itself. */
  notOnTheirWay<File extends { readonly id: string }>(files: readonly File[]): readonly File[]
  /** Sends a broken one again, from where it stopped. */
  retry(key: string): void
  drop(key: string): void
  /** For forms that leave the page: holds the form until all files are there, then sends it by itself. */
  holdForm(event: FormEvent<HTMLFormElement>): void
  /** What the page waits for: files under way while a form is held, or files that need the reader. */
  readonly pending: 'held' | 'stuck' | undefined
}

/**
 * Sends files in pieces (tus 1.0): a broken line costs only the piece under way, and sending goes on by itself. `attach` puts a
 * file that has come where it belongs; it answers why not, or nothing. `path` is the operation by which it does: a file that waits for the
 * virus scan is found by it when the page is opened again.
 */
export function useUploads(
  attach: (paper: string, fileId: string) => Promise<Words | undefined>,
  path?: string,
): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const running = useRef(new Map<string, TusUpload>())
  const [held, setHeld] = useState<{ readonly form: HTMLFormElement; readonly submitter: HTMLElement | null }>()

  const change = useCallback((key: string, next: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)))
  }, [])
  const forget = useCallback((key: string) => {
    void running.current.get(key)?.abort()
    running.current.delete(key)
    setUploads((all) => all.filter((one) => one.key !== key))
  }, [])

  const start = useCallback(
    (paper: string, file: File) => {
      const key = `${paper} ${file.name} ${file.lastModified} ${Math.random()}`
      // Another try for the same paper: what was refused of it has been read.
      setUploads((all) => [
        ...all.filter((one) => one.paper !== paper || one.state !== 'refused'),
        { key, paper, name: file.name, percent: 0, state: 'sending' },
      ])
      if (file.size === 0) {
        change(key, { state: 'refused', why: uploadErrorWords('empty') })
        return
      }
      let isWhole = false
      let status = 0
      const upload = new TusUpload(file, {
        endpoint: '/uploads',
        chunkSize: 512 * 1024,
        retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 60_000],
        metadata: { filename: file.name, filetype: file.type, ...(path !== undefined && { attach: path, paper }) },
        removeFingerprintOnSuccess: true,
        onProgress: (sent, total) => {
          isWhole = sent === total
          change(key, { percent: Math.floor((100 * sent) / total), state: isWhole ? 'checking' : 'sending' })
        },
        onUploadUrlAvailable: () => change(key, { fileId: upload.url?.split('/').at(-1) ?? '' }),
        onBeforeRequest: () => void (status = 0),
        onAfterResponse: (request, response) => {
          status = response.getStatus()
          // Where it is not told how much has come, the library would send all of it anew.
          if (request.getMethod() === 'HEAD' && status >= 500) throw new Error('ask again later')
        },
        onShouldRetry: () => {
          const goesOn = status === 0 || status >= 500 || status === 409 || status === 423
          if (goesOn) change(key, { state: status === 503 && isWhole ? 'queued' : 'waiting' })
          return goesOn
        },
        onError: (error) => {
          if (status === 503 && isWhole) {
            change(key, { state: 'queued' })
            setTimeout(() => void (running.current.get(key) === upload && upload.start()), queuedPause)
          } else change(key, refusalOf('originalResponse' in error ? error.originalResponse : null))
        },
        onSuccess: ({ lastResponse }) => {
          const fileId = lastResponse.getHeader('x-file-id') ?? upload.url?.split('/').at(-1) ?? ''
          attach(paper, fileId).then(
            (why) => (why === undefined ? forget(key) : change(key, { state: 'refused', why })),
            () => change(key, { state: 'broken' }),
          )
        },
      })
      running.current.set(key, upload)
      void upload.findPreviousUploads().then(([before]) => {
        if (before) upload.resumeFromPreviousUpload(before)
        upload.start()
      })
    },
    [attach, path, change, forget],
  )
  const retry = useCallback(
    (key: string) => {
      change(key, { state: 'sending' })
      running.current.get(key)?.start()
    },
    [change],
  )

  const isLeft = uploads.length > 0
  const isStuck = uploads.some(hasStopped)
  useEffect(() => {
    if (!isLeft) held?.form.requestSubmit(held.submitter)
  }, [held, isLeft])
  useEffect(() => {
    if (!isLeft) return
    const warn = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isLeft])
  useListening('online', () => {
    for (const { key, state } of uploads) if (state === 'broken') retry(key)
  })

  return {
    start,
    retry,
    drop(key) {
      setHeld(undefined)
      forget(key)
    },
    of: (paper) => uploads.filter((one) => one.paper === paper),
    notOnTheirWay: (files) => files.filter(({ id }) => !uploads.some(({ fileId }) => fileId === id)),
    pending: isStuck ? 'stuck' : held && isLeft ? 'held' : undefined,
    holdForm(event) {
      if (isLeft) event.preventDefault()
      const { currentTarget: form, nativeEvent } = event
      setHeld(isLeft ? { form, submitter: (nativeEvent as SubmitEvent).submitter } : undefined)
    },
  }
}

function useListening(type: string, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const listen = () => latest.current()
    addEventListener(type, listen)
    return () => removeEventListener(type, listen)
  }, [type])
}

/** A file that is refused says so in words of its reader; what else is refused (signed out, too many) in those of the server. */
function refusalOf(response: HttpResponse | null): Partial<Upload> {
  const status = response?.getStatus() ?? 0
  if (status < 400 || status >= 500) return { state: 'broken' }
  if (status === 413) return { state: 'refused', why: uploadErrorWords('tooLarge') }
  const { code, words } = JSON.parse(response?.getBody() ?? '') as { code: string; words: Words }
  return { state: 'refused', why: status === 415 || status === 422 ? uploadErrorWords(code) : words }
}

/** Puts a file that has come where it belongs, by an operation; answers why not. Throws if the line is away. */
export async function attachFile(path: string, paper: string, fileId: string): Promise<Words | undefined> {
  const answer = await fetch(`/api${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ paper, fileId }),
  })
  return answer.ok ? undefined : ((await answer.json()) as { words: Words }).words
}

/** Takes over the file inputs of the page: choosing a file sends it at once, in pieces that survive a broken line. */
export function useChosenFiles(start: Uploads['start']): void {
  useEffect(() => {
    const chosen = (event: Event) => {
      const input = event.target as HTMLInputElement
      const paper = input.closest<HTMLFormElement>('form[data-paper]')?.dataset['paper']
      if (input.type !== 'file' || paper === undefined) return
      for (const file of input.files ?? []) start(paper, file)
      input.value = ''
    }
    document.addEventListener('change', chosen)
    return () => document.removeEventListener('change', chosen)
  }, [start])
}

/** What a refused file means to whoever sent it. */
export function uploadErrorWords(code: string): Words {
  if (code === 'tooLarge' || code === 'uploadTooLarge')
    return {
      vi: 'Tệp lớn quá 25 MB. Chụp lại nhỏ hơn hoặc chia làm nhiều tệp.',
      en: 'Larger than 25 MB. Use a smaller photo or several files.',
    }
  if (code === 'empty')
    return { vi: 'Tệp này trống. Xin chọn lại tệp.', en: 'This file is empty. Please choose another.' }
  if (code === 'malware') return refusals.malware
  if (code === 'scanWaits') return filesProblems.scanWaits.message
  const refused = (servicesProblems as Readonly<Record<string, ProblemKind>>)[code]
  if (refused !== undefined) return refused.message
  return {
    vi: 'Tệp này không đọc được hoặc không phải ảnh, PDF. Xin chụp lại và gửi lại.',
    en: 'This file cannot be read or is no photo or PDF. Please send it again.',
  }
}
