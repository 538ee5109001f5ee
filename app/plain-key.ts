/**
 * The key of an event that stands for itself: null with Ctrl, Alt or Meta, and while someone writes or
 * has a list of choices open.
 */
export function plainKey(event: KeyboardEvent): string | null {
  const target = event.target as HTMLElement
  const writing = target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
  const alone = !event.ctrlKey && !event.metaKey && !event.altKey
  return writing || !alone ? null : event.key
}
