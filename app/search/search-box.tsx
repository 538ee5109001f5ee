'use client'

import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { paramsFromState } from '#search/url'
import { useRemember } from './recent'
import styles from './search-box.module.css'
import { SyntaxHelp } from './syntax-help'
import { useSearchState } from './use-search-state'

/** Loaded when somebody goes to the box. */
const Suggestions = lazy(() =>
  import('./suggestions').then((module) => ({ default: module.Suggestions })),
)

/** The box: searches with every letter; without script it is a plain form that keeps the filters. */
export function SearchBox() {
  const { state, go } = useSearchState()
  const input = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const [open, setOpen] = useState(false)
  useRemember(state)
  useSlashKey(input)
  useEarlyLetters(input)
  const kept = [...paramsFromState({ ...state, q: '', exact: false, page: 1 })]
  return (
    <search>
      <form
        ref={form}
        className={styles.form}
        onFocus={(event) => {
          if ((event.target as HTMLElement).matches('input[name=q]')) setOpen(true)
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
        }}
        action="/"
        method="get"
        onSubmit={(event) => {
          event.preventDefault()
          go({ ...state, q: input.current?.value ?? state.q, page: 1 })
        }}
      >
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <input
          ref={input}
          className={styles.input}
          type="search"
          name="q"
          aria-label="Search the collection"
          aria-keyshortcuts="/"
          placeholder="Search what happened…"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={1000}
          value={state.q}
          onChange={(event) => {
            setOpen(true)
            go({ ...state, q: event.target.value, page: 1 }, 'typing')
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') setOpen(false)
            const first = form.current?.querySelector<HTMLElement>('[data-suggestions] a')
            if (event.key === 'ArrowDown' && first) {
              event.preventDefault()
              first.focus()
              return
            }
            if (event.key !== 'Escape' || state.q === '') return
            event.preventDefault()
            go({ ...state, q: '', page: 1 })
          }}
        />
        <span className={styles.key} aria-hidden="true">
          /
        </span>
        <label
          className={styles.exact}
          title="No typing errors, beginnings, other names or meaning"
        >
          <input
            type="checkbox"
            name="exact"
            value="1"
            checked={state.exact}
            onChange={(event) => go({ ...state, exact: event.target.checked, page: 1 })}
          />
          Exact
        </label>
        <noscript>
          <button className={styles.submit} type="submit">
            Search
          </button>
        </noscript>
        <SyntaxHelp />
        {open && (
          <Suspense fallback={null}>
            <Suggestions
              onChosen={() => {
                input.current?.focus()
                setOpen(false)
              }}
            />
          </Suspense>
        )}
      </form>
    </search>
  )
}

/** Letters that were typed while the script was still on its way are searched as well. */
function useEarlyLetters(input: React.RefObject<HTMLInputElement | null>): void {
  const { state, go } = useSearchState()
  const looked = useRef(false)
  useEffect(() => {
    if (looked.current) return
    looked.current = true
    const typed = input.current?.value ?? ''
    if (typed !== state.q) go({ ...state, q: typed, page: 1 }, 'typing')
  }, [input, state, go])
}

/** `/` goes to the box, unless someone is writing elsewhere. */
function useSlashKey(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const writing = target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
      if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [input])
}
