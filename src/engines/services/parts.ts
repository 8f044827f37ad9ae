import type { NationalRegisters } from '#kernel/national-registers.ts'
import type { Secrets } from '#kernel/secrets/secrets.ts'
import type { Printer } from '#kernel/typst/printer.ts'
import type { FileStore } from '#engines/files/index.ts'
import type { CodeList } from '#engines/forms/declare.ts'
import type { AccountPolicy } from '#engines/identity/index.ts'
import type { Words } from '#values/words.ts'
import type { LookupSource } from './draft/lookups.ts'

/** What this engine is given once, when the process starts. */
export interface ServicesParts {
  readonly lookups: LookupSource
  readonly codeLists: readonly CodeList[]
  readonly printer: Printer
  /** Where files that are made here are stored. */
  readonly store: FileStore
  /** Where the printer finds its templates. */
  readonly templateFolders: readonly string[]
  /** The address that links and QR codes lead to. */
  readonly publicUrl: string
  /** Help line and place name of the installation, as printed on papers. */
  readonly installation: Installation
  /** What the installation asks of accounts before they may do anything. */
  readonly accountPolicy: AccountPolicy
  readonly secrets: Secrets
  /** National registers that may be asked. */
  readonly registers: NationalRegisters
}

/** What printing a paper of a dossier needs of it. */
export type PrintParts = Pick<ServicesParts, 'lookups' | 'printer' | 'publicUrl' | 'installation'>

export interface Installation {
  /** `Bắc Giang`: the place before the date on papers. */
  readonly place: string
  /** `Ủy ban nhân dân tỉnh Bắc Giang` */
  readonly owner: string
  readonly helpLine: string
  /** The notation of receipts of fees, with the year: `BG-{yy}E`. */
  readonly receiptSymbol: string
  /** The notation of their form, as the tax authority gave it to the province; absent: none is printed. */
  readonly receiptForm?: string
  /** On which terms open data may be used. */
  readonly openDataTerms: Words
}
