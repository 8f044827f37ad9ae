import type { Page } from '../../client.ts'
import { textOf } from '../../form-text.ts'

/** Calls a council or an inspection, or keeps its minutes, as posted; false where the form does neither. */
export async function saveMeeting({ client }: Pick<Page, 'client'>, id: string, form: FormData): Promise<boolean> {
  const step = textOf(form, 'step')
  switch (textOf(form, 'do')) {
    case 'call':
      await client.services.callMeeting({
        id,
        step,
        on: textOf(form, 'on'),
        time: textOf(form, 'time'),
        place: textOf(form, 'place'),
      })
      return true
    case 'minutes':
      await client.services.keepMinutes({
        id,
        step,
        members: readMembers(textOf(form, 'members')),
        findings: textOf(form, 'findings'),
        conclusion: textOf(form, 'conclusion') as 'met',
      })
      return true
    default:
      return false
  }
}

/** One a line: `Vi Văn Tám; UBND xã Nghĩa Hưng; thống nhất`. Body and opinion may be left out. */
export const readMembers = (text: string) =>
  text
    .split('\n')
    .map((line) => line.split(';').map((part) => part.trim()))
    .filter(([name]) => name !== '')
    .map(([name = '', body = '', ...opinion]) => ({ name, body, opinion: opinion.join('; ') }))
