import type { ResultContent } from '../dossier/result.ts'
import type { PrintedData } from './print-form.ts'

/** The blocks of a result as its template takes them. */
export const resultBody = (blocks: ResultContent['blocks']): PrintedData<'result'>['body'] =>
  blocks.flatMap((block): PrintedData<'result'>['body'] => {
    if ('paragraph' in block) return [{ kind: 'paragraph' as const, text: block.paragraph }]
    if ('fields' in block)
      return block.fields.map(({ label, value }) => ({ kind: 'field', label, ...(value.trim() !== '' && { value }) }))
    return [{ kind: 'paragraph' as const, text: `${block.article}. ${block.text}` }]
  })

/** `KT. GIÁM ĐỐC` as the templates take it. */
export function authorityOf(
  capacity: string | null | undefined,
): NonNullable<PrintedData<'result'>['signer']['authority']> {
  if (!capacity) return []
  const [mark = '', ...of] = capacity.split(' ')
  return [{ mark: mark as 'KT.', of: of.join(' ') }]
}
