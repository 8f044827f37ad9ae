import { z } from 'zod'
import type { Brake } from '#values/brake.ts'
import type { ProblemKind } from '#values/errors.ts'
import { operation } from '#values/operation.ts'

/** Whoever is not signed in asks so often from one network, where a whole commune may sit behind one, and is slowed from then on. */
export const openDataBrakes = { network: { free: 1200, longestSeconds: 10 } } as const satisfies Record<string, Brake>

export const openDataProblems = {
  openDataWait: {
    status: 429,
    message: {
      vi: 'Mạng này hỏi dữ liệu mở quá nhiều. Chờ ít giây rồi hỏi tiếp; mỗi câu trả lời dùng lại được trong một phút.',
      en: 'This network asks for open data too often. Wait some seconds; each answer may be kept for a minute.',
    },
  },
} as const satisfies Record<string, ProblemKind>

/** Open data: anybody reads it, and may keep an answer for a minute, as often as it is counted. */
export const asOpenData = {
  kind: 'read',
  permission: 'anyone',
  cachedSeconds: 60,
  limits: openDataBrakes,
  problems: openDataProblems,
} as const

export const openDataContract = {
  getOpenData: operation(
    { title: { vi: 'Danh mục dữ liệu mở', en: 'Catalogue of open data' }, ...asOpenData },
    { method: 'GET', path: '/reporting/open-data' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        /** On which terms it may be used. */
        terms: z.string(),
        /** When everything was last counted anew that had changed; null before the first time. */
        countedAt: z.date().nullable(),
        datasets: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            text: z.string(),
            json: z.string(),
            csv: z.string().nullable(),
            asks: z.string(),
            columns: z.array(z.object({ key: z.string().nullable(), head: z.string().nullable(), means: z.string() })),
          }),
        ),
      }),
    ),
}
