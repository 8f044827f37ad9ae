import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startNationalSso, type SimulatedNationalSso } from '#sandbox/national-sso/national-sso.ts'
import { demoPassword } from '../src/demo/accounts.ts'
import { licenceExchange } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let national: SimulatedNationalSso
let citizen: Person

beforeAll(async () => {
  stage = await openStage({
    environment: async (url) => (national = await startNationalSso(0, url)).variables,
  })
  citizen = await stage.enter({ screen: 'phone', scripts: false })
}, 120_000)
afterAll(async () => {
  await stage.stop()
  await national.close().catch(() => {})
})

const toNational = async () => {
  await citizen.goTo('/dang-nhap')
  await citizen.page.getByRole('link', { name: 'Cổng Dịch vụ công quốc gia Sang trang' }).click()
}

describe('a citizen signs in by the national portal', { timeout: 60_000 }, () => {
  test('and may turn back there: nothing happened, and the page says so', async () => {
    await toNational()
    await citizen.press('Thôi, quay lại')
    await citizen.sees('Chưa đăng nhập được bằng Cổng quốc gia', /đã dừng/)
  })

  test('is shown once what it says of them, and that the account they have is joined', async () => {
    await citizen.goTo('/dang-nhap')
    await citizen.picture('phone/dang-nhap-quoc-gia')
    await toNational()
    await citizen.page.getByRole('button', { name: /Thân Thị Bích Phượng/ }).click()
    await citizen.sees(
      'Đây có phải ông/bà không?',
      'Thân Thị Bích Phượng',
      '14/08/1968',
      '024 168 009 ***',
      '0979 *** 218',
    )
    await citizen.sees(/cán bộ đã xem thẻ căn cước/)
    await citizen.picture('phone/noi-tai-khoan')
    await citizen.page.setViewportSize({ width: 1440, height: 900 })
    await citizen.picture('desk/noi-tai-khoan')
    await citizen.page.setViewportSize({ width: 360, height: 740 })
    await citizen.press('Đúng là tôi')
    await citizen.sees('Chào Thân Thị Bích Phượng')
  })

  test('sees on their page that it is joined, and stops using the password', async () => {
    await citizen.goTo('/trang-cua-toi/thong-tin')
    await citizen.sees('Tài khoản định danh quốc gia đã xác minh', /Đã nối từ/)
    await citizen.picture('phone/thong-tin-cua-toi')
    await citizen.write({ 'Mật khẩu đang dùng': demoPassword })
    await citizen.press('Thôi dùng mật khẩu')
    await citizen.sees('Đặt mật khẩu')
    await citizen.write({ 'Mật khẩu mới': 'con trau di truoc cai cay' })
    await citizen.press('Đặt mật khẩu')
    await citizen.sees('Thôi dùng mật khẩu')
  })

  test('comes in at once the next time', async () => {
    await citizen.page.context().clearCookies()
    await toNational()
    await citizen.page.getByRole('button', { name: /Thân Thị Bích Phượng/ }).click()
    await citizen.sees('Chào Thân Thị Bích Phượng')
  })

  test('lets a neighbour file for them, who accepts and files in their name', async () => {
    await citizen.goTo('/trang-cua-toi/lam-thay')
    await citizen.write({
      'Họ và tên người làm thay': 'Ngô Văn Thắng',
      'Số định danh của người ấy': '024080004711',
    })
    await citizen.press('Gửi lời nhờ')
    await citizen.sees(/Chọn ít nhất một việc/)
    await citizen.choose('Nộp hồ sơ')
    await citizen.press('Gửi lời nhờ')
    await citizen.sees('Chờ trả lời')
    await citizen.picture('phone/nho-lam-thay', true)
    const neighbour = await stage.enter({ screen: 'desk', as: await stage.test.as('doanhnghiep') })
    await neighbour.goTo('/trang-cua-toi/lam-thay')
    await neighbour.sees('Thân Thị Bích Phượng')
    await neighbour.picture('desk/duoc-nho-lam-thay')
    await neighbour.press('Nhận làm thay')
    await neighbour.sees('Đang có hiệu lực')
    await neighbour.goTo(`/thu-tuc/${licenceExchange}`)
    await neighbour.press(/Nộp hồ sơ|Bắt đầu/)
    await neighbour.sees('Nộp cho ai?')
    await neighbour.picture('desk/nop-cho-ai')
    await neighbour.choose('Thân Thị Bích Phượng')
    await neighbour.press('Tiếp tục')
    await neighbour.sees('Ông/bà đang nộp thay Thân Thị Bích Phượng')
    await neighbour.picture('desk/nop-thay')
  })

  test('sees that the neighbour read their data, and withdraws it', async () => {
    await citizen.goTo('/trang-cua-toi/ai-da-xem')
    await citizen.sees(/Ngô Văn Thắng/)
    await citizen.goTo('/trang-cua-toi/lam-thay')
    await citizen.press('Thôi nhờ')
    await citizen.sees('Đã chấm dứt')
  })

  test('whoever is known by another name is sent to a counter', async () => {
    await citizen.page.context().clearCookies()
    await toNational()
    await citizen.page.getByRole('button', { name: /Thân Thị Bích Hường/ }).click()
    await citizen.sees(/khác với điều tỉnh đang ghi/, /quầy một cửa/)
    await citizen.picture('phone/khac-ho-ten')
  })

  test('when the portal is away the password still works', async () => {
    await national.close()
    await citizen.goTo('/trang-cua-toi')
    await citizen.page.context().clearCookies()
    await toNational()
    await citizen.sees(/Cổng Dịch vụ công quốc gia chưa trả lời/)
    await citizen.picture('phone/cong-quoc-gia-vang')
    await citizen.page.getByRole('link', { name: 'Đăng nhập bằng mật khẩu' }).click()
    await citizen.write({
      'Số định danh hoặc tên đăng nhập': 'congdan',
      'Mật khẩu': 'con trau di truoc cai cay',
    })
    await citizen.page.getByRole('button', { name: 'Đăng nhập' }).click()
    await citizen.sees('Chào Thân Thị Bích Phượng')
  })

  test('no browser complained', () => {
    // Of the pages that say no, with the status of that.
    const others = stage.complaints().filter((one) => !/ (409|503) /.test(one))
    expect(others).toEqual([])
  })
})
