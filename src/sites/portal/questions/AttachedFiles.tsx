import { showSize } from '#values/show-size.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { filesProblems } from '#engines/files/contract.ts'
import { FileCard } from '#ui/portal/FileDrop.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = { download: { vi: 'Tải về', en: 'Download' } } as const satisfies Record<string, Words>

interface AttachedFilesProps {
  readonly language: Language
  readonly files: readonly {
    readonly id: string
    readonly name: string
    readonly size: number
    readonly isBlocked: boolean
  }[]
  /** Without an account each is asked for by the code. */
  readonly by?: { readonly lookUpCode: string; readonly formToken: string } | undefined
}

/** Files beside what was said or answered. */
export function AttachedFiles({ language, files, by }: AttachedFilesProps) {
  const t = (one: Words) => say(one, language)
  return files.map(({ id, name, size, isBlocked }) => {
    const download = { icon: 'download', text: t(words.download) } as const
    const card = (
      <FileCard
        key={id}
        title={name}
        meta={isBlocked ? t(filesProblems.fileBlocked.message) : showSize(size)}
        actions={isBlocked ? [] : [by === undefined ? { ...download, href: `/files/${id}` } : download]}
      />
    )
    return by === undefined ? (
      card
    ) : (
      <form key={id} method="post" action={`/hoi-dap/tra-cuu/tep/${id}`}>
        <FormToken token={by.formToken} />
        <input type="hidden" name="ma" value={by.lookUpCode} />
        {card}
      </form>
    )
  })
}
