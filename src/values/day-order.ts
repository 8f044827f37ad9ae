import { fail } from './errors.ts'
import type { PlainDate } from './plain-date.ts'

/** Refuses a period that ends before it begins: figures of it would look like figures of another. 422 at `from`. */
export function mustBeInOrder({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): void {
  if (from <= to) return
  fail('invalidInput', {
    places: [
      {
        path: 'from',
        message: { vi: 'Ngày đầu phải không sau ngày cuối của kỳ.', en: 'The period must not end before it begins.' },
      },
    ],
  })
}
