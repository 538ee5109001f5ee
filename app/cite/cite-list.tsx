'use client'

import { useEffect, useRef, useState } from 'react'
import { plainKey } from '../plain-key'
import styles from './cite.module.css'

type Citation = { format: string; label: string; text: string; file: string }

/** The citations, one open at a time; `c` copies the open one. Without script they can be read and saved. */
export function CiteList({ citations }: { citations: Citation[] }) {
  const [open, setOpen] = useState(citations[0]?.format)
  const [said, setSaid] = useState('')
  const [alive, setAlive] = useState(false)
  const current = useRef(citations[0])
  current.current = citations.find(({ format }) => format === open)

  useEffect(() => {
    setAlive(true)
    const onKeyDown = (event: KeyboardEvent) => {
      if (plainKey(event) !== 'c') return
      if (current.current !== undefined) void copy(current.current).then(setSaid)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <section className={styles.cite} aria-labelledby="cite" id="citation">
      <h2 className="label" id="cite">
        Cite
      </h2>
      {citations.map((citation) => (
        <details
          key={citation.format}
          name="cite"
          open={citation.format === open}
          onToggle={(event) => {
            if (event.currentTarget.open) setOpen(citation.format)
            else setOpen((format) => (format === citation.format ? undefined : format))
          }}
        >
          <summary>{citation.label}</summary>
          <p
            className={
              /^(?:bibtex|ris|csl-json)$/.test(citation.format) ? styles.code : styles.text
            }
          >
            {citation.text}
          </p>
          <p className={styles.actions}>
            {alive && (
              <button
                type="button"
                aria-keyshortcuts="c"
                onClick={() => void copy(citation).then(setSaid)}
              >
                Copy {citation.label} <kbd>c</kbd>
              </button>
            )}
            <a href={citation.file}>Save as a file</a>
          </p>
        </details>
      ))}
      <p role="status" className={styles.said}>
        {said}
      </p>
    </section>
  )
}

async function copy({ label, text }: Citation): Promise<string> {
  try {
    await navigator.clipboard.writeText(text)
    return `${label} copied.`
  } catch {
    return 'This browser does not let pages copy: mark the citation and copy it by hand.'
  }
}
