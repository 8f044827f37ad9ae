import type { Brake } from '#values/brake.ts'
import { problems, type ProblemKind } from '#values/errors.ts'
import type { StreamOperation } from '#values/stream-operation.ts'

/** By `link`: how often one file is had; by `network`: links that lead to nothing. */
export const linkBrakes = {
  link: { free: 60, longestSeconds: 60 },
  network: { free: 20, longestSeconds: 300 },
} as const satisfies Record<string, Brake>

export const linkProblems = {
  linkWait: {
    status: 429,
    message: {
      vi: 'Mở tệp quá nhiều lần. Xin chờ một lát rồi thử lại.',
      en: 'Too many requests for this file. Please wait a moment.',
    },
  },
} as const satisfies Record<string, ProblemKind>

/** What the national portal opens by itself. */
export const nationalPortalStreams: readonly StreamOperation[] = [
  {
    method: 'GET',
    path: '/cong-quoc-gia/ho-so/{dossier}/{kind}/{id}',
    title: { vi: 'Cổng quốc gia tải giấy tờ, kết quả', en: 'The national portal downloads a paper or result' },
    permission: 'anyone',
    limits: linkBrakes,
    answers: {
      200: {
        says: 'The file; `den` and `ky` of the address are its proof.',
        headers: ['Content-Disposition', 'Content-Length'],
        content: ['application/octet-stream'],
      },
    },
    problems: { notFound: problems.notFound, linkWait: linkProblems.linkWait },
  },
]
