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
import { completeProcedureOf, done, fileDossier, walkTo } from './testing/story.ts'
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

describe('a draft of a procedure', () => {
  it('is begun by an official of the agency that decides, and is nobody else’s to see', async () => {
    const id = await open(editor, promotion)
    expect((await read(editor, id)).findings.filter((one: { weight: string }) => one.weight === 'error')).toEqual([])
    expect((await read(controller, id)).isOwn).toBe(false)
    const other = await test.as('chuyenvien.congthuong')
    expect((await other.call('GET', `${drafts}/${id}`)).status).toBe(403)
    expect((await editor.call('POST', '/services/procedures/1.002809/drafts', {})).status).toBe(404)
    expect((await editor.call('POST', `/services/procedures/${promotion}/drafts`, {})).body.code).toBe('draftOpen')
    done(await editor.call('DELETE', `${drafts}/${id}`))
    expect((await edit(editor, id, 2, { do: 'set', path: 'name.vi', value: 'Muộn' })).body.code).toBe('draftClosed')
  })

  it('keeps what is typed even where it is wrong, says where and what to do, and is not sent like that', async () => {
    const id = await open(editor, promotion)
    const { revision, declaration } = await read(editor, id)
    const hidden = { field: 'nowhere', is: true }
    const field = declaration.form.pages[0].fields[0].label.vi
    done(
      await edit(
        editor,
        id,
        revision,
        { do: 'set', path: 'form.pages.0.fields.0.when', value: hidden },
        { do: 'set', path: 'process.steps.receive.hours', value: 'bốn' },
      ),
    )
    const typed = await read(editor, id)
    expect(typed.declaration.process.steps.receive.hours).toBe('bốn')
    expect(typed.findings[0].where.vi).toMatch(/^bước “Tiếp nhận hồ sơ”, Số giờ làm việc$/)
    const refused = await editor.call('POST', `${drafts}/${id}/submission`, {
      revision: typed.revision,
      effectiveOn: today,
    })
    expect(refused.body.code).toBe('notReady')
    done(await edit(editor, id, typed.revision, { do: 'set', path: 'process.steps.receive.hours', value: 4 }))
    const [found] = (await read(editor, id)).findings
    expect(found).toMatchObject({ weight: 'error', section: 'form', element: 'form.pages.0.fields.0' })
    expect(found.where.vi).toContain(`câu hỏi 1 “${field}”, Chỉ khi`)
    expect(found.words.vi).toContain('nowhere')
    done(await editor.call('DELETE', `${drafts}/${id}`))
  })

  it('refuses what was typed over somebody else’s change', async () => {
    const id = await open(editor, promotion)
    const { revision } = await read(editor, id)
    done(await edit(controller, id, revision, { do: 'set', path: 'keywords', value: ['khuyen mai'] }))
    const late = await edit(editor, id, revision, { do: 'set', path: 'keywords', value: ['giam gia'] })
    expect(late.body.code).toBe('draftChanged')
    expect((await edit(editor, id, revision + 1, { do: 'remove', path: 'papers.99' })).body.code).toBe('notThere')
    done(await editor.call('DELETE', `${drafts}/${id}`))
  })
})

