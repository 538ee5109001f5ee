'use client'

import type { UseComboboxReturnValue } from 'downshift'
import styles from './suggestions.module.css'
import type { Offered, OfferGroup } from './use-suggestions'

type Props = {
  groups: OfferGroup[]
  combobox: Pick<
    UseComboboxReturnValue<Offered>,
    'getMenuProps' | 'getItemProps' | 'highlightedIndex' | 'isOpen'
  >
}

/** What is offered under the box, in groups; the list is there, empty, while nothing is. */
export function Suggestions({ groups, combobox }: Props) {
  const { getMenuProps, getItemProps, highlightedIndex, isOpen } = combobox
  const shown = isOpen ? groups : []
  const count = shown.reduce((sum, { offers }) => sum + offers.length, 0)
  let index = -1
  return (
    <>
      <div
        {...getMenuProps({ 'aria-label': 'Suggestions' })}
        className={styles.panel}
        hidden={count === 0}
      >
        {shown.map(({ name, offers }) => (
          // biome-ignore lint/a11y/useSemanticElements: a field set is no part of a list box
          <div role="group" key={name} aria-label={name}>
            <p className={styles.name} aria-hidden="true">
              {name}
            </p>
            {offers.map((offer) => {
              index++
              return (
                <div
                  key={`${name} ${offer.label}`}
                  {...getItemProps({ item: offer, index })}
                  className={styles.offer}
                  data-on={index === highlightedIndex || undefined}
                  data-quiet={offer.to === null || undefined}
                >
                  {offer.label} {offer.note !== '' && <small>{offer.note}</small>}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {/* No `status`: that is the total of the results. */}
      <p className="visually-hidden" aria-live="polite">
        {count === 0 ? '' : `${count} ${count === 1 ? 'suggestion' : 'suggestions'}`}
      </p>
    </>
  )
}
