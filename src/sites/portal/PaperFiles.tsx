import { say, type Language, type Words } from '#values/words.ts'
import { SummaryFiles } from '#ui/portal/SummaryList.tsx'
import type { Client } from '#engines/contract.ts'
import { filesProblems } from '#engines/files/contract.ts'
import { fileHref, PaperPicture } from './PaperPicture.tsx'

type Papers = Awaited<ReturnType<Client['services']['getInvitation']>>['papers']

const words = {
  none: { vi: 'Chưa có tệp', en: 'No file yet' },
  generated: { vi: 'Hệ thống lập từ các câu trả lời', en: 'Made from the answers' },
  open: { vi: 'Mở', en: 'Open' },
} as const satisfies Record<string, Words>

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
              note: file.isBlocked ? `${file.name}. ${t(filesProblems.fileBlocked.message)}` : file.name,
              picture: <PaperPicture files={[file]} />,
              link: file.isBlocked ? undefined : { href: fileHref(file), text: t(words.open) },
            })),
      )}
    />
  )
}