describe('a draft that is sent for approval', () => {
  it('is approved by somebody who wrote none of it, and counts from its day; dossiers keep the version they began with', async () => {
    const before = await fileDossier(test, await test.as('doanhnghiep'), promotion)
    const id = await open(editor, promotion)
    const { revision } = await read(editor, id)
    done(await edit(editor, id, revision, { do: 'set', path: 'everydayName.vi', value: 'Báo khuyến mại kiểu mới' }))
    const day = addDays(today, 20)
    const approved = done(await publish(id, day))
    expect(approved).toEqual({ number: 2, from: day })
    expect((await read(editor, id)).state).toBe('published')
    const versions = done(await editor.call('GET', `/services/procedures/${promotion}/versions`))
    expect(versions).toMatchObject([
      { number: 2, state: 'waiting', from: day },
      { number: 1, state: 'in-force', to: day },
    ])
    await walkTo(test, before.id, 'issue')
    const [kept] = await test.query<{ number: number }>(
      'select v.number from services.dossier d join services.procedure_version v on v.id = d.version_id where d.id = $1',
      [before.id],
    )
    expect(kept?.number).toBe(1)
  })

  it('is never approved by whoever wrote or sent it, though they may approve', async () => {
    const id = await open(controller, promotion)
    const { revision } = await read(controller, id)
    done(await edit(controller, id, revision, { do: 'set', path: 'keywords', value: ['khuyen mai'] }))
    const refused = await publish(id)
    expect(refused.body.code).toBe('ownDraft')
    const sent = await read(controller, id)
    done(
      await controller.call('POST', `${drafts}/${id}/return`, {
        revision: sent.revision,
        remark: 'Xin xem lại từ khóa',
      }),
    )
    expect(await read(editor, id)).toMatchObject({ state: 'editing', remark: 'Xin xem lại từ khóa' })
    done(await editor.call('DELETE', `${drafts}/${id}`))
  })

  it('makes an earlier version hold again as a new one', async () => {
    const id = await open(editor, promotion, 1)
    expect(done(await publish(id))).toMatchObject({ number: 3, from: today })
    const versions = done(await editor.call('GET', `/services/procedures/${promotion}/versions`))
    expect(versions.map(({ state }: { state: string }) => state)).toEqual(['in-force', 'replaced', 'ended'])
  })
})

describe('whoever has to know of a draft', () => {
  const told = (kind: string) =>
    test.query<{ name: string; words: { vi: string }; link: string }>(
      `select person.full_name as name, m.words, m.link from notification.message m join directory.person on person.id = m.person_id
       where m.kind = $1 and m.account_kind = 'staff' order by m.id`,
      [kind],
    )

  it('is told once: who may approve that it waits, who wrote it that it came back and why, and that it counts', async () => {
    const id = await open(editor, promotion)
    await test.settle()
    const before = {
      sent: (await told('procedure-draft.submitted')).length,
      done: (await told('procedure-draft.approved')).length,
    }
    const { revision } = await read(editor, id)
    const sent = done(await editor.call('POST', `${drafts}/${id}/submission`, { revision, effectiveOn: today }))
    await test.settle()
    await test.settle()
    const waits = (await told('procedure-draft.submitted')).slice(before.sent)
    const controllers = await test.query<{ name: string }>(
      `select distinct person.full_name as name from directory.post p join directory.appointment a on a.post_id = p.id
       join directory.person on person.id = a.person_id where p.function = 'procedure-controller'`,
    )
    expect(waits.map(({ name }) => name).toSorted()).toEqual(controllers.map(({ name }) => name).toSorted())
    expect(waits[0]).toMatchObject({ link: `/can-bo/thu-tuc/soan/${id}` })
    expect(waits[0]?.words.vi).toMatch(/gửi duyệt bản mới của thủ tục 2\.000033/)

    const remark = 'Ghi rõ căn cứ ở bước ký'
    const returned = done(await controller.call('POST', `${drafts}/${id}/return`, { revision: sent.revision, remark }))
    done(await editor.call('POST', `${drafts}/${id}/submission`, { revision: returned.revision, effectiveOn: today }))
    controller = await proved(test, controller)
    const { revision: last } = await read(editor, id)
    done(await controller.call('POST', `${drafts}/${id}/approval`, { revision: last, document: '77/QĐ-UBND' }))
    await test.settle()
    const back = await told('procedure-draft.returned')
    expect(back.filter(({ words }) => words.vi.endsWith(`: ${remark}`))).toHaveLength(1)
    const counts = (await told('procedure-draft.approved')).slice(before.done)
    expect(counts).toHaveLength(1)
    expect(counts[0]?.name).toBe(back.at(-1)?.name)
    expect(counts[0]?.words.vi).toMatch(/đã duyệt và công bố bản \d+ .* theo 77\/QĐ-UBND; hiệu lực từ/)
  })

  it('is never told of what they wrote themselves', async () => {
    const id = await open(controller, promotion)
    await test.settle()
    const before = (await told('procedure-draft.submitted')).length
    const { revision } = await read(controller, id)
    done(await controller.call('POST', `${drafts}/${id}/submission`, { revision, effectiveOn: today }))
    await test.settle()
    const waits = (await told('procedure-draft.submitted')).slice(before)
    const [own] = await test.query<{ name: string }>(
      `select person.full_name as name from identity.account a join directory.person on person.id = a.person_id where a.login = 'thutuc.tinh'`,
    )
    expect(waits.map(({ name }) => name)).not.toContain(own?.name)
    done(await controller.call('DELETE', `${drafts}/${id}`))
  })
})

