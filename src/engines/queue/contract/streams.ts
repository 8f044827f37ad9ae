import { problems } from '#values/errors.ts'
import type { StreamOperation } from '#values/stream-operation.ts'

const { forbidden, notFound } = problems

/** What a board listens to. */
export const boardStreams: readonly StreamOperation[] = [
  {
    method: 'GET',
    path: '/queue/board/events',
    title: { vi: 'Bảng gọi số, đẩy ngay khi đổi', en: 'Board of numbers, pushed at every change' },
    permission: 'device',
    answers: { 200: { says: 'The board as JSON, at once and at every change.', content: ['text/event-stream'] } },
    problems: { forbidden },
  },
  {
    method: 'GET',
    path: '/queue/tickets/{id}/voice',
    title: { vi: 'Tiếng gọi một số', en: 'The spoken call of a number' },
    permission: 'device',
    answers: { 200: { says: 'The call.', content: ['audio/wav'] }, 204: { says: 'The server has no voice.' } },
    problems: { forbidden, notFound },
  },
]
