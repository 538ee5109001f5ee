'use client'

import { useEffect, useState } from 'react'
import { chooseTheme, shownTheme, THEMES, type Theme } from './theme'
import styles from './theme-switch.module.css'

const LABELS: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }

/** Light, dark, or as the system says. Without script the system decides, and there is no switch. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme | null>(null)
  useEffect(() => setTheme(shownTheme()), [])
  if (theme === null) return null
  return (
    <label className={styles.switch}>
      Colours
      <select
        value={theme}
        className={styles.select}
        onChange={(event) => {
          const chosen = event.target.value as Theme
          chooseTheme(chosen)
          setTheme(chosen)
        }}
      >
        {THEMES.map((option) => (
          <option key={option} value={option}>
            {LABELS[option]}
          </option>
        ))}
      </select>
    </label>
  )
}
