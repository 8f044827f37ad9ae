import { done } from '../src/commands/testing/story.ts'
import type { TestPlatform, Visitor } from '../src/commands/testing/test-platform.ts'
import type { Screen } from './screens.ts'

/** Which rows the addresses below mean. */
const ids: Readonly<Record<string, string>> = {
  department: `select id from directory.unit where code = 'SGTVT'`,
  signed: `select verification_code as id from services.result where signer_capacity ~ '[^!-~]' limit 1`,
  merger: `select id from directory.reorganization order by created_at limit 1`,
  refused: `select id from petitions.petition where status = 'refused' limit 1`,
  drafted: `select dossier_id as id from services.result where number is null limit 1`,
  met: `select dossier_id as id from services.meeting limit 1`,
  scanned: `select p.dossier_id as id from services.dossier_paper p join services.dossier d on d.id = p.dossier_id where d.is_open limit 1`,
  scan: `select p.file_id as id from services.dossier_paper p join services.dossier d on d.id = p.dossier_id where d.is_open limit 1`,
  late: `select id from services.dossier where procedure_code = '1.002809' and is_open order by id limit 1`,
  draft: `select id from services.draft where counter_id is null order by created_at limit 1`,
  order: `select id from payments.payment_order order by created_at desc limit 1`,
  asking: `select id from petitions.petition where status = 'waiting-sender' limit 1`,
  answering: `select id from petitions.petition where status = 'accepted' limit 1`,
  exempt: `select dossier_id as id from services.fee_exemption limit 1`,
  obliged: `select dossier_id as id from services.obligation limit 1`,
  together: `select dossier_id as id from services.dossier_co_applicant limit 1`,
  imported: `select id from directory.import limit 1`,
  brought: `select id from directory.boundary_import limit 1`,
  machine: `select id from identity.service_account limit 1`,
  catalogued: `select id from services.catalogue_import limit 1`,
  published: `select id from services.procedure_draft where state = 'published' limit 1`,
  submitted: `select id from services.procedure_draft where state = 'submitted' limit 1`,
}

/** Where what is typed above is shown, beside the screens of every journey. */
const screens: readonly Omit<Screen, 'name'>[] = [
  { as: 'nobody', path: '/kiem-tra/{signed}' },
  { as: 'citizen', path: '/thanh-toan/{order}' },
  { as: 'citizen', path: '/trang-cua-toi/hoi-dap/{asking}' },
  { as: 'citizen', path: '/trang-cua-toi/ho-so/{late}' },
  { as: 'citizen', path: '/nop/{draft}/applicant' },
  { as: 'head', path: '/can-bo/hoi-dap/{refused}' },
  { as: 'head', path: '/can-bo/hai-long?xem=xong' },
  { as: 'leader', path: '/can-bo/nguy-co' },
  { as: 'centreHead', path: '/can-bo/hai-long' },
  { as: 'specialist', path: '/can-bo/giay-to?tim=suc+khoe' },
  { as: 'specialist', path: '/can-bo/ho-so/{scanned}/chu/{scan}' },
  { as: 'specialist', path: '/can-bo/xin-xem' },
  { as: 'administrator', path: '/can-bo/ho-so/{drafted}?xem=ket-qua' },
  { as: 'administrator', path: '/can-bo/ho-so/{met}?xem=hop' },
  { as: 'administrator', path: '/can-bo/ho-so/{obliged}?xem=lien-quan' },
  { as: 'administrator', path: '/quan-tri/sap-xep/{merger}' },
  { as: 'administrator', path: '/quan-tri/sap-xep/{merger}?xem=ban-do' },
  { as: 'head', path: '/can-bo/hoi-dap/{asking}' },
  { as: 'head', path: '/can-bo/hoi-dap/{answering}' },
  { as: 'head', path: '/can-bo/uy-quyen' },
  { as: 'invited', path: '/trang-cua-toi/lam-thay' },
  { as: 'invited', path: '/trang-cua-toi/thong-tin' },
  { as: 'administrator', path: '/can-bo/ho-so/{exempt}' },
  { as: 'administrator', path: '/can-bo/ho-so/{exempt}?xem=lich-su' },
  { as: 'administrator', path: '/can-bo/ho-so/{obliged}' },
  { as: 'administrator', path: '/can-bo/ho-so/{obliged}?xem=lich-su' },
  { as: 'administrator', path: '/can-bo/ho-so/{together}' },
  { as: 'administrator', path: '/quan-tri/to-chuc?don-vi={department}' },
  { as: 'administrator', path: '/quan-tri/to-chuc/nhap/{imported}' },
  { as: 'administrator', path: '/quan-tri/to-chuc/ranh-gioi/{brought}' },
  { as: 'administrator', path: '/quan-tri/may?chon={machine}' },
  { as: 'administrator', path: '/quan-tri/thu-tuc/danh-muc/{catalogued}/2' },
  { as: 'controller', path: '/can-bo/thu-tuc/soan/{published}' },
  { as: 'controller', path: '/can-bo/thu-tuc/soan/{submitted}' },
]

/** Screens that show what was typed, beside those that every journey opens. */
export async function screensOfTyped({ query }: TestPlatform): Promise<Screen[]> {
  const found = new Map<string, string>()
  for (const [name, text] of Object.entries(ids)) found.set(name, (await query<{ id: string }>(text))[0]?.id ?? '')
  return screens.map(({ as, path }) => ({
    as,
    path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => found.get(name) ?? ''),
    name: path,
  }))
}

/** The pages of applications that are begun now: what is known of a person and of an enterprise stands in them already. */
export async function pagesOfNewDrafts(
  { query }: TestPlatform,
  { citizen, invited }: { readonly citizen: Visitor; readonly invited: Visitor },
): Promise<Screen[]> {
  const [enterprise] = await query<{ id: string }>(`select enterprise_id as id from directory.representative`)
  const pagesOf = async (as: 'citizen' | 'invited', who: Visitor, asked: object) => {
    const { id } = done(await who.call('POST', '/services/drafts', asked))
    const { form } = done(await who.call('GET', `/services/drafts/${id}`))
    return (form.pages as { id: string }[]).map((page) => ({ as, path: `/nop/${id}/${page.id}`, name: page.id }))
  }
  return [
    ...(await pagesOf('citizen', citizen, { code: '1.002809' })),
    ...(await pagesOf('invited', invited, { code: '2.002380', onBehalfOf: enterprise?.id })),
  ]
}
