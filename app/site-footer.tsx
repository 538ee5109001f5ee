import Link from 'next/link'
import { Shortcuts } from './shortcuts'
import styles from './site-footer.module.css'
import { ThemeSwitch } from './theme/theme-switch'

/** At the foot of every page: where else one can go, and light or dark. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <nav aria-label="About" className={styles.links}>
        <Link href="/" prefetch={false}>
          Kronika
        </Link>
        <a href="/sitemap.xml">All entries</a>
        <Link href="/api" prefetch={false}>
          For programs
        </Link>
        <Shortcuts />
      </nav>
      <ThemeSwitch />
    </footer>
  )
}
