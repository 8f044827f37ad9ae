/** A star roundel that stands for the national emblem until the province puts its approved artwork here. */
export function Emblem({ size = 44 }: { readonly size?: number }) {
  return (
    <svg className="emblem" width={size} height={size} viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <circle cx="22" cy="22" r="22" fill="#b01e2e" />
      <circle cx="22" cy="22" r="18.5" fill="none" stroke="#d9a441" strokeWidth="1.2" />
      <path fill="#f2c14e" d="m22 11 2.6 8h8.4l-6.8 4.9 2.6 8L22 27l-6.8 4.9 2.6-8L11 19h8.4z" />
    </svg>
  )
}
