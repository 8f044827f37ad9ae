import { refuse } from '../refused.ts'
import { isOutside } from './embedded.ts'

/** Fields of Word that start a program or take in another file when they are brought up to date. */
const active = /^[\s"]*(DDE|DDEAUTO|LINK|INCLUDE|INCLUDETEXT|IMPORT|DATABASE|RD)\b/i

const picture = /^[\s"]*INCLUDEPICTURE\b\s*(?:"([^"]*)"?|(\S*))/i

/** Refuses a field by what it says as a whole, wherever its pieces stood. A picture that lay on the writer's own disk is let be. */
export function checkField(instruction: string): void {
  const name = active.exec(instruction)?.[1]
  if (name !== undefined) refuse('activeContent', `field ${name}`)
  const [shown, quoted, bare] = picture.exec(instruction) ?? []
  if (shown === undefined) return
  const target = (quoted ?? bare ?? '').replaceAll('\\\\', '\\')
  // Without a name of its own, that of the file comes from another field.
  if (target.trim() === '' || isOutside(target)) refuse('activeContent', 'field INCLUDEPICTURE')
}

/** Puts together the fields of one part: each is spread over many runs, and one may stand within another. */
export class Fields {
  private readonly open: string[] = []

  mark(kind: string | undefined): void {
    if (kind === 'begin') this.open.push('')
    if (kind === 'separate' && this.open.length > 0) checkField(this.open.at(-1) as string)
    if (kind === 'end') checkField(this.open.pop() ?? '')
  }

  add(text: string): void {
    this.open.push(`${this.open.pop() ?? ''}${text}`)
  }

  /** Also of what was never closed. */
  end(): void {
    for (const one of this.open) checkField(one)
  }
}
