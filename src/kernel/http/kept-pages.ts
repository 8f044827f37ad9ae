import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import type { Glance } from './glance.ts'
import { languageOf, tellLanguage } from './language.ts'
import type { ReadyAnswer } from './ready-answer.ts'
import { readyText, squeeze } from './text-answer.ts'

type Bytes = Uint8Array<ArrayBuffer>

interface Kept {
  /** Before and behind the place of the notice. */
  readonly parts: readonly [Bytes, Bytes]
  readonly at: Date
  /** With its notice and gzipped, once somebody was shown it: thousands are in the same minute. */
  readonly squeezed: Partial<Record<Why, Bytes>>
}

/** Of all copies: the public pages of a province and the searches of the hour; gzipped they add a fourth. */
const mostBytes = 16_000_000
const longest = 800_000

const words = {
  away: {
    vi: 'Hệ thống tạm thời không đọc được dữ liệu. Trang này là bản lưu lúc {time} ngày {day}. Lúc này chưa nộp được hồ sơ và chưa tra cứu được; xin quay lại sau ít phút.',
    en: 'The system cannot read its data for the moment. This page is a copy of {time} on {day}. Nothing can be filed or looked up now; please come back in a few minutes.',
  },
  busy: {
    vi: 'Hệ thống đang rất đông người dùng. Trang này là bản lưu lúc {time} ngày {day}.',
    en: 'Very many people use the system right now. This page is a copy of {time} on {day}.',
  },
} as const satisfies Record<string, Words>

type Why = keyof typeof words

/** The last good drawing of each public page, as strangers see it: shown while the database is away, or when there is too much to do. */
export interface KeptPages {
  keep(request: Glance, language: Language, html: string): void
  /** The copy with a notice that it is one; undefined where there is none. */
  find(request: Glance, why: Why): ReadyAnswer | undefined
}

export function createKeptPages(now: () => Date): KeptPages {
  const kept = new Map<string, Kept>()
  let bytes = 0
  const forget = (key: string) => {
    bytes -= sizeOf(kept.get(key))
    kept.delete(key)
  }
  return {
    keep(request, language, html) {
      const bodyAt = html.indexOf('>', html.indexOf('<body')) + 1
      const copy: Kept = {
        parts: [encode(html.slice(0, bodyAt)), encode(html.slice(bodyAt))],
        at: now(),
        squeezed: {},
      }
      if (sizeOf(copy) > longest) return
      const key = keyOf(request, language)
      forget(key)
      bytes += sizeOf(copy)
      kept.set(key, copy)
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break
        forget(oldest)
      }
    },
    find(request, why) {
      if (request.method !== 'GET') return undefined
      const language = languageOf(request)
      const copy = kept.get(keyOf(request, language))
      if (copy === undefined) return undefined
      const headers = new Headers({
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Kept-At': copy.at.toISOString(),
      })
      tellLanguage(headers, language)
      const text = withNotice(copy, words[why], language)
      return readyText(request, text, 200, headers, () => (copy.squeezed[why] ??= squeeze(text)))
    },
  }
}

function keyOf({ url }: Glance, language: Language): string {
  const { pathname, search } = new URL(url)
  return `${language} ${pathname}${search}`
}

const encode = (text: string): Bytes => new TextEncoder().encode(text)

const sizeOf = (copy: Kept | undefined): number => (copy ? copy.parts[0].length + copy.parts[1].length : 0)

function withNotice({ parts: [before, behind], at }: Kept, why: Words, language: Language): Bytes {
  const said = say(fill(why, { time: showClock(at), day: showDate(dateAt(at)) }), language)
  const notice = encode(`<p class="kept-copy tone-waiting" role="status">${said}</p>`)
  return Buffer.concat([before, notice, behind])
}
