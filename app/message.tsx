import Link from 'next/link'
import styles from './message.module.css'

/** A page that only has something to say, and the next step. */
export function Message({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <main className={styles.page}>
      <h1>{title}</h1>
      <p>{children}</p>
      <p>
        <Link href="/">Search the collection</Link>
      </p>
    </main>
  )
}
