import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { startNationalPortal, type SimulatedNationalPortal } from '#sandbox/national-portal/national-portal.ts'
import { sampleLicence } from '#sandbox/national-portal/samples.ts'
import { linkNationalPortal } from '../src/commands/link-national-portal.ts'
import type { Filed } from '../src/commands/testing/story.ts'
import { officialOpens, passesOn, resultIsDrafted, resultIsHandedOut, stepIsDone } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

const code = 'G22.99-201123-000042'
let portal: SimulatedNationalPortal
let stage: Stage
let linking: { stop(): Promise<void> } | undefined
let operator: Person
let dossier: Filed = { id: '', code: '' }

beforeAll(async () => {
  portal = await startNationalPortal(0)
  stage = await openStage({ environment: () => Promise.resolve(portal.variables) })
  const { test: province, url: publicUrl } = stage
  const config = readConfig(portal.variables, { dataDirectory: province.directory, publicUrl })
  linking = linkNationalPortal(province.platform, config)
}, 120_000)
afterAll(async () => {
  await linking?.stop()
  await stage.stop()
  await portal.close()
})

const there = () => portal.kept.dossiers.get(code)
const until = (what: () => boolean | Promise<boolean>) => expect.poll(what, { timeout: 100_000 }).toBe(true)

describe('a dossier goes from the national portal to the province and back', { timeout: 120_000 }, () => {
  test('what a citizen filed there stands before the counter, with what has no place in the form here', async () => {
    portal.file(sampleLicence(code, portal.url))
    await until(async () => {
      const [row] = await stage.test.query<Filed>(
        `select d.id, d.code from national_portal.incoming i join services.dossier d on d.id = i.dossier_id where i.code = $1`,
        [code],
      )
      dossier = row ?? dossier
      return row !== undefined
    })
    await until(() => there()?.statuses.at(-1)?.['TrangThai'] === '1')
    const counter = await stage.enter({ screen: 'office' })
    await counter.signIn('motcua.tinh', '/can-bo/dang-nhap')
    await counter.goTo('/can-bo/quay/truc-tuyen')
    await counter.press(dossier.code)
    await counter.sees('Lương Thị Mận', 'Nộp trên Cổng quốc gia', code, 'VNeID', 'Không có chỗ trong mẫu của tỉnh')
    await counter.picture('national/ho-so')
    await passesOn(counter)
    await until(() => there()?.statuses.at(-1)?.['TrangThai'] === '2')
  })

  test('it is settled as any other, and its result is known there', async () => {
    const specialist = await officialOpens(stage, dossier, 'appraise')
    await resultIsDrafted(specialist)
    await passesOn(specialist)
    for (const step of ['review', 'sign', 'issue']) await stepIsDone(stage, dossier, step)
    await until(() => there()?.statuses.at(-1)?.['TrangThai'] === '9')
    await resultIsHandedOut(stage, dossier)
    await until(() => there()?.statuses.at(-1)?.['TrangThai'] === '10')
    // A state goes by itself, ahead of the record that says more.
    await until(() => /^20\d{12}$/.test(String(there()?.record['NgayTra'])))
    expect(there()?.record).toMatchObject({ DanhSachGiayToKetQua: [{}] })
  })

  test('it opens the papers and the result by the links that it was told, and has the very bytes', async () => {
    const papers = await stage.test.query<{ id: string; sha256: string }>(
      `select f.id, f.sha256 from services.dossier_paper p join files.file f on f.id = p.file_id where p.dossier_id = $1`,
      [dossier.id],
    )
    const [result] = await stage.test.query<{ id: string }>(`select id from services.result where dossier_id = $1`, [
      dossier.id,
    ])
    const counter = await stage.test.as('motcua.tinh')
    const printed = await counter.call('GET', `/services/dossiers/${dossier.id}/print/result`)
    const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    const expected = new Map([
      ...papers.map(({ id, sha256 }): [string, string] => [id, sha256]),
      [result?.id ?? '', shaOf(new Uint8Array(printed.body))],
    ])
    const opened = await portal.open(code)
    // The result stands in the record and in the last status.
    expect(opened).toHaveLength(papers.length + 2)
    for (const { id, status, mediaType, bytes } of opened)
      expect([id, status, mediaType, shaOf(bytes)]).toEqual([id, 200, 'application/pdf', expected.get(id)])
  })

  test('what the national portal lost or holds otherwise is found and mended by the operator with one press each', async () => {
    portal.faults.altersEvery = 9
    operator = await stage.enter({ screen: 'office' })
    await operator.signIn('quantri', '/can-bo/dang-nhap')
    await stage.test.query(
      `update national_portal.delivery set state = 'waiting', digest = null, wanted = wanted + 1, next_at = now() where kind = 'record'`,
    )
    const waiting = async () =>
      (
        await stage.test.query(
          `select 1 from national_portal.delivery where state in ('waiting', 'sending') and next_at < 'infinity'`,
        )
      ).length
    await until(async () => (await waiting()) === 0)
    portal.faults.altersEvery = 0
    await operator.goTo('/quan-tri/cong-quoc-gia')
    await operator.sees('Không có gì phải sửa')
    await operator.press('Đối soát ngay')
    await until(
      async () => (await stage.test.query(`select 1 from national_portal.delivery where is_check_due`)).length === 0,
    )
    await operator.goTo('/quan-tri/cong-quoc-gia')
    await operator.sees('Trạng thái khác nhau', 'Ai đúng?', '4 Đang xử lý')
    await operator.showGuides('lien-ket-1-phai-sua')
    await operator.press(/Sửa cả \d+ chỗ máy sửa được/)
    await until(async () => {
      await operator.goTo('/quan-tri/cong-quoc-gia')
      return (await operator.reads()).includes('Không có gì phải sửa')
    })
    expect(there()?.record['TrangThaiHoSo']).toBe('10')
    expect(stage.complaints()).toEqual([])
  })
})
