/** Text shown to people: Vietnamese first, English beside it. Leaving one out does not compile. */
export interface Words {
  readonly vi: string
  readonly en: string
}

export type Language = keyof Words

export const languages = ['vi', 'en'] as const satisfies readonly Language[]

/** The words in one language. */
export const say = (words: Words, language: Language): string => words[language]

/** Replaces `{name}` by the value of that name, in both languages; an unknown name stays visible. */
export function fill(words: Words, values: Readonly<Record<string, string | number>>): Words {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  return { vi: put(words.vi), en: put(words.en) }
}
