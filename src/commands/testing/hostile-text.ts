import pg from 'pg'

/**
 * Text that is code to a browser that takes it for more than text: elements and their events, addresses, ends of what may stand around
 * it (attributes, raw text, comments, JSON in a script), other languages of markup, letters that turn a line about. What it would make is
 * named `lacode`, whatever it is.
 */
export const hostileTexts = [
  `<script>lacode()</script>`,
  `<img src=lacode onerror=lacode()>`,
  `<svg lacode><animate onbegin=lacode() attributeName=x></svg>`,
  `<math lacode><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=lacode()&gt;">`,
  `" onmouseover="lacode()" lacode="`,
  `' autofocus onfocus='lacode()' lacode='`,
  `</script><script>lacode()</script>`,
  `</title></textarea></style></noscript></option></select><b lacode>`,
  `--><b lacode>`,
  `<!--<script lacode>`,
  `<lacode-element style="background:url(javascript:lacode())">`,
  `<iframe srcdoc="&lt;script&gt;lacode()&lt;/script&gt;">`,
  `<a href="javascript:lacode()">lacode</a>`,
  `<form action=javascript:lacode() lacode><button>`,
  `<base href=//lacode.example/>`,
  `<meta http-equiv=refresh content=0;url=//lacode.example/>`,
  `\${lacode()}{{lacode()}}<%=lacode()%>#{lacode()}`,
  `\\"];lacode();//\\u003cscript\\u003e`,
  `&lt;b lacode&gt;&#60;script&#62;lacode()&#60;/script&#62;`,
  `\u2028lacode()\u2029<b lacode>`,
  `\u202e<b lacode>\u2066`,
  `＜script＞lacode()＜/script＞`,
  `]]><b lacode>`,
  `*{background:url(//lacode.example/)}</style><b lacode>`,
]

/** What a person may have written: a word of their language, or words with spaces between. */
const isWritten = (text: string) => /[^!-~]/.test(text)

export interface Column {
  /** `services.dossier.applicant_name`. */
  readonly name: string
  readonly table: string
  readonly column: string
  readonly isJson: boolean
}

/** Between it and the hostile text stands in which column it was put. */
export const signOf = (at: number): string => `⟦${at}⟧`

/**
 * Puts hostile text behind whatever is written in the database, column by column, past every check of what is taken in: it may have come
 * by another way, or before there was a check. Answers the columns that took it, by the number that their sign says. `before`: what is put in front of the text.
 */
export async function writeHostileText(url: string, before = ''): Promise<Column[]> {
  const line = new pg.Client({ connectionString: url })
  await line.connect()
  const taken: Column[] = []
  try {
    // Neither what may never be changed nor what is worked out from a change stands in the way.
    await line.query(`set session_replication_role = replica`)
    const { rows: columns } = await line.query<Column>(
      `select format('%s.%s', c.oid::regclass, a.attname) as name, c.oid::regclass::text as table, quote_ident(a.attname) as column,
         a.atttypid = 'jsonb'::regtype as "isJson"
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       where c.relkind = 'r' and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema|pgboss|kernel)'
         and a.atttypid in ('text'::regtype, 'jsonb'::regtype) order by 1`,
    )
    for (const column of columns) {
      if (await write(column, signOf(taken.length))) taken.push(column)
    }
  } finally {
    await line.end()
  }
  return taken

  /** Whether there was anything written. */
  async function write({ table, column, isJson }: Column, sign: string): Promise<boolean> {
    const { rows } = await line.query<{ at: string; value: unknown }>(
      `select ctid as at, ${column} as value from ${table} where ${column}::text ~ '[^!-~]' limit 3000`,
    )
    const written = rows.flatMap(({ at, value }, row) => {
      let next = row
      const more = (text: string) => `${before}${text} ${sign}${hostileTexts[next++ % hostileTexts.length]}`
      const hostile = isJson ? withMore(value, more) : isWritten(String(value)) ? more(String(value)) : value
      const text = isJson ? JSON.stringify(hostile) : hostile
      return JSON.stringify(hostile) === JSON.stringify(value) ? [] : [{ at, text }]
    })
    if (written.length === 0) return false
    await line.query(
      `update ${table} t set ${column} = n.text${isJson ? '::jsonb' : ''}
       from json_to_recordset($1) as n (at tid, text text) where t.ctid = n.at`,
      [JSON.stringify(written)],
    )
    return true
  }
}

/** The same, but for every text that a person may have written. */
function withMore(value: unknown, more: (text: string) => string): unknown {
  if (typeof value === 'string') return isWritten(value) ? more(value) : value
  if (Array.isArray(value)) return value.map((one) => withMore(one, more))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withMore(one, more)]))
}
