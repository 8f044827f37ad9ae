import { z } from 'zod'
import { Cell, Line, Passage } from './printed-values.ts'

/** Part of the body of a result or an application. */
export const PrintedBlock = z.discriminatedUnion('kind', [
  /** Centred and bold: `QUYẾT ĐỊNH:`, `Chương I` with its title below. */
  z.strictObject({ kind: z.literal('heading'), text: Line, subtitle: Line.optional() }),
  z.strictObject({
    kind: z.literal('paragraph'),
    text: Passage,
    style: z.enum(['plain', 'bold', 'italic']).default('plain'),
    align: z.enum(['justify', 'center']).default('justify'),
    indented: z.boolean().default(true),
  }),
  /** `label: value`; without a value a dotted line. Two `half` fields in a row share a line. */
  z.strictObject({
    kind: z.literal('field'),
    label: Line,
    value: Passage.optional(),
    half: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    label: Line,
    options: z
      .array(z.strictObject({ text: Line, chosen: z.boolean() }))
      .min(1)
      .max(100),
  }),
  z
    .strictObject({
      kind: z.literal('table'),
      caption: Line.optional(),
      /** `share` is the column's part of the width beside the others'. */
      columns: z
        .array(
          z.strictObject({
            title: Line,
            share: z.number().min(0.1).max(20).default(1),
            align: z.enum(['left', 'center', 'right']).default('left'),
          }),
        )
        .min(1)
        .max(20),
      rows: z.array(z.array(Cell)).max(2_000),
    })
    .refine((table) => table.rows.every((row) => row.length === table.columns.length), {
      error: 'a row of another length',
    }),
  /** `Điều <number>.`; without a title the first paragraph runs on after the number. Clauses and points are paragraphs. */
  z.strictObject({
    kind: z.literal('article'),
    number: z.union([Line, z.number().int().min(1).transform(String)]),
    title: Line.optional(),
    paragraphs: z.array(Passage).max(200).default([]),
  }),
  z.strictObject({
    kind: z.literal('list'),
    items: z.array(Passage).min(1).max(500),
    numbered: z.boolean().default(false),
  }),
])
export type PrintedBlock = z.input<typeof PrintedBlock>
