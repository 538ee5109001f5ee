/**
 * Light or dark: as the system says, unless this browser's reader chose. A cookie keeps the choice, so
 * that a page comes in its colours: a script that sets them before the first paint would wait for the
 * style sheets.
 */

export type Theme = 'system' | 'light' | 'dark'
export const THEMES: readonly Theme[] = ['system', 'light', 'dark']

export const THEME_COOKIE = 'theme'
const A_YEAR_S = 365 * 24 * 60 * 60

/** The theme of a cookie's value; `system` for anything else. */
export const themeOf = (value: string | undefined): Theme =>
  THEMES.find((theme) => theme === value) ?? 'system'

/** The theme that the page is shown in. */
export const shownTheme = (): Theme => themeOf(document.documentElement.dataset.theme)

/** Shows a theme at once and keeps it for the next visit. */
export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  const age = theme === 'system' ? 0 : A_YEAR_S
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${age}; samesite=lax`
}
