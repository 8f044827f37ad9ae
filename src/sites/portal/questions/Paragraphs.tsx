/** What somebody wrote, in Vietnamese, with its paragraphs. */
export const Paragraphs = ({ text }: { readonly text: string }) => (
  <div lang="vi">
    {text
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line, at) => (
        <p key={at}>{line}</p>
      ))}
  </div>
)
