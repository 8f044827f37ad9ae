import { showShare } from '#values/show-share.ts'
import type { Words } from '#values/words.ts'
import { IconButton } from '#ui/office/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { sayTier } from '#engines/directory/contract.ts'
import { useSay } from '../use-admin.ts'
import { PlanButton } from './PlanForm.tsx'
import type { Becomes, View } from './view.ts'

const words = {
  none: { vi: 'Phương án chưa có thay đổi nào. Thêm ở trên.', en: 'The plan holds no change yet. Add some above.' },
  follows: { vi: 'Theo các xã của nó', en: 'Follows its communes' },
  fresh: { vi: 'Mới', en: 'New' },
  take: { vi: 'Bỏ {name}', en: 'Take out {name}' },
  tier: { vi: 'Cơ quan cấp {tier}', en: 'Bodies of the tier: {tier}' },
  competence: { vi: 'thẩm quyền', en: 'competence' },
  patterns: {
    vi: 'Và mẫu đơn vị cho mỗi địa bàn mới, theo tệp phương án.',
    en: 'And units for each new area, as the file says.',
  },
} as const satisfies Record<string, Words>

interface ChangesProps {
  readonly groups: View['groups']
  readonly patterns: number
  readonly mayChange: boolean
}

/** What becomes of what: before, then what it is from the day on. */
export function Changes({ groups, patterns, mayChange }: ChangesProps) {
  const t = useSay()
  const body = (name: string) =>
    name.startsWith('tier:') ? t(words.tier, { tier: t(sayTier(name.slice(5))).toLowerCase() }) : name
  if (groups.length === 0) return <p className="quiet">{t(words.none)}</p>
  const list = (
    <ul className="becomes">
      {groups.map((group) => (
        <li key={`${group.code} ${group.name}`}>
          <ul>
            {group.from.map((one) => (
              <li key={`${one.part} ${one.key}`}>
                <span>
                  {one.before === '' ? t(words.fresh) : body(one.before)} <small>{aside(one)}</small>
                </span>
                {mayChange && (
                  <IconButton
                    icon="x"
                    label={t(words.take, { name: body(one.before || group.name) })}
                    name="bo"
                    value={`${one.part} ${one.key}`}
                  />
                )}
              </li>
            ))}
          </ul>
          <p>
            <Icon name="arrow-narrow-right" />
            <b>{group.name === '' ? t(words.follows) : body(group.name)}</b> <small>{group.code}</small>
          </p>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {mayChange ? (
        <PlanButton what="bo" fields={{}}>
          {list}
        </PlanButton>
      ) : (
        list
      )}
      {patterns > 0 && <p className="quiet">{t(words.patterns)}</p>}
    </>
  )

  function aside({ part, code, share }: Becomes): string {
    if (part === 'competence') return code === '' ? t(words.competence) : `${t(words.competence)} ${code}`
    return share === null ? code : `${code}, ${showShare(share, 1)}`
  }
}
