import { listOperations } from '#engines/list-operations.ts'
import { openZip } from '#kernel/spreadsheet/zip.ts'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { dateAt } from '#values/plain-date.ts'
import { readCsv } from '../src/commands/testing/read-csv.ts'
import { sampleCall } from '../src/commands/testing/sample-call.ts'
import type { TestPlatform, Visitor } from '../src/commands/testing/test-platform.ts'
import { objectIn, type Objects } from '../src/commands/testing/whose-objects.ts'
import type { Screen } from './screens.ts'

interface Answered {
  readonly path: string
  /** What a browser is told that it is, and that it must not guess. */
  readonly kind: string
  readonly isGuessed: boolean
  readonly texts: readonly string[]
}

/** Generated from the contracts: what everybody who may is answered by every operation that reads; `more` are paths that are asked too. */
export async function openAnswers(
  people: readonly Visitor[],
  objects: Objects,
  { asked, more }: { readonly asked: Readonly<Record<string, unknown>>; readonly more: readonly string[] },
): Promise<Answered[]> {
  const generated = listOperations()
    .filter(({ method }) => method === 'GET')
    .map((operation) => sampleCall(operation, { ...asked, ...objectIn(objects, operation) }).path)
  const answers: Answered[] = []
  for (const path of [...generated, ...more]) {
    for (const person of people) {
      const { status, headers, body } = await person.call('GET', path)
      if (status !== 200) continue
      const kind = (headers.get('content-type') ?? '').replace(/;.*/, '')
      answers.push({
        path,
        kind,
        isGuessed: headers.get('x-content-type-options') !== 'nosniff',
        texts: textsIn(kind, body),
      })
    }
  }
  return answers
}

function textsIn(kind: string, body: unknown): string[] {
  if (kind.endsWith('json')) return body instanceof ArrayBuffer ? [Buffer.from(body).toString()] : textsOf(body)
  const bytes = Buffer.from(body as ArrayBuffer)
  if (kind === 'application/pdf') return readPdf(bytes)
  if (kind === 'text/csv') return readCsv(bytes.toString()).flat()
  if (kind.includes('spreadsheetml')) return [openZip(bytes)('xl/worksheets/sheet1.xml')?.toString() ?? '']
  return [bytes.toString()]
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsOf)
}

const idAt = (objects: Objects, path: string) => String(objects[path]?.['id'])

/** What else operations that read are asked with. */
export async function askedFor({ query }: TestPlatform, objects: Objects): Promise<Readonly<Record<string, unknown>>> {
  const [centre] = await query<{ id: string }>(`select id from directory.unit where code = 'TTPVHCC'`)
  const [dossier] = await query<{ code: string }>(`select code from services.dossier where id = $1`, [
    idAt(objects, '/services/dossiers/{id}'),
  ])
  const to = dateAt(new Date())
  const asked = { counterId: centre?.id, dossier: dossier?.code, view: 'all', code: '1.002809' }
  return { ...asked, day: to, from: `${to.slice(0, 4)}-01-01`, to }
}

/** The papers of a dossier that has a result, and what is offered on the pages of applications that were begun. */
export function papersAndOffers(
  objects: Objects,
  { begun, ready }: { readonly begun: readonly Screen[]; readonly ready: string },
): string[] {
  const pages = [`/nop/${idAt(objects, '/services/drafts/{id}')}/applicant`, ...begun.map(({ path }) => path)]
  return [
    ...['result', 'control-slip'].map((form) => `/services/dossiers/${ready}/print/${form}`),
    ...pages.map((page) => page.replace(/^\/nop\/([^/]+)\/(.+)$/, '/services/drafts/$1/known?page=$2')),
    `/national-portal/dossiers/${idAt(objects, '/services/dossiers/{id}')}/filing`,
  ]
}