describe('a procedure that is new', () => {
  it('begins with the usual steps and results, and says what is still to be filled in', async () => {
    const { id } = done(
      await editor.call('POST', drafts, { code: 'BG.901', name: 'Cấp giấy phép hội chợ xuân', agency: 'SCT' }),
    )
    const { findings, declaration } = await read(editor, id)
    expect(Object.keys(declaration.process.steps)).toEqual([
      'receive',
      'appraise',
      'review',
      'sign',
      'issue',
      'deliver',
    ])
    expect(findings.map((one: { where: { vi: string } }) => one.where.vi)).toContain('Kết quả')
    const taken = await editor.call('POST', drafts, { code: promotion, name: 'Trùng mã', agency: 'SCT' })
    expect(taken.body.code).toBe('codeTaken')
    expect((await editor.call('POST', drafts, { code: 'BG.902', name: 'Của sở khác', agency: 'SGTVT' })).status).toBe(
      404,
    )
  })

  it.each([
    ['an agency of the province', promotion, 'thutuc.congthuong'],
    ['the committee of each commune', '1.001193', 'thutuc.tinh'],
  ])('prints its results with examples in their places, of %s', async (_, code, login) => {
    const writer = await test.as(login)
    const id = await open(writer, code)
    const sheet = await writer.call('GET', `${drafts}/${id}/results/0/sample`)
    expect(sheet.status).toBe(200)
    expect(Buffer.from(sheet.body).subarray(0, 5).toString()).toBe('%PDF-')
    done(await writer.call('DELETE', `${drafts}/${id}`))
  })
})

describe('before it is approved', () => {
  it('says what a draft touches, and how last year’s dossiers would have gone by it', async () => {
    const licence = '1.002809'
    const id = await open(controller, licence)
    const impact = done(await controller.call('GET', `${drafts}/${id}/impact`))
    const [found] = await test.query<{ count: number }>(
      'select count(*)::int as count from services.dossier where procedure_code = $1 and is_open',
      [licence],
    )
    expect(impact).toMatchObject({ openDossiers: found?.count, templates: 0 })
    const same = done(await controller.call('GET', `${drafts}/${id}/simulation`))
    expect(same.after).toEqual(same.before)
    expect(same.dossiers).toBeGreaterThan(0)
    const { revision } = await read(controller, id)
    const steps = 'process.steps.appraise.hours'
    done(await edit(controller, id, revision, { do: 'set', path: steps, value: 1 }))
    const shorter = done(await controller.call('GET', `${drafts}/${id}/simulation`))
    const total = ({ days }: { days: number[] }) => days.reduce((sum, count, day) => sum + count * day, 0)
    expect(total(shorter.after)).toBeLessThan(total(shorter.before))
    done(await controller.call('DELETE', `${drafts}/${id}`))
  })
})

