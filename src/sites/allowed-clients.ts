import { scopes } from '#engines/identity/contract.ts'
import type { Client } from '#engines/contract.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'

export type AllowedClient = Awaited<ReturnType<Client['identity']['listMyClients']>>[number]

export const allowedWords = {
  title: { vi: 'Hệ thống đã cho biết về mình', en: 'Systems that may know you' },
  text: {
    vi: 'Những hệ thống này vào được bằng tài khoản ở đây. Thu lại thì phiên ở bên ấy kết thúc ngay.',
    en: 'You enter these systems with your account of here. Taken back, your session there ends at once.',
  },
  takeBack: { vi: 'Thu lại', en: 'Take back' },
  knows: { vi: '{owner}. Được biết: {what}. Đồng ý ngày {day}.', en: '{owner}. It knows: {what}. Agreed on {day}.' },
  nothing: { vi: 'vẫn là một người', en: 'that you are the same person' },
} as const satisfies Record<string, Words>

/** What a system was allowed, in one line. */
export function knownBy({ owner, scopes: allowed, givenAt }: AllowedClient, language: Language): string {
  const what = allowed.map((one) => say(scopes[one], language).toLowerCase()).join(', ')
  const values = { owner, what: what || say(allowedWords.nothing, language), day: showDate(dateAt(givenAt)) }
  return say(fill(allowedWords.knows, values), language)
}
