import { say, type Language, type Words } from '#values/words.ts'
import { SummaryFiles } from '#ui/portal/SummaryList.tsx'
import type { Client } from '#engines/contract.ts'
import { filesProblems } from '#engines/files/contract.ts'
import { sayOrigin } from '#engines/services/web/index.ts'
import { fileHref, PaperPicture } from './PaperPicture.tsx'

type Papers = Awaited<ReturnType<Client['services']['getInvitation']>>['papers']

const words = {
  none: { vi: 'Chưa có tệp', en: 'No file yet' },
  generated: { vi: 'Hệ thống lập từ các câu trả lời', en: 'Made from the answers' },
  open: { vi: 'Mở', en: 'Open' },
} as const satisfies Record<string, Words>

type PaperFile = Papers[number]['files'][number]

/** That it is blocked, or that it is used again and from where; what the applicant sent needs no word. */
function notesOf(file: PaperFile | (PaperFile & Parameters<typeof sayOrigin>[0])): Words[] {
  if (file.isBlocked) return [filesProblems.fileBlocked.message]
  const said = 'sourceCode' in file && file.sourceCode !== null ? sayOrigin(file) : undefined
  return said === undefined ? [] : [said]
}

/** The papers of an application, each file with its picture or sign and a way to look at it. */
export function PaperFiles({
  language,
  title,
  papers,
}: {
  readonly language: Language
  readonly title: string
  readonly papers: Papers
}) {
  const t = (one: Words) => say(one, language)
  return (
    <SummaryFiles
      title={title}
      files={papers.flatMap(({ name, generated, files }) =>
        files.length === 0
          ? [{ name: t(name), note: t(generated ? words.generated : words.none), picture: <PaperPicture files={[]} /> }]
          : files.map((file, at) => ({
              name: files.length === 1 ? t(name) : `${t(name)} (${at + 1}/${files.length})`,
              note: [file.name, ...notesOf(file).map(t)].join('. '),
              picture: <PaperPicture files={[file]} />,
              link: file.isBlocked ? undefined : { href: fileHref(file), text: t(words.open) },
            })),
      )}
    />
  )
}
