import type { Citizen } from './citizens.ts'

/** One button a citizen, and one to turn back. */
export const choicePage = (citizens: readonly Citizen[]): string => `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Cổng Dịch vụ công quốc gia (mô phỏng)</title>
<style>body{font:18px sans-serif;max-width:32em;margin:2em auto;padding:0 1em}button{display:block;width:100%;margin:.5em 0;padding:.8em;font:inherit;text-align:left}</style>
<h1>Cổng Dịch vụ công quốc gia</h1><p>Mô phỏng để chạy thử. Đăng nhập bằng tài khoản của:</p>
<form method="post">${citizens
  .map((one) => `<button name="sub" value="${one.sub}">${one.ho_ten}, ${one.so_dinh_danh}</button>`)
  .join('')}<button name="sub" value="">Thôi, quay lại</button></form></html>`
