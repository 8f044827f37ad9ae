import type { RouteUrgency } from '#kernel/admission/find-urgency.ts'

const posting = ['POST'] as const

/**
 * How urgent pages and streams are when there is too much to do; operations say it of themselves. In this order, the first that fits;
 * what is not here is a public page.
 */
export const routeUrgency: readonly RouteUrgency[] = [
  // Papers of an application, which come slowly over thin lines.
  { methods: ['POST', 'PATCH'], path: /^\/uploads(\/|$)/, urgency: 'filing', uploads: true },
  { methods: posting, path: /^\/hoi-dap\/tra-cuu\/tep$/, urgency: 'filing', uploads: true },
  { path: /^\/uploads(\/|$)/, urgency: 'filing' },
  // Exchange: who asks or tells here is another system, many things at once from one address.
  { path: /^\/(nen-tang-thanh-toan|tin-nhan\/bao-phat|cong-quoc-gia)(\/|$)/, urgency: 'work', patienceMs: 8000 },
  // Signing in, also to other systems.
  { path: /^\/(oidc|dang-nhap|dang-xuat|dang-ky|can-bo\/(dang-nhap|xac-thuc|khoa|xac-nhan))(\/|$)/, urgency: 'filing' },
  // The hall: who stands there takes a number and hears theirs called.
  { path: /^\/(sanh|queue)(\/|$)/, urgency: 'work' },
  { path: /^\/(can-bo\/(bao-cao|hai-long|tai-viec)|quan-tri\/nhat-ky|so-lieu\/du-lieu-mo)(\/|$)/, urgency: 'export' },
  { methods: posting, path: /^\/(can-bo|quan-tri)(\/|$)/, urgency: 'work' },
  // Without the dossier nobody decides.
  { path: /^\/can-bo\/(ho-so\/.|quay)/, urgency: 'work' },
  { path: /^\/(can-bo|quan-tri)(\/|$)/, urgency: 'lookup' },
  // An application from its first question to its receipt.
  { path: /^\/(nop\/.|thanh-toan\/.|trang-cua-toi\/(ho-so|loi-moi)\/.)/, urgency: 'filing' },
  { methods: posting, path: /^\//, urgency: 'filing' },
  { path: /^\/(trang-cua-toi|tra-cuu|kiem-tra|xep-hang|danh-gia|files|petitions|xem-thu)(\/|$)/, urgency: 'lookup' },
]
