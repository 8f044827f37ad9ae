import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { z } from 'zod'
import type { OperationMeta } from '#values/operation.ts'
import { wordsOfLimit } from '#values/quota.ts'
import { say, type Words } from '#values/words.ts'
import { listOperations, listStreams } from '#engines/list-operations.ts'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { StepList } from '#ui/portal/Lists.tsx'
import { DataTable } from '#ui/portal/DataTable.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import { pageOf } from '../client.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'

const words = {
  title: { vi: 'Giao diện lập trình', en: 'Programming interface' },
  lead: {
    vi: 'Mọi việc trên các trang này đều làm được qua HTTP, cùng quyền, cùng nhật ký. Lỗi trả về theo RFC 9457, bằng hai thứ tiếng.',
    en: 'Everything these pages do can be done over HTTP, with the same rights and the same trail. Errors follow RFC 9457, in two languages.',
  },
  openApi: { vi: 'Bản mô tả đầy đủ cho máy đọc (OpenAPI)', en: 'The whole description for machines (OpenAPI)' },
  how: { vi: 'Cách gọi', en: 'How to call' },
  operation: { vi: 'Việc', en: 'Operation' },
  call: { vi: 'Gọi', en: 'Call' },
  input: { vi: 'Đưa vào', en: 'Input' },
  permission: { vi: 'Ai được gọi', en: 'Who may call' },
  limits: { vi: 'Giới hạn', en: 'Limits' },
  streams: { vi: 'Gửi và tải tệp', en: 'Uploads and downloads' },
} as const satisfies Record<string, Words>

const how: readonly { readonly title: Words; readonly text: Words }[] = [
  {
    title: { vi: 'Đăng nhập', en: 'Sign in' },
    text: {
      vi: 'POST /api/identity/sign-in trả về token; mỗi lần gọi gửi kèm Authorization: Bearer <token>. Máy dùng mã truy cập lt_… do quản trị cấp: chỉ đọc, có hạn, 600 lần một phút; hệ thống đăng ký ở đây tự lấy mã năm phút bằng khóa của mình (client_credentials tại /oidc/token).',
      en: 'POST /api/identity/sign-in answers a token; send it with each call as Authorization: Bearer <token>. Machines use a token lt_… that administrators give: it reads only, has an end, and takes 600 calls a minute; a system registered here gets one of five minutes by its own key (client_credentials at /oidc/token).',
    },
  },
  {
    title: { vi: 'Gửi', en: 'Send' },
    text: {
      vi: 'GET lấy tham số ở địa chỉ, việc khác lấy JSON. Kèm Idempotency-Key thì gửi lại bao nhiêu lần cũng chỉ làm một lần.',
      en: 'GET takes its input from the address, others as JSON. With an Idempotency-Key, sending again does nothing twice.',
    },
  },
  {
    title: { vi: 'Xem tiếp danh sách', en: 'Go on in a list' },
    text: {
      vi: 'Lấy next của trang trước làm after của lần gọi sau.',
      en: 'Give the next of one page as the after of the following call.',
    },
  },
  {
    title: { vi: 'Khi bị từ chối', en: 'When refused' },
    text: {
      vi: 'code để máy đọc, words để người đọc, requestId để hỏi lại. Mã 429 và 503 kèm Retry-After: chờ chừng ấy giây.',
      en: 'code is for programs, words for people, requestId to ask with. 429 and 503 bring Retry-After: wait so many seconds.',
    },
  },
]

export function loader(args: LoaderFunctionArgs) {
  const { language } = pageOf(args)
  const operations = listOperations().map(
    ({ name, engine, meta: { title, permission, limits }, method, path, input }) => ({
      name,
      section: engine,
      title,
      call: `${method} /api${path}`,
      input: input instanceof z.ZodType ? fieldsOf(input).join(', ') : '',
      permission,
      limits: namedLimits(limits),
    }),
  )
  const streams = listStreams().map(({ method, path, title, permission, limits, headers = {} }) => ({
    name: `${method} ${path}`,
    section: say(words.streams, language),
    title,
    call: `${method} ${path}`,
    input: Object.entries(headers)
      .map(([name, { required }]) => (required ? name : `${name}?`))
      .join(', '),
    permission,
    limits: namedLimits(limits),
  }))
  return { language, sections: [...Map.groupBy([...operations, ...streams], ({ section }) => section)] }
}

const namedLimits = (limits: OperationMeta['limits'] = {}) =>
  Object.entries(limits).map(([name, limit]) => ({ name, words: wordsOfLimit(limit) }))

/** The names of what an operation takes; `?` after what may be left out. */
function fieldsOf(schema: z.ZodType): string[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`))
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title)

export default function ApiReference() {
  const { language, sections } = useLoaderData<typeof loader>()
  const t = (one: Words) => say(one, language)
  return (
    <PortalPage>
      <PageTitle title={t(words.title)} lead={t(words.lead)} />
      <LinkList links={[{ href: '/api/openapi.json', text: t(words.openApi) }]} />
      <Section title={t(words.how)}>
        <StepList steps={how.map(({ title, text }) => ({ title: t(title), text: t(text) }))} />
      </Section>
      {sections.map(([section, operations]) => (
        <Section key={section} title={section}>
          <DataTable
            caption={section}
            captionUnseen
            columns={[
              { key: 'title', title: t(words.operation), heads: true },
              { key: 'call', title: t(words.call) },
              { key: 'input', title: t(words.input) },
              { key: 'permission', title: t(words.permission) },
              ...(operations.some(({ limits }) => limits.length > 0)
                ? [{ key: 'limits', title: t(words.limits) }]
                : []),
            ]}
            rows={operations.map(({ name, title, call, input, permission, limits }) => ({
              id: name,
              title: t(title),
              call: <code>{call}</code>,
              input,
              permission: <code>{permission}</code>,
              limits: limits.length > 0 && (
                <div>
                  {limits.map((one) => (
                    <div key={one.name}>
                      <code>{one.name}</code>: {t(one.words)}
                    </div>
                  ))}
                </div>
              ),
            }))}
          />
        </Section>
      ))}
    </PortalPage>
  )
}
