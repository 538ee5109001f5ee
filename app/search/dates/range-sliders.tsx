'use client'

import { useEffect, useRef } from 'react'
import styles from './range-sliders.module.css'
import { nameOf } from './units'
import type { Stretch } from './use-brush'

type Props = {
  /** Names of the bars. */
  names: string[]
  stretch: Stretch
  onPreview: (stretch: Stretch | null) => void
  /** Called with the end that was moved. */
  onChoose: (stretch: Stretch, moved: 'from' | 'to') => void
}

/** The two ends of the range as the browser's own sliders, for dragging and for the keys. */
export function RangeSliders({ names, stretch, onPreview, onChoose }: Props) {
  const { first, last } = stretch
  return (
    <>
      <Slider
        end="from"
        label="Start of the range"
        edges={names.length}
        edge={first}
        text={nameOf(names[first] ?? '')}
        onSlide={(edge) => onPreview({ first: Math.min(edge, last), last })}
        onSlid={(edge) => onChoose({ first: Math.min(edge, last), last }, 'from')}
      />
      <Slider
        end="to"
        label="End of the range"
        edges={names.length}
        edge={last + 1}
        text={nameOf(names[last] ?? '')}
        onSlide={(edge) => onPreview({ first, last: Math.max(edge - 1, first) })}
        onSlid={(edge) => onChoose({ first, last: Math.max(edge - 1, first) }, 'to')}
      />
    </>
  )
}

type SliderProps = {
  end: 'from' | 'to'
  label: string
  /** The number of the last edge: edges lie between bars, and at both ends. */
  edges: number
  edge: number
  text: string
  onSlide: (edge: number) => void
  onSlid: (edge: number) => void
}

function Slider({ end, label, edges, edge, text, onSlide, onSlid }: SliderProps) {
  const input = useRef<HTMLInputElement>(null)
  // React has no event for the end of a slide: its onChange is the browser's `input`.
  useEffect(() => {
    const element = input.current
    const onEnd = () => onSlid(Number(element?.value))
    element?.addEventListener('change', onEnd)
    return () => element?.removeEventListener('change', onEnd)
  }, [onSlid])
  return (
    <input
      ref={input}
      className={styles.slider}
      data-end={end}
      type="range"
      min={0}
      max={edges}
      value={edge}
      aria-label={label}
      aria-valuetext={text}
      autoComplete="off"
      onChange={(event) => onSlide(Number(event.target.value))}
    />
  )
}
