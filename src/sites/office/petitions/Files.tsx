import { Form } from 'react-router'
import { showSize } from '#values/show-size.ts'
import type { Words } from '#values/words.ts'
import { filesProblems } from '#engines/files/contract.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Field } from '#ui/office/Fields.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { fileErrorWords } from '../../file-error-words.ts'
import { FormToken } from '../../FormToken.tsx'
import { useSay } from '../use-office.ts'
import type { ShownPetition } from './one.tsx'

const words = {
  given: { vi: 'Tệp người gửi kèm', en: 'Files of the sender' },
  ofAnswer: { vi: 'Tệp kèm câu trả lời', en: 'Files of the answer' },
  public: { vi: 'Đã đăng', en: 'Published' },
  remove: { vi: 'Bỏ', en: 'Take away' },
  choose: { vi: 'Kèm tệp vào câu trả lời', en: 'Put a file to the answer' },
  hint: {
    vi: 'PDF, ảnh, Word, Excel; nhiều nhất 5 tệp. Lưu câu trả lời đang viết trước khi kèm.',
    en: 'PDF, picture, Word, Excel; 5 at the most. Save what you are writing first.',
  },
  attach: { vi: 'Kèm tệp', en: 'Put it' },
} as const satisfies Record<string, Words>

interface FilesProps {
  readonly petition: ShownPetition
  readonly part: 'sender' | 'answer'
}

/** What was given with a petition, or goes with its answer; nothing where there is none. */
export function Files({ petition, part }: FilesProps) {
  const t = useSay()
  const files = petition.files.filter((file) => file.part === part)
  if (files.length === 0) return null
  const label = t(part === 'sender' ? words.given : words.ofAnswer)
  return (
    <section className="petition-files">
      <h3>{label}</h3>
      <LineList
        label={label}
        lines={files.map((file) => ({
          id: file.id,
          icon: file.isBlocked ? 'alert-triangle' : 'paperclip',
          text: file.name,
          note: file.isBlocked ? t(filesProblems.fileBlocked.message) : showSize(file.size),
          ...(!file.isBlocked && { href: hrefOf(file) }),
          right: file.mayRemove ? (
            <Form method="post">
              <FormToken />
              <input type="hidden" name="do" value="detach" />
              <Act icon="x" text={t(words.remove)} name="fileId" value={file.id} />
            </Form>
          ) : file.isPublic ? (
            <StatusText tone="good">{t(words.public)}</StatusText>
          ) : undefined,
        }))}
      />
    </section>
  )
}

/** Pictures and PDF open; what was sealed, and all else, is downloaded. */
const hrefOf = ({ id, mediaType, isSealed }: ShownPetition['files'][number]): string =>
  isSealed
    ? `/petitions/sealed/${id}`
    : mediaType.startsWith('image/') || mediaType === 'application/pdf'
      ? `/files/${id}/preview`
      : `/files/${id}`

interface AttachToAnswerProps {
  readonly petition: ShownPetition
  /** The code of why the last file was not taken. */
  readonly error: string | undefined
}

/** A plain form for one file of the answer. */
export function AttachToAnswer({ petition, error }: AttachToAnswerProps) {
  const t = useSay()
  return (
    <form method="post" action="/uploads/form" encType="multipart/form-data">
      <FormToken />
      <input type="hidden" name="return" value={`/can-bo/hoi-dap/${petition.id}`} />
      <input type="hidden" name="attach" value={`/petitions/${petition.id}/files`} />
      <input type="hidden" name="paper" value="tep" />
      <Field
        id="answer-file"
        label={t(words.choose)}
        hint={t(words.hint)}
        {...(error !== undefined && { error: t(fileErrorWords(error)) })}
      >
        <input type="file" id="answer-file" name="file" aria-describedby="answer-file-says" required />
      </Field>
      <ActionRow>
        <Act icon="paperclip" text={t(words.attach)} type="submit" />
      </ActionRow>
    </form>
  )
}
