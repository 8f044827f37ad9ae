import type { ServerResponse } from 'node:http'
import type { Answer } from './services.ts'

/** How it answers otherwise than it does. */
export type Lie =
  /** Says that it refuses, by a code of no list or by one for "later", and keeps what it was told. */
  | 'refuses-and-keeps'
  | 'later-and-keeps'
  /** Keeps it, and fails; or cuts the line before or within its answer. */
  | 'fails-and-keeps'
  | 'cuts-the-line'
  | 'half-an-answer'
  /** Keeps it, and answers when nobody waits any more. */
  | 'answers-too-late'
  /** Says that it took it, and keeps nothing. */
  | 'accepts-and-loses'
  /** Keeps it, and what it says of it is no JSON, JSON that says nothing, or JSON in another charset. */
  | 'page-of-html'
  | 'error-without-code'
  | 'other-charset'
  /** Keeps it, and its answer begins with a mark of byte order, or is about nothing at all between what it is about. */
  | 'byte-order-mark'
  | 'odd-entries'
  /** Keeps it, and speaks of another dossier. */
  | 'names-another'

const lateMs = 1300

const json = { 'Content-Type': 'application/json; charset=utf-8' }

/** Answers with a lie; `serve` does what was asked, and says the truth about it. */
export function lie(how: Lie, serve: () => Answer, response: ServerResponse): void {
  if (how === 'accepts-and-loses') return void response.writeHead(200, json).end('{"error_code":"00","message":""}')
  const truth = serve()
  const whole = JSON.stringify(truth)
  const say = (value: unknown): void => void response.writeHead(200, json).end(JSON.stringify(value))
  const answers: Readonly<Record<Exclude<Lie, 'accepts-and-loses'>, () => void>> = {
    'refuses-and-keeps': () => say({ error_code: '77', message: 'Lỗi không xác định' }),
    'later-and-keeps': () => say({ error_code: '99', message: 'Hệ thống đang bận' }),
    'fails-and-keeps': () => void response.writeHead(500).end('Internal Server Error'),
    'cuts-the-line': () => void response.destroy(),
    'half-an-answer': () => {
      response.writeHead(200, { ...json, 'Content-Length': whole.length * 2 })
      response.write(whole.slice(0, whole.length / 2), () => response.destroy())
    },
    'answers-too-late': () => void setTimeout(() => say(truth), lateMs),
    'page-of-html': () => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Đăng nhập</html>'),
    'error-without-code': () => say({ Message: 'An error has occurred.' }),
    'other-charset': () => void response.writeHead(200, json).end(Buffer.from(whole, 'utf16le')),
    'byte-order-mark': () => void response.writeHead(200, json).end(`\uFEFF${whole}`),
    'odd-entries': () => say({ ...truth, result: [null, 7, [], ...(truth.result ?? [])] }),
    'names-another': () => say({ error_code: '00', message: '', result: [{ MaHoSo: 'H99-1', error_code: '00' }] }),
  }
  answers[how]()
}
