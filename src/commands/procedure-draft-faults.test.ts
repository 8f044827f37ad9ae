import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Procedure } from '#engines/services/declare.ts'
import { publishProcedures } from '#engines/services/index.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import {
  drafts,
  editDraft as edit,
  openDraft as open,
  proved,
  publishDraft,
  readDraft as read,
} from './testing/procedure-drafts.ts'
import { completeProcedureOf, done } from './testing/story.ts'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** A promotion notice of the department of industry and trade. */
const promotion = '2.000033'
const today = dateAt(new Date())

let test: TestPlatform
let editor: Visitor
let controller: Visitor

beforeAll(async () => {
  test = await startTestPlatform()
  editor = await test.as('thutuc.congthuong')
  controller = await test.as('thutuc.tinh')
}, 120_000)
afterAll(() => test.stop())

async function publish(id: string, effectiveOn: string = today) {
  controller = await proved(test, controller)
  return publishDraft(editor, controller, id, effectiveOn)
}

describe('a version that was published while a draft was written', () => {
  const code = promotion
  const publishImported = async (more: Partial<Procedure>) => {
    const [row] = await test.query<{ declaration: Procedure }>(
      `select v.declaration from services.procedure p join services.procedure_version v on v.id = p.version_id
        where p.code = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)`,
      [code, today],
    )
    await test.platform.connection.db.transaction((tx) =>
      publishProcedures(tx, [{ ...row!.declaration, ...more, effective: { from: today } }], new Date(), 'imported'),
    )
  }
  const said = async (id: string) =>
    (await read(editor, id)).findings.flatMap((one: { weight: string; words: { vi: string } }) =>
      one.weight === 'error' ? one.words.vi : [],
    )

  it('is not undone: the draft is sent and approved only after both were merged', async () => {
    const id = await open(editor, code)
    const { revision } = await read(editor, id)
    done(
      await edit(
        editor,
        id,
        revision,
        { do: 'set', path: 'keywords', value: ['quay so'] },
        { do: 'set', path: 'result.vi', value: 'Thông báo đã ghi nhận' },
      ),
    )
    const before = await read(editor, id)
    const sent = done(
      await editor.call('POST', `${drafts}/${id}/submission`, { revision: before.revision, effectiveOn: today }),
    )
    // A ministry announces other facts while it waits for approval.
    await publishImported({
      field: { vi: 'Lĩnh vực mới', en: 'Another field' },
      result: { vi: 'Văn bản xác nhận', en: 'A confirmation' },
    })
    controller = await proved(test, controller)
    const refused = await controller.call('POST', `${drafts}/${id}/approval`, {
      revision: sent.revision,
      document: '12/QĐ-UBND',
    })
    expect(refused.body.code).toBe('notReady')
    done(await controller.call('POST', `${drafts}/${id}/return`, { revision: sent.revision, remark: 'Ghép bản mới' }))

    const returned = await read(editor, id)
    expect((await said(id))[0]).toContain(`bấm “Ghép bản ${returned.newerNumber} vào”`)
    const late = await editor.call('POST', `${drafts}/${id}/newer-version`, { revision: returned.revision - 1 })
    expect(late.body.code).toBe('draftChanged')
    done(await editor.call('POST', `${drafts}/${id}/newer-version`, { revision: returned.revision }))
    const merged = await read(editor, id)
    expect(merged).toMatchObject({ newerNumber: null, baseNumber: returned.newerNumber })
    expect(merged.declaration).toMatchObject({ keywords: ['quay so'], field: { vi: 'Lĩnh vực mới' } })
    expect(merged.conflicts).toMatchObject([
      { ours: 'Thông báo đã ghi nhận', theirs: 'Văn bản xác nhận', from: merged.baseNumber },
    ])
    const again = await editor.call('POST', `${drafts}/${id}/newer-version`, { revision: merged.revision })
    expect(again.body.code).toBe('notThere')
    done(
      await editor.call('POST', `${drafts}/${id}/conflicts`, { revision: merged.revision, number: 0, take: 'theirs' }),
    )
    const { number } = done(await publish(id))
    const { declaration } = done(await editor.call('GET', `/services/procedures/${code}/versions/${number}`))
    expect(declaration).toMatchObject({
      keywords: ['quay so'],
      field: { vi: 'Lĩnh vực mới' },
      result: { vi: 'Văn bản xác nhận', en: 'A confirmation' },
    })
  })

  it('keeps a new procedure from taking a code that was given meanwhile', async () => {
    const begun = await editor.call('POST', drafts, {
      code: 'BG.990',
      name: 'Cấp thẻ thử',
      agency: 'SCT',
      copyOf: code,
    })
    const { id } = done(begun)
    await test.platform.connection.db.transaction((tx) =>
      publishProcedures(tx, [{ ...completeProcedureOf(code), code: 'BG.990' }], new Date(), 'imported'),
    )
    expect((await said(id))[0]).toContain('mã BG.990 đã là của một thủ tục')
    const { revision, newerNumber } = await read(editor, id)
    expect(newerNumber).toBeNull()
    const sent = await editor.call('POST', `${drafts}/${id}/submission`, { revision, effectiveOn: today })
    expect(sent.body.code).toBe('notReady')
    done(await editor.call('DELETE', `${drafts}/${id}`))
  })

  it('that waits for its day is named to whoever writes what would replace it', async () => {
    const day = addDays(today, 30)
    const first = await open(editor, code)
    const begun = await read(editor, first)
    done(await edit(editor, first, begun.revision, { do: 'set', path: 'keywords', value: ['cho ngay'] }))
    const { number } = done(await publish(first, day))
    const id = await open(editor, code)
    const { findings } = await read(editor, id)
    const hints = findings.filter(({ weight }: { weight: string }) => weight === 'hint')
    expect(hints.map(({ words }: { words: { vi: string } }) => words.vi).join()).toContain(
      `bản ${number} đang chờ áp dụng`,
    )
    done(await editor.call('DELETE', `${drafts}/${id}`))
  })
})

