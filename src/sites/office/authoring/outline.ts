import { showDong } from '#values/money.ts'
import type { Json } from '#values/layers.ts'
import type { Language, Words } from '#values/words.ts'
import { kindWords } from '#engines/notification/web/index.ts'
import { fieldTypeWords, paperFormWords } from '#engines/forms/contract.ts'
import { readAt, type Section } from '#engines/services/contract.ts'
import { sayActor } from '#engines/workflow/contract.ts'
import { outlineWords as words } from './words.ts'

/** One line of a section: an element that can be opened. */
export interface OutlineRow {
  /** Of the element; empty for the facts. */
  readonly path: string
  readonly name: string
  readonly kind: string
  readonly note: string
}

/** The elements of one list under a title, and what may be added there. */
export interface OutlineGroup {
  readonly title: string
  /** The title opens it: a page, a result. */
  readonly path?: string
  /** Where something new goes, and what it is called. */
  readonly list?: string
  readonly adds?: string
  readonly rows: readonly OutlineRow[]
}

/** Reads a declaration that may be wrong in any place. */
function reading(declaration: Json, language: Language, open: string) {
  const text = (path: string): string => {
    const said = readAt(declaration, path)
    return typeof said === 'string' || typeof said === 'number' ? String(said) : ''
  }
  return {
    text,
    words: (path: string) => text(`${path}.${language}`) || text(`${path}.vi`),
    paths: (list: string): string[] => {
      const said = readAt(declaration, list)
      return typeof said === 'object' && said !== null ? Object.keys(said).map((key) => `${list}.${key}`) : []
    },
    has: (path: string) => readAt(declaration, path) !== undefined,
    at: (path: string) => readAt(declaration, path),
    /** Whether it, or something in it, is open: only then what it holds is listed. */
    isOpen: (path: string) => open === path || open.startsWith(`${path}.`),
  }
}

type Reading = ReturnType<typeof reading> & { readonly nameOf: (code: string) => string }
type Say = (one: Words) => string

/** What stands in a section, group by group, in the order in which it is declared; of what is open, what it holds too. */
export function outlineOf(
  declaration: Json,
  section: Section,
  language: Language,
  open = '',
  procedures: readonly { readonly value: string; readonly text: Words }[] = [],
): OutlineGroup[] {
  const nameOf = (code: string) => procedures.find(({ value }) => value === code)?.text[language] ?? code
  const read = { ...reading(declaration, language, open), nameOf }
  const t: Say = (one) => one[language]
  return outlines[section](read, t)
}

const outlines: Readonly<Record<Section, (read: Reading, t: Say) => OutlineGroup[]>> = {
  facts: (read, t) => [
    { title: t(words.described), rows: [{ path: '', name: t(words.facts), kind: read.words('field'), note: '' }] },
    {
      title: t(words.levels),
      list: 'onlineLevel',
      adds: t(words.addLevel),
      rows: read
        .paths('onlineLevel')
        .map((path) => row(path, t(words.level), read.text(`${path}.level`), days(read, path))),
    },
    {
      title: t(words.questions),
      list: 'questions',
      adds: t(words.addQuestion),
      rows: read.paths('questions').map((path) => row(path, read.words(`${path}.ask`), '', '')),
    },
    {
      title: t(words.members),
      list: 'bundle',
      adds: t(words.addMember),
      rows: read.paths('bundle').map((path) => {
        const code = read.text(`${path}.code`)
        return row(path, read.nameOf(code), code, '')
      }),
    },
  ],

  form: (read, t) => [
    ...read.paths('form.pages').map((page, at) => ({
      title: `${t(words.page)} ${at + 1}. ${read.words(`${page}.title`)}`,
      path: page,
      list: `${page}.fields`,
      adds: t(words.addField),
      rows: read.paths(`${page}.fields`).flatMap((field) => fieldRows(read, t, field)),
    })),
    { title: t(words.pages), list: 'form.pages', adds: t(words.addPage), rows: [] },
  ],

  papers: (read, t) => [
    {
      title: t(words.papers),
      list: 'papers',
      adds: t(words.addPaper),
      rows: read.paths('papers').map((path) => {
        const form = paperFormWords[read.text(`${path}.form`) as keyof typeof paperFormWords]
        return row(path, read.words(`${path}.name`), form ? t(form) : '', needed(read, t, path))
      }),
    },
  ],

  process: (read, t) => [
    {
      title: t(words.process),
      rows: [row('process', t(words.limits), read.text('process.limits.supplements'), '')],
    },
    {
      title: t(words.steps),
      list: 'process.steps',
      adds: t(words.addStep),
      rows: read
        .paths('process.steps')
        .flatMap((path) => [
          row(path, read.words(`${path}.name`), who(read, t, `${path}.by`), hours(read, t, path)),
          ...read
            .paths(`${path}.consult`)
            .map((one) => row(one, `↳ ${read.words(`${one}.name`)}`, who(read, t, `${one}.by`), hours(read, t, one))),
        ]),
    },
  ],

  fees: (read, t) => [
    {
      title: t(words.timeLimits),
      list: 'timeLimits',
      adds: t(words.addLimit),
      rows: read
        .paths('timeLimits')
        .map((path) =>
          row(
            path,
            read.words(`${path}.note`) || t(words.ordinary),
            `${read.text(`${path}.amount`)} ${unit(read, t, path)}`,
            days(read, path),
          ),
        ),
    },
    {
      title: t(words.fees),
      list: 'fees',
      adds: t(words.addFee),
      rows: read.paths('fees').flatMap((path) => {
        const amount = read.at(`${path}.amount`)
        const said = typeof amount === 'number' ? showDong(amount) : t(words.byTariff)
        const name = [read.words(`${path}.name`), read.words(`${path}.note`)].filter(Boolean).join(', ')
        return [
          row(path, name, said, days(read, path)),
          ...read
            .paths(`${path}.exemptions`)
            .map((one) =>
              row(one, `↳ ${read.words(`${one}.name`)}`, `−${read.text(`${one}.percent`)}%`, read.text(`${one}.basis`)),
            ),
        ]
      }),
    },
  ],

  results: (read, t) => [
    ...read.paths('results').map((result) => ({
      title: read.words(`${result}.title`) || t(words.untitled),
      path: result,
      list: `${result}.blocks`,
      adds: t(words.addBlock),
      rows: read.paths(`${result}.blocks`).flatMap((block) => blockRows(read, t, block)),
    })),
    { title: t(words.results), list: 'results', adds: t(words.addResult), rows: [] },
  ],

  messages: (read, t) => [
    {
      title: t(words.messages),
      list: 'messages',
      adds: t(words.addMessage),
      rows: read.paths('messages').map((path) => {
        const event = kindWords[read.text(`${path}.event`) as keyof typeof kindWords]
        const isAccented = read.at(`${path}.isAccented`) === true
        return row(path, event ? t(event) : '', read.text(`${path}.${isAccented ? 'accented' : 'plain'}`), '')
      }),
    },
  ],
}

