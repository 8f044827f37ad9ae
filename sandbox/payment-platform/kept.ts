import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Payment } from './ledger.ts'

/** What an earlier process kept; nothing where there was none. */
export const readKept = (file: string): Payment[] =>
  existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Payment[]).map((one) => ({ ...one, at: new Date(one.at) }))
    : []

/** Keeps everything, whole or as it was. */
export function writeKept(file: string, payments: readonly Payment[]): void {
  writeFileSync(`${file}.new`, JSON.stringify(payments))
  renameSync(`${file}.new`, file)
}