describe('a draft whose fees leave days free', () => {
  it('is not sent: the row and the days are named', async () => {
    const id = await open(editor, promotion)
    const { revision } = await read(editor, id)
    const fee = { id: 'fee', name: { vi: 'Phí', en: 'Fee' }, payAt: 'reception' }
    const value = [
      { ...fee, amount: 1000, to: '2030-01-01' },
      { ...fee, amount: 2000, from: '2030-06-01' },
    ]
    done(await edit(editor, id, revision, { do: 'set', path: 'fees', value }))
    const [found] = (await read(editor, id)).findings
    done(await editor.call('DELETE', `${drafts}/${id}`))
    expect(found).toMatchObject({ weight: 'error', element: 'fees.1' })
    expect(found.words.vi).toContain('từ 01/01/2030 đến trước 01/06/2030')
  })
})

describe('what is wrong of a draft', () => {
  it.each([
    ['no limit', { do: 'remove', path: 'timeLimits.0' }, 'fees', 'thời hạn', 'cần ít nhất 1'],
    ['no paper', { do: 'set', path: 'results', value: [] }, 'results', 'văn bản', 'chưa có văn bản cấp khi đồng ý'],
    ['no page', { do: 'set', path: 'form.pages', value: [] }, 'form', 'trang', 'chưa có trang nào'],
    ['half a day', { do: 'set', path: 'timeLimits.0.amount', value: 2.5 }, 'fees', 'Bao lâu', 'số ngày nguyên'],
    [
      'an end before',
      { do: 'set', path: 'effective.to', value: '2020-01-01' },
      'facts',
      'Thôi nhận',
      'không sau ngày áp dụng',
    ],
    ['another owner', { do: 'set', path: 'owner.agency', value: 'SNV' }, 'process', 'Ai làm', 'phòng, bộ phận mã QLTM'],
    [
      'a long title',
      { do: 'set', path: 'results.0.title.vi', value: 'x'.repeat(400) },
      'results',
      'Tên văn bản',
      'dài quá 300 chữ',
    ],
    [
      'a long text',
      { do: 'set', path: 'results.0.blocks.0', value: { paragraph: 'x'.repeat(20_001) } },
      'results',
      'đoạn 1',
      'dài quá 10000 chữ',
    ],
  ])('is named by its very place, with what to do: %s', async (_what, wrong, section, where, words) => {
    const id = await open(editor, promotion)
    const { revision } = await read(editor, id)
    const { revision: typed } = done(await edit(editor, id, revision, wrong))
    const [found] = (await read(editor, id)).findings
    const sent = await editor.call('POST', `${drafts}/${id}/submission`, { revision: typed, effectiveOn: today })
    const sample = await editor.call('GET', `${drafts}/${id}/results/0/sample`)
    done(await editor.call('DELETE', `${drafts}/${id}`))
    expect(found).toMatchObject({ weight: 'error', section })
    expect(found.where.vi).toContain(where)
    expect(found.words.vi).toContain(words)
    expect(sent.body.code).toBe('notReady')
    expect(sample.status).toBe(found.where.vi === 'văn bản' ? 404 : 200)
  })
})
