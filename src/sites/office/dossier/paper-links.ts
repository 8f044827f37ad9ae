import { showSize } from '#values/show-size.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { filesProblems } from '#engines/files/contract.ts'
import { sayOrigin } from '#engines/services/web/index.ts'
import type { IconName } from '#ui/Icon.tsx'
import type { OfficeDossier } from '../acts/acts.ts'

const words = {
  form: { vi: 'Đơn', en: 'Application' },
  result: { vi: 'Dự thảo kết quả', en: 'Draft result' },
  issued: { vi: 'Kết quả', en: 'Result' },
} as const satisfies Record<string, Words>

export interface PaperLink {
  readonly id: string
  readonly text: string
  readonly href: string
  readonly downloadHref: string
  /** Where the words that the machine read in it are; none of what is printed here. */
  readonly wordsHref?: string
  /** `blocked`: malware was found in it, nobody can read it. */
  readonly kind: 'picture' | 'document' | 'other' | 'blocked'
  readonly icon: IconName
  readonly note?: string
  readonly sha256?: string
  /** Where it is from. */
  readonly origin?: string
  /** The dossier that it is used again from. */
  readonly sourceCode?: string
}

export const printHref = (id: string, form: string): string => `/api/services/dossiers/${id}/print/${form}`

function originOf(file: OfficeDossier['papers'][number]['files'][number], language: Language) {
  const said = sayOrigin(file)
  return {
    ...(said && { origin: say(said, language) }),
    ...(file.sourceCode !== null && { sourceCode: file.sourceCode }),
  }
}

/** Every paper of a dossier that can be looked at: the written application, each file, the result. */
export function paperLinks(dossier: OfficeDossier, language: Language): PaperLink[] {
  const links: PaperLink[] = []
  const printed = (form: string, text: string, version = ''): PaperLink => ({
    id: form,
    text,
    href: `/can-bo/ho-so/${dossier.id}/xem/${form}${version}`,
    downloadHref: printHref(dossier.id, form),
    kind: 'document',
    icon: 'file-text',
  })
  const generated = dossier.papers.find((paper) => paper.generated)
  links.push(printed('application', generated ? say(generated.name, language) : say(words.form, language)))
  for (const paper of dossier.papers) {
    paper.files.forEach((file, at) => {
      const isPicture = file.mediaType.startsWith('image/')
      const isDocument = file.mediaType === 'application/pdf'
      links.push({
        id: file.id,
        text: paper.files.length > 1 ? `${say(paper.name, language)} ${at + 1}` : say(paper.name, language),
        href: isPicture || isDocument ? `/files/${file.id}/preview` : `/files/${file.id}`,
        downloadHref: `/files/${file.id}`,
        ...((isPicture || isDocument) && { wordsHref: `/can-bo/ho-so/${dossier.id}/chu/${file.id}` }),
        kind: file.isBlocked ? 'blocked' : isPicture ? 'picture' : isDocument ? 'document' : 'other',
        icon: file.isBlocked ? 'alert-triangle' : isPicture ? 'photo' : 'file-text',
        note: file.isBlocked ? say(filesProblems.fileBlocked.message, language) : showSize(file.size),
        sha256: file.sha256,
        ...originOf(file, language),
      })
    })
  }
  if (dossier.result) {
    const { number, revision } = dossier.result
    // Another address whenever it was saved, so that it is shown anew.
    links.push(printed('result', say(number === null ? words.result : words.issued, language), `?ban=${revision}`))
  }
  return links
}
