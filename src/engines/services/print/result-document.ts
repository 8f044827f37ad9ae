import { z } from 'zod'
import { Letterhead, Signer, Verification } from './letterhead.ts'
import { PrintedBlock } from './printed-block.ts'
import { Line, Passage } from './printed-values.ts'

/** A result of a procedure: decision, licence, certificate, notice (layout of Nghị định 30/2020, Phụ lục I). */
export const ResultDocument = z.strictObject({
  /** Without a number the place for it stays empty: number and date are given by the system at issue. */
  letterhead: Letterhead,
  /** Name of its kind: `Quyết định`, `Giấy phép`; set in capitals. */
  title: Line,
  subject: Line.optional(),
  addressees: z.array(Line).max(30).default([]),
  /** Who decides, above the legal bases: `Giám đốc Sở Giao thông vận tải`. */
  issuer: Line.optional(),
  legalBases: z.array(Passage).max(50).default([]),
  body: z.array(PrintedBlock).max(2_000),
  signer: Signer,
  /** Nơi nhận; the last line says where the archive copy stays: `Lưu: VT, QLVT`. */
  recipients: z.array(Line).max(50).default([]),
  verification: Verification.optional(),
  /** It was revoked: when, and by which decision. */
  revoked: Passage.optional(),
  notes: z.array(Passage).max(10).default([]),
})
export type ResultDocument = z.input<typeof ResultDocument>
