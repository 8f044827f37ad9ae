import type { Page } from './client.ts'

/** A fresh proof by what was typed: a password, six digits of an app, or a recovery code. Answers the session as it goes on. */
export const proveByText = ({ client }: Page, proof: string) =>
  client.identity.proveIdentity(isCode(proof) ? { code: proof } : { password: proof })

/** Six digits, or what looks like a recovery code: no password is so short, or so shaped. */
const isCode = (text: string): boolean => /^\s*(\d{3} ?\d{3}|\d-\w{5}-\w{5})\s*$/.test(text)
