import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSampleSystem, type SampleSystem } from '#sandbox/sample-system/sample-system.ts'
import { done } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let rooms: SampleSystem
let administrator: Person
let official: Person

beforeAll(async () => {
  stage = await openStage({
    environment: async (url) => {
      rooms = await startSampleSystem(0, `${url}/oidc`)
      return { INSIDE_HOSTS: new URL(rooms.url).host }
    },
  })
  administrator = await stage.enter({ screen: 'desk', as: await stage.test.as('quantri') })
  official = await stage.enter({ screen: 'phone' })
}, 120_000)
afterAll(async () => {
  await stage.stop()
  await rooms.close()
})

describe('an official enters another system of the province', { timeout: 60_000 }, () => {
  test('that an administrator has registered', async () => {
    await administrator.goTo('/quan-tri/he-thong')
    await administrator.write({ 'Cơ quan chủ quản: tên hoặc mã': 'UBND-TINH' })
    await administrator.press('Tìm')
    await administrator.write({
      'Tên hệ thống, như người dùng thấy': 'Đặt phòng họp',
      'Địa chỉ quay về sau khi đăng nhập': rooms.registration.redirectUris.join('\n'),
      'Địa chỉ quay về sau khi đăng xuất': rooms.registration.postLogoutUris.join('\n'),
      'Địa chỉ nhận báo phiên kết thúc': rooms.registration.logoutUri,
      'Khóa công khai (JWK hoặc JWKS)': rooms.registration.publicKeys,
    })
    await administrator.press('Đăng ký')
    await administrator.sees('Mã hệ thống (client_id):')
    const [one] = done(await (await stage.test.as('quantri')).call('GET', '/identity/clients')).clients
    await rooms.connect(one.id)
  })

  test('by signing in here and agreeing once to what it may know', async () => {
    await official.page.goto(rooms.url)
    await official.press('Đăng nhập')
    await official.signIn('chuyenvien.gtvt')
    await official.sees('Đặt phòng họp muốn biết về ông/bà', 'Cơ quan, đơn vị và chức vụ hiện tại')
    await official.picture('phone/dong-y-he-thong', true)
    await official.press('Đồng ý, đi tiếp')
    await official.page.waitForURL(`${rooms.url}/`)
    await official.sees('Xin chào', /Chuyên viên.*Phòng Quản lý vận tải/)
  })

  test('and is out there the moment they sign out everywhere', async () => {
    done(await (await stage.test.as('chuyenvien.gtvt')).call('POST', '/identity/sign-out', { everywhere: true }))
    const since = performance.now()
    await expect
      .poll(() => official.page.goto(rooms.url).then(() => official.reads()), { timeout: 5000 })
      .toContain('Đăng nhập')
    expect(performance.now() - since).toBeLessThan(3000)
  })

  test('goes straight in the next time, and by signing out there is asked whether to do so here', async () => {
    await official.press('Đăng nhập')
    await official.signIn('chuyenvien.gtvt')
    await official.page.waitForURL(`${rooms.url}/`)
    await official.press('Đăng xuất')
    await official.sees('Đặt phòng họp đã đăng xuất ông/bà ở bên ấy')
    await official.picture('phone/dang-xuat-he-thong', true)
    await official.press('Đăng xuất ở đây')
    await official.page.waitForURL(`${rooms.url}/`)
    await official.sees('Đăng nhập')
  })

  test('and may take back what they agreed to', async () => {
    const again = await stage.enter({ screen: 'desk', as: await stage.test.as('chuyenvien.gtvt') })
    await again.goTo('/can-bo/mat-khau')
    await again.sees('Hệ thống đã cho biết về mình', /Sở|UBND|Ủy ban/)
    await again.press('Thu lại')
    expect(done(await (await stage.test.as('chuyenvien.gtvt')).call('GET', '/identity/consents'))).toEqual([])
  })
})

test('a machine is given a token that is told once', async () => {
  await administrator.goTo('/quan-tri/may?don-vi=UBND-TINH')
  await administrator.write({
    'Tên máy': 'Máy của sổ phòng họp',
    'Dùng để làm gì': 'Tra đơn vị để đặt phòng',
    'Người chịu trách nhiệm, điện thoại': 'Phòng Công nghệ thông tin, 0204 3555 111',
  })
  await administrator.choose('Tra cứu tổ chức, chức vụ')
  await administrator.press('Tạo tài khoản máy')
  await administrator.sees('Mã truy cập')
  await administrator.write({ 'Mã này dùng ở đâu': 'Nạp hằng đêm' })
  await administrator.press('Cấp mã truy cập')
  await administrator.sees(/^lt_/)
  await administrator.picture('desk/tai-khoan-may', true)
})

test('and is what a system calls as that asks in its own name', { timeout: 30_000 }, async () => {
  await administrator.goTo('/quan-tri/he-thong')
  await administrator.press('Đặt phòng họp')
  await administrator.pick('Khi tự gọi API là tài khoản máy', 'Máy của sổ phòng họp')
  await administrator.picture('desk/he-thong-la-may', true)
  await administrator.press('Ghi')
  await official.page.goto(rooms.url)
  await official.press('Đăng nhập')
  await official.signIn('chuyenvien.gtvt')
  await official.press('Đồng ý, đi tiếp')
  await official.page.waitForURL(`${rooms.url}/`)
  await official.write({ 'Đặt cho đơn vị': 'Giao thông' })
  await official.press('Tìm đơn vị')
  await official.sees('Sở Giao thông vận tải')
  await administrator.goTo('/quan-tri/may')
  await administrator.press('Máy của sổ phòng họp')
  await administrator.sees(/Đặt phòng họp.*Lấy mã năm phút bằng khóa của mình\. Dùng gần nhất/s)
  await administrator.picture('desk/may-cua-he-thong', true)
})

test('and no browser complained', () => {
  expect(stage.complaints()).toEqual([])
})
