import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { authoringProblems } from './authoring-problems.ts'
import { SaidWords } from './shapes.ts'

/** A step of a version that open dossiers go by, and where they go on. */
const MovedStep = z.object({
  step: z.string(),
  name: SaidWords,
  by: SaidWords,
  hours: z.number(),
  /** Dossiers that stand there now. */
  dossiers: z.number(),
  /** Null: they stay; absent: nobody has chosen, and there is no step of that name. */
  to: z.string().nullable().optional(),
})

const step = z.string().max(60)

/** Open dossiers when a version comes into force: which go by its process from that day on, and how. */
export const moveContract = {
  viewOpenDossiers: operation(
    {
      title: { vi: 'Hồ sơ đang mở khi bản mới áp dụng', en: 'Open dossiers when a draft comes into force' },
      kind: 'read',
      permission: 'procedure.write',
    },
    { method: 'GET', path: '/services/procedure-drafts/{id}/open-dossiers' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(
      z.object({
        /** They go by the new process too; else it takes new dossiers only. */
        moves: z.boolean(),
        versions: z.array(
          z.object({ id: z.string(), number: z.number(), dossiers: z.number(), steps: z.array(MovedStep) }),
        ),
        /** Of the draft. */
        targets: z.array(z.object({ step: z.string(), name: SaidWords, by: SaidWords, hours: z.number() })),
        /** What keeps them from it, and what to do. */
        wrong: z.array(z.object({ where: SaidWords, words: SaidWords })),
        /** If it came into force now; null while it is not ready for that. */
        preview: z
          .object({
            moved: z.number(),
            /** Work that goes to another post, and that stays with whoever has it but with other hours. */
            handedOver: z.number(),
            otherHours: z.number(),
            /** Due later than the hours of what is left allow, by the process of now and by the new one. */
            lateBefore: z.number(),
            lateAfter: z.number(),
            stays: z.array(z.object({ why: SaidWords, dossiers: z.number(), codes: z.array(z.string()) })),
          })
          .nullable(),
      }),
    ),

  chooseOpenDossiers: operation(
    {
      title: { vi: 'Chọn hồ sơ đang mở theo bản nào', en: 'Choose which version open dossiers go by' },
      kind: 'write',
      permission: 'procedure.write',
      problems: { draftChanged: authoringProblems.draftChanged, draftClosed: authoringProblems.draftClosed },
    },
    { method: 'PUT', path: '/services/procedure-drafts/{id}/open-dossiers' },
  )
    /** `steps`: by the id of a version, for its steps the step of the draft, or null to leave those dossiers; null: new dossiers only. */
    .input(
      z.strictObject({
        id: z.uuid(),
        revision: z.int().min(1),
        steps: z.record(z.uuid(), z.record(step, step.nullable())).nullable(),
      }),
    )
    .output(z.object({ revision: z.number(), savedAt: z.date() })),

  viewMovedDossiers: operation(
    {
      title: { vi: 'Hồ sơ đã chuyển theo bản mới', en: 'Open dossiers that a version took' },
      kind: 'read',
      permission: 'procedure.write',
    },
    { method: 'GET', path: '/services/procedure-drafts/{id}/moved-dossiers' },
  )
    /** `after`: the id of the last one that was seen. */
    .input(z.strictObject({ id: z.uuid(), after: z.uuid().optional() }))
    /** Null where it took new dossiers only, or is not published. */
    .output(
      z
        .object({
          moved: z.number(),
          left: z.number(),
          finishedAt: z.date().nullable(),
          /** Those that stay, fifty at a time. */
          stays: z.array(z.object({ id: z.string(), code: z.string(), why: SaidWords })),
          next: z.string().nullable(),
        })
        .nullable(),
    ),
}
