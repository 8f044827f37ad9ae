import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#kernel/testing/read-pdf.ts'
import { answersTo, completeProcedureOf, openTasksOf, type Filed } from '../src/commands/testing/story.ts'
import { answerQuestions, codeOn, givePapers, writingOn } from './answer.ts'
import { officialOpens, opinionIsGiven, passesOn, resultIsDrafted, resultIsHandedOut } from './at-work.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

interface Way {
  /** Of the procedure. */
  readonly code: string
  readonly applicant: 'congdan' | 'doanhnghiep'
  /** Whom they file for, where they are asked. */
  readonly inTheNameOf?: string
  /** What the applicant answers otherwise than most do. */
  readonly answers?: Readonly<Record<string, unknown>>
  readonly files: string
  /** Each step that comes, in its order, and what happens in it. */
  readonly steps: Readonly<Record<string, string>>
  /** What the applicant sees when a step is open. */
  readonly meanwhile?: { readonly at: string; readonly sentence: string; readonly sees: RegExp }
  readonly ends: string
  /** What stands on the paper that comes out. */
  readonly paper: readonly (string | RegExp)[]
}

/** The story of one procedure from the first question to the result, all of it on screens: the applicant's, and those of whoever has a step. */
export function tellWholeWay(title: string, way: Way): void {
  const procedure = completeProcedureOf(way.code)
  const order = Object.keys(way.steps)
  const kindOf = (step: string | undefined) => procedure.process.steps[step ?? '']?.kind
  const drafting = order.filter((step) => procedure.process.steps[step]?.drafts)
  const isDraftedAt = (step: string) =>
    drafting.length > 0 ? drafting.includes(step) : kindOf(order[order.indexOf(step) + 1]) === 'decide'
  let stage: Stage
  let applicant: Person
  let dossier: Filed

  beforeAll(async () => {
    stage = await openStage()
    applicant = await stage.enter({ as: await stage.test.as(way.applicant) })
  }, 120_000)
  afterAll(() => stage.stop())

  describe(title, { timeout: 90_000 }, () => {
    test(way.files, async () => {
      await applicant.goTo(`/thu-tuc/${way.code}`)
      await applicant.press('Bắt đầu nộp hồ sơ')
      if (way.inTheNameOf !== undefined) {
        await applicant.choose(way.inTheNameOf)
        await applicant.press('Tiếp tục')
      }
      const answers = { ...(await answersTo(stage.test, procedure)), ...way.answers }
      await answerQuestions(applicant, answers, await writingOn(stage.test))
      await givePapers(applicant)
      await applicant.choose('Tôi cam đoan')
      await applicant.press('Gửi hồ sơ')
      await applicant.sees('Đã gửi hồ sơ')
      const id = new URL(applicant.page.url()).pathname.split('/').at(-2) ?? ''
      dossier = { id, code: codeOn(await applicant.reads()) }
      await stage.settle()
    })

    for (const [step, sentence] of Object.entries(way.steps)) {
      if (way.meanwhile?.at === step)
        test(way.meanwhile.sentence, async () => {
          await applicant.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
          await applicant.sees('Hồ sơ đi đến đâu', way.meanwhile!.sees)
        })
      test(sentence, async () => {
        const open = await openTasksOf(stage.test, dossier.id)
        for (const { consult } of open.filter((task) => task.step === step && task.consult !== null))
          await opinionIsGiven(stage, dossier, step, consult as string)
        if (kindOf(step) === 'deliver') return void (await resultIsHandedOut(stage, dossier, step))
        const official = await officialOpens(stage, dossier, step)
        if (isDraftedAt(step)) await resultIsDrafted(official)
        await passesOn(official)
      })
    }

    test(way.ends, async () => {
      expect(await openTasksOf(stage.test, dossier.id)).toEqual([])
      await applicant.goTo(`/trang-cua-toi/ho-so/${dossier.id}`)
      const paper = readPdf(await applicant.fetches('Tải kết quả (PDF)'))
        .join(' ')
        .replaceAll(/\s+/g, ' ')
      for (const words of way.paper) expect(paper).toMatch(words)
    })

    test('no browser complained', () => expect(stage.complaints()).toEqual([]))
  })
}
