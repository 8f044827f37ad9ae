import { scopeOf, type Actor } from '#kernel/operations/actor.ts'
import type { Words } from '#values/words.ts'
import type { AccessReason } from '../dossier/dossier-access.ts'
import { reasonWords } from './access-words.ts'

export interface Rule {
  readonly code: string
  readonly words: Words
  /** What was found when it was asked. */
  readonly facts: Words
  readonly verdict: 'yes' | 'no' | 'none'
}

interface Account {
  readonly isOpen: boolean
  readonly mustChangePassword: boolean
}

const nothing: Words = { vi: 'không dính', en: 'not concerned' }

/**
 * The rules of reading in the order in which they are asked, each with what was found in the actor and the access rows that the
 * predicate takes. The first two forbid; of the last three one is enough.
 */
export function readRules(
  account: Account | null,
  actor: Actor,
  titles: readonly string[],
  reasons: readonly AccessReason[],
): Rule[] {
  const scope = scopeOf(actor, 'dossier.read')
  const reads = scope === 'all' || scope.length > 0
  const reached = reasons.filter((one) => scope !== 'all' && scope.includes(one.key))
  const granted = reads ? reasons.filter((one) => actor.ownKeys.includes(one.key)) : []
  const lent = [...new Set(actor.onBehalf.values())]
  return [
    {
      code: 'TK-01',
      words: { vi: 'Cấm: không có tài khoản, hoặc tài khoản bị khóa', en: 'Forbids: no account, or a disabled one' },
      ...forbids(account?.isOpen !== true, account === null ? none.account : none.disabled),
    },
    {
      code: 'TK-02',
      words: {
        vi: 'Cấm: chưa đổi mật khẩu dùng một lần',
        en: 'Forbids: a password for one use that was not changed yet',
      },
      ...forbids(account?.mustChangePassword === true, none.password),
    },
    {
      code: 'VT-01',
      words: { vi: 'Cần: giữ ít nhất một vị trí trong ngày đó', en: 'Needs: a post on that day' },
      ...needs(titles.length > 0, titles.join('; '), none.post),
    },
    {
      code: 'UQ-01',
      words: { vi: 'Thêm: việc được ủy quyền, đứng thay', en: 'Adds: what is delegated' },
      ...gives(lent.length > 0, { vi: `thay ${lent.join('; ')}`, en: `for ${lent.join('; ')}` }),
    },
    {
      code: 'QX-01',
      words: { vi: 'Cần: một vị trí có quyền xem hồ sơ', en: 'Needs: a post that may read dossiers' },
      ...needs(reads, 'dossier.read', none.right),
    },
    {
      code: 'PV-01',
      words: { vi: 'Cho: quyền xem mọi hồ sơ của tỉnh', en: 'Lets: reading every dossier of the province' },
      ...gives(scope === 'all', { vi: 'toàn tỉnh', en: 'the whole province' }),
    },
    {
      code: 'PV-02',
      words: { vi: 'Cho: đơn vị trong phạm vi có việc với hồ sơ', en: 'Lets: a unit in reach has to do with it' },
      ...gives(reached.length > 0, saidOf(reached)),
    },
    {
      code: 'CX-01',
      words: { vi: 'Cho: được duyệt cho xem theo đề nghị, còn hạn', en: 'Lets: granted on request, not over' },
      ...gives(granted.length > 0, saidOf(granted)),
    },
  ]
}

const none = {
  account: { vi: 'không có tài khoản cán bộ lúc đó', en: 'no staff account at that time' },
  disabled: { vi: 'tài khoản đang bị khóa', en: 'the account is disabled' },
  password: { vi: 'chưa có quyền nào trước khi đổi', en: 'no rights before it is changed' },
  post: { vi: 'không giữ vị trí nào', en: 'no post' },
  right: { vi: 'không vị trí nào có quyền này', en: 'no post gives this right' },
} as const satisfies Record<string, Words>

const forbids = (holds: boolean, facts: Words): Pick<Rule, 'facts' | 'verdict'> =>
  holds ? { facts, verdict: 'no' } : { facts: nothing, verdict: 'none' }

const needs = (holds: boolean, found: string, facts: Words): Pick<Rule, 'facts' | 'verdict'> =>
  holds ? { facts: { vi: found, en: found }, verdict: 'yes' } : { facts, verdict: 'no' }

const gives = (holds: boolean, facts: Words): Pick<Rule, 'facts' | 'verdict'> =>
  holds ? { facts, verdict: 'yes' } : { facts: nothing, verdict: 'none' }

function saidOf(reasons: readonly AccessReason[]): Words {
  const all = reasons.map(({ unitName, reason }) => {
    const { vi, en } = reasonWords[reason]
    return { vi: `${unitName} ${vi}`, en: `${unitName} ${en}` }
  })
  return { vi: all.map(({ vi }) => vi).join('; '), en: all.map(({ en }) => en).join('; ') }
}