describe('a bundle of procedures', () => {
  const bundle = 'BG.201'
  const member = '2.001827'

  it('names the question of a member that nothing of it answers, and what to do', async () => {
    const id = await open(controller, bundle)
    const before = await read(controller, id)
    expect(before.findings.filter((one: { weight: string }) => one.weight === 'error')).toEqual([])
    const [, , last] = before.choices.members
    const own = new Set(
      before.declaration.form.pages.flatMap(({ fields }: { fields: { id: string }[] }) => fields.map((one) => one.id)),
    )
    const required = last.questions.find(
      (one: { id: string; isRequired: boolean }) => one.isRequired && !own.has(one.id),
    )
    const { [required.id]: _, ...answers } = before.declaration.bundle[2].answers
    done(await edit(controller, id, before.revision, { do: 'set', path: 'bundle.2.answers', value: answers }))
    const [found] = (await read(controller, id)).findings.filter((one: { weight: string }) => one.weight === 'error')
    expect(found).toMatchObject({ weight: 'error', section: 'facts', element: 'bundle.2' })
    expect(found.where.vi).toMatch(/^thủ tục cùng nộp 3 .*Câu trả lời lấy từ đâu$/)
    expect(found.words.vi).toContain(`hỏi “${required.label.vi}” mà gói chưa có câu trả lời`)
    done(await controller.call('DELETE', `${drafts}/${id}`))
  })

  it('is named when a new version of a member asks for what it does not answer', async () => {
    const id = await open(controller, member)
    const { revision, findings } = await read(controller, id)
    const hints = (of: { weight: string; words: { vi: string } }[]) =>
      of.filter(({ weight, words }) => weight === 'hint' && words.vi.includes(bundle))
    expect(hints(findings)).toEqual([])
    const asked = {
      id: 'ventilation',
      type: 'yes-no',
      label: { vi: 'Bếp có hút khói', en: 'The kitchen is ventilated' },
    }
    done(await edit(controller, id, revision, { do: 'add', path: 'form.pages.1.fields', value: asked }))
    const [said] = hints((await read(controller, id)).findings)
    expect(said?.words.vi).toContain('Bếp có hút khói')
    done(await controller.call('DELETE', `${drafts}/${id}`))
  })
})

describe('an upgrade that declares anew what officials have edited', () => {
  const code = promotion
  const declared = completeProcedureOf(code)
  const upgraded: Procedure = {
    ...declared,
    everydayName: { vi: 'Tên theo bản nâng cấp', en: 'As upgraded' },
    keywords: [...declared.keywords, 'nang cap'],
  }
  const upgrade = (procedure: Procedure) =>
    test.platform.connection.db.transaction((tx) => publishProcedures(tx, [procedure], new Date()))
  const held = async () =>
    done(await editor.call('GET', '/services/held-versions')).map((one: { code: string }) => one.code)
  const inForce = async () => done(await test.nobody.call('GET', `/services/procedures/${code}`)).everydayName.vi

  it('leaves theirs in force and waits, however often it starts', async () => {
    const id = await open(editor, code)
    const { revision } = await read(editor, id)
    done(
      await edit(
        editor,
        id,
        revision,
        { do: 'set', path: 'everydayName', value: { vi: 'Tên của tỉnh', en: 'Ours' } },
        { do: 'set', path: 'papers.0.maxFiles', value: 7 },
      ),
    )
    done(await publish(id))
    for (let start = 0; start < 2; start++) expect(await upgrade(upgraded)).toEqual([])
    expect(await inForce()).toBe('Tên của tỉnh')
    expect(await held()).toEqual([code])
  })

  it('is merged element by element: what both changed is chosen by hand, and only then sent', async () => {
    const { id } = done(await editor.call('POST', `/services/procedures/${code}/drafts`, { merge: true }))
    const merged = await read(editor, id)
    expect(merged.declaration.keywords).toContain('nang cap')
    expect(merged.declaration.papers[0].maxFiles).toBe(7)
    expect(merged.conflicts.length).toBeGreaterThan(0)
    for (const { where } of merged.conflicts) expect(where.vi).toMatch(/^Tên người dân gọi( \(tiếng Anh\))?$/)
    const sent = await editor.call('POST', `${drafts}/${id}/submission`, {
      revision: merged.revision,
      effectiveOn: today,
    })
    expect(sent.body.code).toBe('notReady')
    let { revision } = merged
    for (const number of merged.conflicts.keys()) {
      const decided = await editor.call('POST', `${drafts}/${id}/conflicts`, { revision, number, take: 'theirs' })
      ;({ revision } = done(decided))
    }
    done(await publish(id))
    expect(await inForce()).toBe('Tên theo bản nâng cấp')
    expect(await held()).toEqual([])
    expect(await upgrade(upgraded)).toEqual([])
  })
})
