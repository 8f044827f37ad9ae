interface PaperFrameProps {
  readonly src: string
  /** What stands in it, for screen readers. */
  readonly title: string
}

/** A document in the browser's own viewer. */
export const PaperFrame = ({ src, title }: PaperFrameProps) => (
  // oxlint-disable-next-line react/iframe-missing-sandbox -- a sandbox forbids the browser's own viewer; the answers carry a policy that runs nothing
  <iframe className="paper-frame" src={src} title={title} loading="lazy" />
)
