import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, workingRole } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { install } from '../commands/install.ts'
import { loadDemo } from './load-demo.ts'

/** The demo province made in the morning and in the afternoon of one day. */

const morning = new Date('2026-11-26T01:00:00Z')
const afternoon = new Date('2026-11-26T09:30:00Z')

const databases: TestDatabase[] = []
let early: Province
let late: Province

beforeAll(async () => {
  early = await provinceAt(morning)
  late = await provinceAt(afternoon)
}, 120_000)
afterAll(async () => {
  for (const database of databases) await database.drop()
})

type Province = Awaited<ReturnType<typeof provinceAt>>

async function provinceAt(now: Date) {
  const database = await createTestDatabase('installed', (url) => install(url).then(() => {}))
  databases.push(database)
  await loadDemo(database.url, { dossiers: 1000, now })
  const { db, close } = connect(database.url, { size: 1, role: workingRole })
  try {
    return {
      dossiers: await rows(
        db,
        sql<{
          code: string
          isOfToday: boolean
        }>`select d.code, d.procedure_code, d.channel, d.applicant_name, d.answers, d.place,
            r.code as receiver, o.code as owner, d.filed_at >= '2026-11-26T00:00:00+07:00' as is_of_today
          from services.dossier d join directory.unit r on r.id = d.receiver_id join directory.unit o on o.id = d.owner_id order by d.code`,
      ),
      lives: await rows(
        db,
        sql<{
          code: string
          life: readonly string[]
        }>`select d.code, array_agg(concat_ws(' ', e.kind, e.step, e.actor_name) order by e.at, e.kind, e.step) as life
          from services.dossier_event e join services.dossier d on d.id = e.dossier_id group by d.code order by d.code`,
      ),
      results: await rows(
        db,
        sql<{
          code: string
        }>`select d.code, r.number, r.issued_at from services.result r join services.dossier d on d.id = r.dossier_id
          where r.issued_at is not null order by d.code`,
      ),
      toCome: await rows(
        db,
        sql`select 'dossier' as what from services.dossier where filed_at > ${now}
          union all select 'event' from services.dossier_event where at > ${now}
          union all select 'task' from workflow.task where opened_at > ${now} or closed_at > ${now}
          union all select 'supplement' from services.supplement where asked_at > ${now} or answered_at > ${now}
          union all select 'result' from services.result where issued_at > ${now}`,
      ),
    }
  } finally {
    await close()
  }
}

test('who files what, where and under which code is the same at any hour of the day', () => {
  expect(early.dossiers.filter((one) => one.isOfToday).length).toBeGreaterThan(0)
  expect(late.dossiers).toEqual(early.dossiers)
})

test('later in the day more has become of them, and what had become of them before is as it was', () => {
  const steps = (province: Province) => province.lives.flatMap((one) => one.life).length
  expect(steps(late)).toBeGreaterThan(steps(early))
  for (const [at, { code, life }] of early.lives.entries())
    expect({ code, life: late.lives[at]?.life.slice(0, life.length) }).toEqual({ code, life })
})

test('a result keeps its number when others are issued later', () => {
  expect(late.results.length).toBeGreaterThan(early.results.length)
  expect(late.results).toEqual(expect.arrayContaining(early.results))
})

test('nothing is said to have happened that is still to come', () => {
  expect([...early.toCome, ...late.toCome]).toEqual([])
})
