import { index, layout, route, type RouteConfigEntry } from '@react-router/dev/routes'

const mineRoutes: RouteConfigEntry[] = [
  route('trang-cua-toi', 'sites/portal/mine/overview.tsx'),
  route('trang-cua-toi/tin-nhan', 'sites/portal/mine/messages.tsx'),
  route('trang-cua-toi/ai-da-xem', 'sites/portal/mine/readers.tsx'),
  route('trang-cua-toi/bien-nhan', 'sites/portal/mine/receipt-code.tsx'),
  route('trang-cua-toi/lam-thay', 'sites/portal/mine/mandates.tsx'),
  route('trang-cua-toi/thong-tin', 'sites/portal/mine/about-me.tsx'),
  route('trang-cua-toi/mat-khau', 'sites/portal/mine/password.tsx'),
  route('trang-cua-toi/loi-moi/:id', 'sites/portal/mine/invitation.tsx'),
  route('trang-cua-toi/ho-so/:id', 'sites/portal/mine/dossier.tsx'),
  route('trang-cua-toi/ho-so/:id/bien-nhan', 'sites/portal/mine/receipt.tsx'),
  route('trang-cua-toi/ho-so/:id/bo-sung', 'sites/portal/mine/supplement.tsx'),
]

const filingRoutes: RouteConfigEntry[] = [
  route('trang-cua-toi/loi-moi/:id/khai', 'sites/portal/mine/own-page.tsx'),
  route('nop/bat-dau/:code', 'sites/portal/filing/start.tsx'),
  route('nop/:id', 'sites/portal/filing/draft.tsx', { id: 'draft' }, [
    route('place', 'sites/portal/filing/place.tsx'),
    route('nguoi-cung-nop', 'sites/portal/filing/together.tsx'),
    route('giay-to', 'sites/portal/filing/papers.tsx'),
    route('kiem-tra', 'sites/portal/filing/summary.tsx'),
    route(':page', 'sites/portal/filing/question.tsx'),
  ]),
]

/** The citizens' site. Reading pages carry no script; the pages of a form are hydrated. */
export const portalRoutes: RouteConfigEntry[] = [
  layout('sites/portal/layout.tsx', { id: 'portal' }, [
    index('sites/portal/home.tsx'),
    route('thu-tuc', 'sites/portal/procedures.tsx'),
    route('thu-tuc/:code', 'sites/portal/procedure.tsx'),
    route('tra-cuu', 'sites/portal/look-up.tsx'),
    route('tra-cuu/:code', 'sites/portal/look-up.tsx', { id: 'look-up-code' }),
    route('kiem-tra', 'sites/portal/verify.tsx'),
    route('kiem-tra/:code', 'sites/portal/verify.tsx', { id: 'verify-code' }),
    route('so-lieu', 'sites/portal/figures.tsx'),
    route('so-lieu/mau-06', 'sites/portal/form-six.tsx'),
    route('dang-nhap', 'sites/portal/sign-in.tsx'),
    route('dang-nhap/quoc-gia', 'sites/portal/national/start.tsx'),
    route('dang-nhap/quoc-gia/tra-loi', 'sites/portal/national/answer.tsx'),
    route('dang-nhap/xac-minh', 'sites/portal/national/confirm.tsx'),
    route('dang-nhap/he-thong/:uid', 'sites/portal/sign-on.tsx'),
    route('dang-xuat/he-thong', 'sites/portal/sign-out-of.tsx'),
    route('dang-ky', 'sites/portal/register.tsx'),
    route('kha-nang-tiep-can', 'sites/portal/accessibility.tsx'),
    route('so-niem-phong', 'sites/portal/trail-heads.tsx'),
    route('lap-trinh', 'sites/portal/api-reference.tsx'),
    route('du-lieu-ca-nhan', 'sites/portal/personal-data.tsx'),
    ...mineRoutes,
    ...filingRoutes,
    route('*', 'sites/portal/not-found.tsx'),
  ]),
  route('thoi-dong-y', 'sites/take-back-consent.ts'),
  route('dang-xuat', 'sites/portal/sign-out.tsx'),
  route('ngon-ngu/:language', 'sites/portal/language.tsx'),
]
