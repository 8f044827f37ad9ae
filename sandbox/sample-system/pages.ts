import type { Visitor } from './sample-system.ts'

const page = (body: string): string => `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Đặt phòng họp</title>
<style>body{font:18px sans-serif;max-width:34em;margin:2em auto;padding:0 1em}a.go{display:inline-block;padding:.7em 1em;background:#1d4f91;color:#fff;text-decoration:none}</style>
<h1>Đặt phòng họp</h1>${body}</html>`

export const homePage = (isRefused: boolean): string =>
  page(`${isRefused ? '<p>Ông/bà đã không đồng ý, nên chưa vào được.</p>' : ''}
<p>Sổ phòng họp của tỉnh. Cán bộ vào bằng tài khoản Liên Thông.</p><p><a class="go" href="/vao">Đăng nhập</a></p>`)

export const bookPage = ({ name, unit, post }: Visitor): string =>
  page(`<p>Xin chào <b>${said(name)}</b>, ${said(post)}, ${said(unit)}.</p>
<ul><li>Phòng 201, sáng nay: còn trống</li><li>Hội trường, chiều nay: đã đặt</li></ul>
<form action="/don-vi"><label>Đặt cho đơn vị <input name="ten"></label> <button>Tìm đơn vị</button></form><p><a href="/ra">Đăng xuất</a></p>`)

export const unitsPage = (units: readonly string[]): string =>
  page(`<ul>${units.map((unit) => `<li>${said(unit)}</li>`).join('')}</ul><p><a href="/">Về sổ phòng họp</a></p>`)

const said = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
