import { useCallback, useState } from 'react'
import { Upload as TusUpload } from 'tus-js-client'
import type { Words } from '#values/words.ts'

export interface Upload {
  readonly key: string
  readonly paper: string
  readonly name: string
  readonly percent: number
  readonly state: 'sending' | 'waiting' | 'checking' | 'failed'
  readonly why?: string
}

/** Sends files in pieces (tus 1.0): a broken line costs only the piece under way, and sending goes on by itself. */
export function useUploads(done: (paper: string, fileId: string) => Promise<void>) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])

  const change = useCallback((key: string, next: Partial<Upload> | undefined) => {
    setUploads((all) =>
      next === undefined
        ? all.filter((one) => one.key !== key)
        : all.map((one) => (one.key === key ? { ...one, ...next } : one)),
    )
  }, [])

  const start = useCallback(
    (paper: string, file: File) => {
      const key = `${paper} ${file.name} ${file.lastModified} ${Math.random()}`
      setUploads((all) => [...all, { key, paper, name: file.name, percent: 0, state: 'sending' }])
      const upload = new TusUpload(file, {
        endpoint: '/uploads',
        chunkSize: 512 * 1024,
        retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 60_000],
        metadata: { filename: file.name, filetype: file.type },
        removeFingerprintOnSuccess: true,
        onProgress: (sent, total) =>
          change(key, { percent: Math.floor((100 * sent) / total), state: sent === total ? 'checking' : 'sending' }),
        onShouldRetry: (error) => {
          const status = error.originalResponse?.getStatus() ?? 0
          const goesOn = status === 0 || status >= 500 || status === 409 || status === 423
          if (goesOn) change(key, { state: 'waiting' })
          return goesOn
        },
        onError: (error) => {
          const status = 'originalResponse' in error ? error.originalResponse?.getStatus() : undefined
          change(key, {
            state: 'failed',
            why:
              status === 422 || status === 415 || status === 413
                ? uploadErrorWords(status === 413 ? 'tooLarge' : 'refused').vi
                : 'mất mạng',
          })
        },
        onSuccess: ({ lastResponse }) => {
          const fileId = lastResponse.getHeader('x-file-id') ?? upload.url?.split('/').at(-1) ?? ''
          void done(paper, fileId).then(() => change(key, undefined))
        },
      })
      void upload.findPreviousUploads().then(([before]) => {
        if (before) upload.resumeFromPreviousUpload(before)
        upload.start()
      })
    },
    [change, done],
  )

  return { start, of: (paper: string) => uploads.filter((one) => one.paper === paper) }
}

/** What a refused file means to whoever sent it. */
export function uploadErrorWords(code: string): Words {
  if (code === 'tooLarge')
    return {
      vi: 'Tệp lớn quá 25 MB. Chụp lại nhỏ hơn hoặc chia làm nhiều tệp.',
      en: 'Larger than 25 MB. Use a smaller photo or several files.',
    }
  return {
    vi: 'Tệp này không đọc được hoặc không phải ảnh, PDF. Xin chụp lại và gửi lại.',
    en: 'This file cannot be read or is no photo or PDF. Please send it again.',
  }
}
