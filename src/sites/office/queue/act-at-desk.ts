import type { Client } from '#engines/contract.ts'
import { instantOf, dateAt } from '#values/plain-date.ts'
import { textOf } from '../../form-text.ts'

/** Does what a button of the desk says: `lam` holds what, and after a colon with which number, desk or time. */
export async function actAtDesk({ queue }: Client, form: FormData): Promise<void> {
  const [what, id = ''] = textOf(form, 'lam').split(':')
  switch (what) {
    case 'goi':
      return void (await queue.callNext({}))
    case 'goi-lai':
      return void (await queue.callAgain({ id }))
    case 'vang':
      return void (await queue.markAbsent({ id }))
    case 'xong':
      return void (await queue.finishTicket({ id }))
    case 'nhan-lai':
      return void (await queue.returnTicket({ id }))
    case 'chuyen':
      return void (await queue.passTicket({ id, deskId: textOf(form, 'quay') }))
    case 'ngoi':
      return void (await queue.sitDown({ id }))
    case 'nghi':
      return void (await queue.changeDesk({ state: 'paused', backAt: backAt(textOf(form, 'den')) }))
    case 'dua-len':
      return void (await queue.showOnTablet({ title: textOf(form, 'ten'), lines: linesIn(form) }))
    case 'bo-xuong':
      return void (await queue.clearTablet({}))
    case 'mo':
      return void (await queue.changeDesk({ state: 'open' }))
    case 'dong':
      return void (await queue.changeDesk({ state: 'closed' }))
  }
}

/** What the page put together; whether it is lines is for the operation to say, and what nothing can read is none. */
function linesIn(form: FormData): { label: string; value: string }[] {
  try {
    return JSON.parse(textOf(form, 'dong')) as { label: string; value: string }[]
  } catch {
    return []
  }
}

/** `10:30` of today as an instant. */
function backAt(clock: string): string | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? []
  if (hours === undefined) return undefined
  return instantOf(dateAt(new Date()), Number(hours) * 60 + Number(minutes)).toISOString()
}
