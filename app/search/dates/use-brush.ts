import { type MouseEvent, type PointerEvent, useRef } from 'react'

/** Bars from the first to the last, both included, by their places. */
export type Stretch = { first: number; last: number }

type Options = {
  /** How many bars share the width. */
  count: number
  onPreview: (stretch: Stretch | null) => void
  onChoose: (stretch: Stretch) => void
}

/** Below this a press is a click on one bar. */
const SLACK_PX = 5

/** Chooses a stretch of bars by dragging over them, with a mouse, a pen or a finger. */
export function useBrush({ count, onPreview, onChoose }: Options) {
  const press = useRef<{ x: number; bar: number; dragged: boolean } | null>(null)
  const barAt = ({ currentTarget, clientX }: PointerEvent): number => {
    const { left, width } = currentTarget.getBoundingClientRect()
    return Math.min(count - 1, Math.max(0, Math.floor(((clientX - left) / width) * count)))
  }
  const stretchTo = (event: PointerEvent, start: number): Stretch => {
    const bar = barAt(event)
    return { first: Math.min(start, bar), last: Math.max(start, bar) }
  }
  const end = () => {
    press.current = null
    onPreview(null)
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      press.current = { x: event.clientX, bar: barAt(event), dragged: false }
    },
    onPointerMove: (event: PointerEvent) => {
      const { current } = press
      if (current === null) return
      if (!current.dragged && Math.abs(event.clientX - current.x) < SLACK_PX) return
      if (!current.dragged) event.currentTarget.setPointerCapture(event.pointerId)
      current.dragged = true
      onPreview(stretchTo(event, current.bar))
    },
    onPointerUp: (event: PointerEvent) => {
      const { current } = press
      if (current?.dragged) onChoose(stretchTo(event, current.bar))
      // The click that follows a drag must not follow the link below.
      if (current?.dragged) suppressNextClick(event.currentTarget)
      end()
    },
    onPointerCancel: end,
    // Links would be dragged away instead.
    onDragStart: (event: MouseEvent) => event.preventDefault(),
  }
}

function suppressNextClick(target: Element): void {
  const stop = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  target.addEventListener('click', stop, { capture: true, once: true })
  // Where no click follows, the next real one must go through.
  window.setTimeout(() => target.removeEventListener('click', stop, { capture: true }))
}
