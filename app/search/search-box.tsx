'use client'

import { useEffect, useRef } from 'react'
import { paramsFromState } from '#search/url'
import { plainKey } from '../plain-key'
import { useRemember } from './recent'
import { focusResult } from './result-keys'
import styles from './search-box.module.css'
import { Suggestions } from './suggestions'
import { SyntaxHelp } from './syntax-help'
import { useSearchCombobox } from './use-search-combobox'
import { useSearchState } from './use-search-state'

/** The box: searches with every letter; without script it is a plain form that keeps the filters. */
export function SearchBox() {
  const { state, go } = useSearchState()
  const input = useRef<HTMLInputElement>(null)
  const { combobox, groups, want } = useSearchCombobox()
  useRemember(state)
  useSlashKey(input)
  useEarlyLetters(input)
  const kept = [...paramsFromState({ ...state, q: '', exact: false, page: 1 })]
  return (
    <search className={styles.search}>
      <form
        className={styles.form}
        action="/"
        method="get"
        onSubmit={(event) => {
          event.preventDefault()
          want(false)
          go({ ...state, q: input.current?.value ?? state.q, page: 1 })
        }}
      >
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className={styles.box}>
          <input
            {...combobox.getInputProps({
              ref: input,
              'aria-label': 'Search the collection',
              // Words that stand there already were searched: arrows go on to their results.
              onFocus: () => want(state.q === ''),
              onChange: (event) => {
                want(true)
                go({ ...state, q: event.currentTarget.value, page: 1 }, 'typing')
              },
              onKeyDown: (event) => {
                const native = event.nativeEvent as KeyboardEvent & {
                  preventDownshiftDefault?: boolean
                }
                // In a text these go to its ends.
                if (event.key === 'Home' || event.key === 'End') {
                  native.preventDownshiftDefault = true
                }
                if (event.key === 'ArrowDown' && !event.altKey && !combobox.isOpen) {
                  native.preventDownshiftDefault = true
                  if (focusResult(null, 1)) event.preventDefault()
                }
                if (event.key !== 'Escape' || combobox.highlightedIndex !== -1) return
                event.preventDefault()
                if (state.q !== '') go({ ...state, q: '', page: 1 })
              },
            })}
            className={styles.input}
            type="search"
            name="q"
            aria-keyshortcuts="/"
            placeholder="Search what happened…"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            maxLength={1000}
          />
          <span className={styles.key} aria-hidden="true">
            /
          </span>
        </div>
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
        <Suggestions groups={groups} combobox={combobox} />
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
      if (plainKey(event) !== '/') return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [input])
}
