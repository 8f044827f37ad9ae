/** What becomes of a column in a copy. */
export type Rule =
  /** Says nothing of a person: codes, states, what is declared, keys within the database. */
  | 'keep'
  | 'name'
  | 'enterprise'
  | 'digits'
  | 'phone'
  /** The last four digits of a telephone number, by which a dossier is looked up. */
  | 'ending'
  | 'email'
  | 'login'
  | 'password'
  | 'date'
  /** Free text, by words that mean nothing, as long as it was. */
  | 'prose'
  /** Every text in it by what it looks like; codes that are declared stay. */
  | 'json'
  /** Every text in it that is no code, key or time. */
  | 'codes'
  | 'file'
  | 'content'
  /** Digests and sealed bytes, by others of their length. */
  | 'bytes'
  /** Worked out anew from what it is folded from. */
  | 'folded'
  | 'erase'

/** Of each table its columns by rule, names with blanks between; `empty`: no row is left. */
export type Rules = Readonly<Record<string, 'empty' | Readonly<Partial<Record<Rule, string>>>>>
