import { addDays, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { Icon } from '#ui/Icon.tsx'
import { useSay } from '../use-admin.ts'
import type { Preview } from './going-along.tsx'
import { columnsOf } from './going-along.tsx'
import { kindWords, transferWords } from './words.ts'

interface PostsProps {
  readonly preview: Preview
  readonly effectiveOn: PlainDate
}

/** The posts until the eve, and from the day on. */
export function Posts({ preview, effectiveOn }: PostsProps) {
  const t = useSay()
  const columns = columnsOf(effectiveOn, t)
  return (
    <>
      <h3 className="quiet">{columns.before}</h3>
      <PostCards posts={preview.before.map((post) => (post.to === effectiveOn ? { ...post, to: null } : post))} />
      <p className="post-arrow">
        <Icon name="arrow-down" />
      </p>
      <h3 className="quiet">{columns.after}</h3>
      <PostCards posts={preview.after} isNew={(id) => !preview.before.some(({ postId }) => postId === id)} />
    </>
  )
}

interface PostCardsProps {
  readonly posts: Preview['before']
  readonly isNew?: (postId: string) => boolean
}

/** One card a post: title, unit, agency, and how it is held where that is not for good. */
export function PostCards({ posts, isNew }: PostCardsProps) {
  const t = useSay()
  if (posts.length === 0) return <p className="post-card">{t(transferWords.nothing)}</p>
  return (
    <ul>
      {posts.map((post) => (
        <li key={post.postId} className={isNew?.(post.postId) ? 'post-card is-new' : 'post-card'}>
          <b>{post.title}</b>
          <br />
          {post.unitName}
          {post.agencyName !== post.unitName && (
            <>
              <br />
              <small>{post.agencyName}</small>
            </>
          )}
          {(post.kind !== 'regular' || post.to !== null) && (
            <>
              <br />
              <small>
                {t(kindWords[post.kind])}
                {post.to !== null &&
                  ` · ${t(transferWords.until, { day: showDate(addDays(post.to, -1)) }).toLocaleLowerCase('vi')}`}
              </small>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
