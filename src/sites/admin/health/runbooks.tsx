import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import type { Words } from '#values/words.ts'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { staffPage } from '../../office/staff.ts'
import { titled } from '../../titled.ts'
import { AdminPage } from '../AdminPage.tsx'
import { useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'

const words = {
  lead: {
    vi: 'Dấu hiệu, ảnh hưởng, việc cần làm theo thứ tự, và khi nào là xong. Lệnh gõ ở máy chủ.',
    en: 'The sign, whom it harms, what to do in order, and when it is over. Commands are typed on the server.',
  },
  back: { vi: 'Sức khỏe hệ thống', en: 'Health of the platform' },
  sign: { vi: 'Dấu hiệu:', en: 'Sign:' },
  meaning: { vi: 'Với người dùng:', en: 'For people:' },
  over: { vi: 'Xong khi:', en: 'Over when:' },
  index: { vi: 'Mục lục', en: 'Contents' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  return staffPage(args).client.operations.listRunbooks({})
}

export const meta: MetaFunction = ({ matches }) => titled(matches, adminWords.runbooks, adminWords.admin)

export default function Runbooks() {
  const runbooks = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <AdminPage>
      <PageHead
        title={t(adminWords.runbooks)}
        text={t(words.lead)}
        back={{ href: '/quan-tri/suc-khoe', text: t(words.back) }}
      />
      <Panes shape="side">
        <Pane label={t(adminWords.runbooks)} still>
          {runbooks.map(({ code, title, sign, meaning, steps, over }) => (
            <div id={code} key={code} className="runbook">
              <Block title={t(title)}>
                <p>
                  <strong>{t(words.sign)}</strong> {t(sign)}
                </p>
                <p>
                  <strong>{t(words.meaning)}</strong> {t(meaning)}
                </p>
                <ol>
                  {steps.map((step) => (
                    <li key={step.say.en}>
                      {t(step.say)}
                      {step.run !== undefined && <code className="command">{step.run}</code>}
                    </li>
                  ))}
                </ol>
                <p>
                  <strong>{t(words.over)}</strong> {t(over)}
                </p>
              </Block>
            </div>
          ))}
        </Pane>
        <Pane label={t(words.index)} ground="ground">
          <Block title={t(words.index)} small>
            <ul className="icon-lines">
              {runbooks.map(({ code, title }) => (
                <li key={code}>
                  <a href={`#${code}`}>{t(title)}</a>
                </li>
              ))}
            </ul>
          </Block>
        </Pane>
      </Panes>
    </AdminPage>
  )
}
