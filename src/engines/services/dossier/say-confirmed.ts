import type { Context } from '#kernel/operations/context.ts'
import { showInstant } from '#values/show-time.ts'
import { writeHistory } from './history.ts'

/** Says in the history, to its applicant too, that they read at a desk what was typed for them and confirmed it without a signature. */
export const sayConfirmed = (
  ctx: Context,
  dossierId: string,
  { at, desk }: { readonly at: Date; readonly desk: number },
): Promise<void> =>
  writeHistory(ctx, [
    {
      dossierId,
      kind: 'confirmed',
      isPublic: true,
      words: {
        vi: `Người nộp đọc và xác nhận nội dung trên máy tính bảng ở quầy ${desk}, ${showInstant(at, 'vi')}`,
        en: `Read and confirmed by the applicant on the tablet of desk ${desk}, ${showInstant(at, 'en')}`,
      },
      detail: { desk, at },
    },
  ])
