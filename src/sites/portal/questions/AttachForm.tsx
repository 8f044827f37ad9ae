import { say, type Language, type Words } from '#values/words.ts'
import type { PetitionKind } from '#engines/petitions/contract.ts'
import { Button } from '#ui/portal/Button.tsx'
import { FileDrop } from '#ui/portal/FileDrop.tsx'
import { FormToken } from '../../FormToken.tsx'
import { fileErrorWords } from '../../file-error-words.ts'

const words = {
  title: { vi: 'Gửi kèm ảnh, giấy tờ', en: 'Add a photo or paper' },
  choose: { vi: 'Chọn tệp', en: 'Choose a file' },
  send: { vi: 'Gửi tệp này', en: 'Send this file' },
  hint: {
    vi: 'Ảnh, PDF, Word, Excel; mỗi lần một tệp, nhiều nhất 5 tệp, mỗi tệp tới 10 MB.',
    en: 'Photos, PDF, Word, Excel; one at a time, 5 at the most, 10 MB each.',
  },
  hintSealed: {
    vi: 'Chỉ ảnh (JPEG, PNG, WebP), mỗi lần một ảnh, nhiều nhất 5 ảnh, mỗi ảnh tới 10 MB. Máy bỏ nơi chụp, tên máy và tên tệp, rồi niêm phong như danh tính. Trong ảnh đừng để lộ mình.',
    en: 'Pictures only (JPEG, PNG, WebP), one at a time, 5 at the most, 10 MB each. Place, camera and file name are taken out, and it is sealed like who you are. Do not show yourself in it.',
  },
} as const satisfies Record<string, Words>

const papers = 'image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx,.odt,.ods'

interface AttachFormProps {
  readonly language: Language
  readonly kind: PetitionKind
  /** By the code where there is no account, else one's own by its id. */
  readonly by: { readonly lookUpCode: string; readonly formToken: string } | { readonly id: string }
  /** The code of why the last file was not taken. */
  readonly error?: string | undefined
}

/** A plain form for one file, without a script. */
export function AttachForm({ language, kind, by, error }: AttachFormProps) {
  const t = (one: Words) => say(one, language)
  const isSealed = kind === 'denunciation'
  return (
    <form
      method="post"
      action={'id' in by ? '/uploads/form' : '/hoi-dap/tra-cuu/tep'}
      encType="multipart/form-data"
      className="stack"
    >
      <FormToken {...('formToken' in by && { token: by.formToken })} />
      {'id' in by ? (
        <>
          <input type="hidden" name="return" value={`/trang-cua-toi/hoi-dap/${by.id}`} />
          <input type="hidden" name="attach" value={`/petitions/mine/${by.id}/files`} />
          <input type="hidden" name="paper" value="tep" />
        </>
      ) : (
        <input type="hidden" name="ma" value={by.lookUpCode} />
      )}
      <FileDrop
        title={t(words.title)}
        hint={t(isSealed ? words.hintSealed : words.hint)}
        {...(error !== undefined && { error: t(fileErrorWords(error)) })}
        accept={isSealed ? 'image/jpeg,image/png,image/webp' : papers}
        ways={[{ name: 'file', text: t(words.choose), icon: 'paperclip' }]}
      />
      <Button kind="secondary">{t(words.send)}</Button>
    </form>
  )
}
