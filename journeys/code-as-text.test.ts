import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '#kernel/database/connect.ts'
import { done, fileDossier, licenceExchange, submit, walkTo, writeDraft } from '../src/commands/testing/story.ts'
import type { Visitor } from '../src/commands/testing/test-platform.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

/** Code in every place where people write, or that anything else wrote into the database: on all screens it is text. */
const code = `<img src=x onerror="document.documentElement.dataset.ran=1">'"></title></textarea><script>document.documentElement.dataset.ran=2</script>{{7*7}}`

let stage: Stage
let citizen: Visitor
let draft: string
let open: { id: string; code: string }
let ready: { id: string; code: string }

beforeAll(async () => {
  stage = await openStage()
  citizen = await stage.test.as('congdan')
  const writes = async () => {
    const id = await writeDraft(stage.test, citizen, licenceExchange)
    done(
      await citizen.call('PUT', `/services/drafts/${id}/pages/reason`, {
        answers: { reason: 'wrong', correction: code },
      }),
    )
    return id
  }
  draft = await writes()
  open = await submit(citizen, await writes())
  await walkTo(stage.test, open.id, 'appraise')
  ready = await fileDossier(stage.test, citizen, licenceExchange)
  await walkTo(stage.test, ready.id, 'deliver')
  const specialist = await stage.test.as('chuyenvien.gtvt')
  const { status } = await specialist.call('POST', `/services/dossiers/${open.id}/opinions`, { text: code })
  expect(status).toBe(200)
  done(
    await specialist.call('POST', `/services/dossiers/${open.id}/supplement`, {
      step: 'appraise',
      pins: [{ path: 'papers.licence', reason: code }],
    }),
  )
  await stage.settle()
  await poison()
}, 120_000)
afterAll(() => stage.stop())

/** Puts the code into every text that is shown as it stands, past whatever a form or an operation would refuse. */
async function poison() {
  const columns = await stage.test.query<{ table: string; column: string }>(
    `select c.table_schema || '.' || c.table_name as table, c.column_name as column
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.data_type = 'text' and c.is_generated = 'NEVER'
       and c.table_schema in ('directory', 'services', 'workflow', 'files')
       and c.column_name in ('name', 'short_name', 'title', 'full_name', 'applicant_name', 'enterprise_name', 'procedure_name',
         'unit_name', 'signer_name', 'signer_position', 'line', 'address', 'comment', 'decision')`,
  )
  expect(columns.length).toBeGreaterThan(15)
  // As the owner of the tables: the platform's own role may not change all of them.
  const owner = connect(stage.test.url, { size: 1 })
  for (const { table, column } of columns)
    await owner.pool.query(`update ${table} set ${column} = left($1, 190) where ${column} is not null`, [code])
  await owner.close()
}

interface Screens {
  readonly who: string | undefined
  readonly paths: () => string[]
}

const screens: Screens[] = [
  {
    who: undefined,
    paths: () => [
      '/',
      '/thu-tuc',
      `/thu-tuc?tim=${encodeURIComponent(code)}`,
      `/thu-tuc/${licenceExchange}`,
      `/tra-cuu?ma=${open.code}&dt=0218`,
      `/tra-cuu?ma=${encodeURIComponent(code)}&dt=${encodeURIComponent(code)}`,
      `/kiem-tra/${encodeURIComponent(code)}`,
      '/so-lieu',
    ],
  },
  {
    who: 'congdan',
    paths: () =>
      [
        '',
        '/tin-nhan',
        '/ai-da-xem',
        `/ho-so/${open.id}`,
        `/ho-so/${open.id}/bo-sung`,
        `/ho-so/${open.id}/bien-nhan`,
        `/ho-so/${ready.id}`,
      ].map((path) => `/trang-cua-toi${path}`),
  },
  {
    who: 'congdan',
    paths: () => ['reason', 'applicant', 'giay-to', 'kiem-tra'].map((page) => `/nop/${draft}/${page}`),
  },
  {
    who: 'chuyenvien.gtvt',
    paths: () =>
      [
        '',
        '?hop=phong',
        '/ho-so',
        `/ho-so?tim=${encodeURIComponent(code)}`,
        '/tin-nhan',
        ...['', '?xem=lich-su', '?xem=lien-quan', '?xem=vi-sao', '?xem=ket-qua'].map(
          (tab) => `/ho-so/${open.id}${tab}`,
        ),
      ].map((path) => `/can-bo${path}`),
  },
  {
    who: 'motcua.tinh',
    paths: () =>
      [
        '/quay',
        '/quay/truc-tuyen',
        `/quay/da-nhan/${open.id}`,
        '/ban-giao',
        '/tra-ket-qua',
        `/tra-ket-qua/${ready.id}`,
      ].map((path) => `/can-bo${path}`),
  },
  { who: 'truongphong.gtvt', paths: () => ['/can-bo/tai-viec', '/can-bo/uy-quyen'] },
  {
    who: 'quantri',
    paths: () =>
      ['', '/to-chuc', '/tai-khoan?tim=img', '/thu-tuc', '/nhat-ky', '/viec-nen'].map((path) => `/quan-tri${path}`),
  },
]

async function looksAt(person: Person, path: string) {
  await person.goTo(path)
  return person.page.evaluate(() => ({
    path: location.pathname,
    ran: document.documentElement.dataset['ran'],
    made: document.querySelectorAll('[onerror], img[src=x]').length,
  }))
}

describe('code that somebody wrote', { timeout: 120_000 }, () => {
  test.each(screens)('is text on every screen of $who', async ({ who, paths }) => {
    const person = await stage.enter({ screen: 'office', ...(who && { as: await stage.test.as(who) }) })
    let shown = 0
    for (const path of paths()) {
      expect(await looksAt(person, path)).toEqual({ path: path.split('?')[0], ran: undefined, made: 0 })
      if ((await person.reads()).includes('onerror=')) shown++
    }
    expect(shown).toBeGreaterThan(0)
  })

  test('is text in what is printed and what is sent by e-mail', async () => {
    const officer = await stage.test.as('motcua.tinh')
    const printed = await officer.call('GET', `/services/dossiers/${open.id}/print/application`)
    expect({ status: printed.status, type: printed.headers.get('content-type') }).toEqual({
      status: 200,
      type: 'application/pdf',
    })
    const mails = await stage.test.query<{ subject: string }>(`select subject from notification.email`)
    expect(mails.length).toBeGreaterThan(0)
    for (const { subject } of mails) expect(subject).not.toMatch(/[\r\n]/)
  })

  test('no browser complained', () => expect(stage.complaints()).toEqual([]))
})
