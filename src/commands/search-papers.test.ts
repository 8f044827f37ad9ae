import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done, fileDossier, licenceExchange, officialAt } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Papers are found by what they say, by whoever may see their dossier and by nobody else. */

let test: TestPlatform
let counter: Visitor
let dossier: { id: string; code: string }

const said =
  'Cộng hòa xã hội chủ nghĩa Việt Nam. Giấy phép lái xe số 240123456789, họ tên Thân Thị Bích Phượng, hạng B2'

beforeAll(async () => {
  test = await startTestPlatform()
  const citizen = await test.as('congdan')
  dossier = await fileDossier(test, citizen, licenceExchange)
  counter = await officialAt(test, dossier.id, 'receive')
  // As the reader of files leaves it.
  await test.query(
    `insert into files.content_text (sha256, how, text, begun_at)
      select distinct f.sha256, 'ocr', $2, now() from services.dossier_paper p join files.file f on f.id = p.file_id where p.dossier_id = $1`,
    [dossier.id, said],
  )
}, 240_000)
afterAll(() => test.stop())

const search = async (who: Visitor, text: string) =>
  who.call('GET', `/services/papers?${new URLSearchParams({ text })}`)
const codesFor = async (who: Visitor, text: string): Promise<string[]> =>
  done(await search(who, text)).rows.map((row: { code: string }) => row.code)

describe('what papers say', () => {
  it('is found by words without tone marks, by a number, by words beside each other, with the place where it stands', async () => {
    for (const text of ['than thi bich phuong', '240123456789', '"giay phep lai xe" phuong'])
      expect(await codesFor(counter, text), text).toContain(dossier.code)
    expect(await codesFor(counter, '"giay lai phep"')).toEqual([])
    const [row] = done(await search(counter, 'hạng b2')).rows
    expect(row).toMatchObject({ how: 'ocr', paperName: { vi: expect.any(String) } })
    expect(row.piece).toContain('hạng B2')
  })

  it('is not found by an official who may not see the dossier, nor read by its words in any way', async () => {
    expect(await codesFor(await test.as('motcua.huyen'), '240123456789')).toEqual([])
    expect((await search(await test.as('congdan'), '240123456789')).status).toBe(403)
    expect((await search(counter, '  ')).status).toBe(422)
  })

  it('of a file in which malware was found later is found no more, nor of a paper that was replaced', async () => {
    const ids = (
      await test.query<{ id: string }>(`select p.file_id as id from services.dossier_paper p where p.dossier_id = $1`, [
        dossier.id,
      ])
    ).map(({ id }) => id)
    await test.query(`update services.dossier_paper set replaced_at = now() where file_id = any($1::uuid[])`, [ids])
    expect(await codesFor(counter, '240123456789')).toEqual([])
    await test.query(`update services.dossier_paper set replaced_at = null where file_id = any($1::uuid[])`, [ids])
    expect(await codesFor(counter, '240123456789')).toContain(dossier.code)
    await test.query(`update files.file set state = 'refused', refusal = 'malware' where id = any($1::uuid[])`, [ids])
    expect(await codesFor(counter, '240123456789')).toEqual([])
  })
})

describe('the words of one paper', () => {
  const fileOf = async () =>
    (
      await test.query<{ id: string }>(
        `update files.file f set state = 'accepted', refusal = null from services.dossier_paper p
          where p.dossier_id = $1 and f.id = p.file_id returning f.id`,
        [dossier.id],
      )
    )[0]?.id ?? ''
  const read = (who: Visitor, file: string) => who.call('GET', `/services/dossiers/${dossier.id}/papers/${file}/text`)

  it('are read by whoever may see the dossier, with how they were taken, and by nobody else', async () => {
    const file = await fileOf()
    expect(done(await read(counter, file))).toMatchObject({ code: dossier.code, how: 'ocr', text: said })
    expect((await read(await test.as('motcua.huyen'), file)).status).toBe(404)
    expect((await read(await test.as('congdan'), file)).status).toBe(403)
  })

  it('of a file of another dossier, or one that is blocked, are not found under this one', async () => {
    const file = await fileOf()
    const other = await fileDossier(test, await test.as('congdan'), licenceExchange)
    const [foreign] = await test.query<{ id: string }>(
      `select file_id as id from services.dossier_paper where dossier_id = $1`,
      [other.id],
    )
    expect((await read(counter, foreign?.id ?? '')).status).toBe(404)
    await test.query(`update files.file set state = 'refused', refusal = 'malware' where id = $1`, [file])
    expect((await read(counter, file)).status).toBe(404)
  })

  it('that the machine has not read yet are said to wait', async () => {
    const file = await fileOf()
    await test.query(`delete from files.content_text`)
    expect(done(await read(counter, file))).toMatchObject({ how: null, text: '' })
  })
})