const row = (path: string, name: string, kind: string, note: string): OutlineRow => ({
  path,
  name: name || '…',
  kind,
  note,
})

function fieldRows(read: Reading, t: Say, path: string, mark = ''): OutlineRow[] {
  const type = read.text(`${path}.type`) as keyof typeof fieldTypeWords
  const held = (list: string) => (read.isOpen(path) ? read.paths(`${path}.${list}`) : [])
  return [
    row(
      path,
      mark + (read.words(`${path}.label`) || '…'),
      fieldTypeWords[type] ? t(fieldTypeWords[type]) : '',
      needed(read, t, path),
    ),
    ...held('options').map((one) => row(one, `${mark}○ ${read.words(`${one}.label`)}`, t(words.option), '')),
    ...[...held('fields'), ...held('columns')].flatMap((one) => fieldRows(read, t, one, `${mark}↳ `)),
  ]
}

function blockRows(read: Reading, t: Say, path: string): OutlineRow[] {
  if (read.has(`${path}.fields`))
    return [
      row(path, t(words.table), '', ''),
      ...read
        .paths(`${path}.fields`)
        .map((one) => row(one, `↳ ${read.text(`${one}.label`)}`, read.text(`${one}.value`), '')),
    ]
  if (read.has(`${path}.article`))
    return [row(path, `${read.text(`${path}.article`)}. ${read.text(`${path}.text`)}`, t(words.article), '')]
  return [row(path, read.text(`${path}.paragraph`), t(words.paragraph), '')]
}

function needed(read: Reading, t: Say, path: string): string {
  if (read.at(`${path}.generated`) === true) return t(words.generated)
  if (read.has(`${path}.when`)) return t(words.inCase)
  const type = read.text(`${path}.type`)
  if (type === 'statement' || type === 'computed') return ''
  return t(read.at(`${path}.optional`) === true ? words.optional : words.required)
}

const hours = (read: Reading, t: Say, path: string): string => `${read.text(`${path}.hours`)} ${t(words.hours)}`

const unit = (read: Reading, t: Say, path: string): string => {
  const said = read.text(`${path}.unit`)
  return said in words.units ? t(words.units[said as keyof typeof words.units]) : said
}

const days = (read: Reading, path: string): string => {
  const [from, to] = [read.text(`${path}.from`), read.text(`${path}.to`)]
  return from === '' && to === '' ? '' : `${from || '…'} – ${to || '…'}`
}

/** Who acts, as far as it is said. */
function who(read: Reading, t: Say, path: string): string {
  const said = read.at(path) as Parameters<typeof sayActor>[0] | undefined
  const isWhole = typeof said === 'object' && typeof said.at === 'object' && typeof said.function === 'string'
  const knows = isWhole && ['receiver', 'owner', 'agency', 'above', 'area'].includes(said.at.unit)
  return knows ? t(sayActor(said)) : '…'
}
