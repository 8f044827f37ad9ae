import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { languageOf, tellLanguage } from './language.ts'
import { textAnswer } from './text-answer.ts'

interface Kept {
  readonly html: string
  readonly at: Date
}

/** Characters of all copies, at most two bytes each: the public pages of a province and the searches of the hour. */
const mostCharacters = 12_000_000
const longest = 600_000

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

/** The last good drawing of each public page, as strangers see it: shown while the database is away, or when there is too much to do. */
export interface KeptPages {
  keep(request: Request, language: Language, html: string): void
  /** The copy with a notice that it is one; undefined where there is none. */
  find(request: Request, why: keyof typeof words): Response | undefined
}

export function createKeptPages(now: () => Date): KeptPages {
  const kept = new Map<string, Kept>()
  let characters = 0
  const forget = (key: string) => {
    characters -= kept.get(key)?.html.length ?? 0
    kept.delete(key)
  }
  return {
    keep(request, language, html) {
      if (html.length > longest) return
      const key = keyOf(request, language)
      forget(key)
      characters += html.length
      kept.set(key, { html, at: now() })
      for (const oldest of kept.keys()) {
        if (characters <= mostCharacters) break
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
      return textAnswer(request, withNotice(copy, words[why], language), 200, headers)
    },
  }
}

function keyOf({ url }: Request, language: Language): string {
  const { pathname, search } = new URL(url)
  return `${language} ${pathname}${search}`
}

function withNotice({ html, at }: Kept, why: Words, language: Language): string {
  const said = say(fill(why, { time: showClock(at), day: showDate(dateAt(at)) }), language)
  return html.replace(/<body[^<>]*>/, (body) => `${body}<p class="kept-copy tone-waiting" role="status">${said}</p>`)
}
