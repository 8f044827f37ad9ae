import type { Page } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import type { OfficeDossier } from '../acts/acts.ts'

type Document = NonNullable<OfficeDossier['result']>['document']
type Block = Document['blocks'][number]

/** Saves the draft as posted: block by block, under the revision it was read with. A new template composes its first text. */
export async function saveResult({ client }: Pick<Page, 'client'>, id: string, form: FormData): Promise<void> {
  const template = textOf(form, 'template')
  const revision = textOf(form, 'result-revision')
  if (form.has('compose')) await client.services.saveResult({ id, template })
  else
    await client.services.saveResult({
      id,
      template,
      ...(revision ? { revision: Number(revision) } : {}),
      document: readDocument(form),
    })
}

/** Revokes the result as posted, of the dossier as it was read. */
export async function revokeResult({ client }: Pick<Page, 'client'>, id: string, form: FormData): Promise<void> {
  const decision = textOf(form, 'decision').trim()
  await client.services.revokeResult({
    id,
    revision: Number(textOf(form, 'revision')),
    reason: textOf(form, 'reason'),
    ...(decision !== '' && { decision }),
  })
}

/** `blocks.3.paragraph`, `blocks.4.fields.0.value` … put together in order. */
export function readDocument(form: FormData): Document {
  const blocks: Block[] = []
  for (let at = 0; form.has(`blocks.${at}.kind`); at += 1) {
    const name = (rest: string) => `blocks.${at}.${rest}`
    const kind = textOf(form, name('kind'))
    if (kind === 'paragraph') {
      const paragraph = textOf(form, name('paragraph'))
      if (paragraph !== '') blocks.push({ paragraph })
    } else if (kind === 'article')
      blocks.push({ article: textOf(form, name('article')), text: textOf(form, name('text')) })
    else blocks.push({ fields: readFields(form, name('fields')) })
  }
  const added = textOf(form, 'added')
  if (added !== '') blocks.push({ paragraph: added })
  return {
    title: textOf(form, 'title'),
    blocks,
    recipients: textOf(form, 'recipients')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  }
}

function readFields(form: FormData, name: string) {
  const fields: { label: string; value: string }[] = []
  for (let at = 0; form.has(`${name}.${at}.label`); at += 1)
    fields.push({ label: textOf(form, `${name}.${at}.label`), value: textOf(form, `${name}.${at}.value`) })
  return fields
}
