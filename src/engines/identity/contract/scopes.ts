import type { Words } from '#values/words.ts'

/** What a system may ask to learn of a person beside that it is the same one as before; each is agreed to by name. */
export const scopes = {
  profile: { vi: 'Họ và tên', en: 'Your name' },
  organization: { vi: 'Cơ quan, đơn vị và chức vụ hiện tại', en: 'Your agency, unit and posts as of now' },
  personal_id: { vi: 'Số định danh cá nhân', en: 'Your personal number' },
} as const satisfies Record<string, Words>

export type ScopeName = keyof typeof scopes

export const scopeNames = Object.keys(scopes) as [ScopeName, ...ScopeName[]]
