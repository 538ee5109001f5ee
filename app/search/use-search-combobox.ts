'use client'

import {
  type UseComboboxReturnValue,
  type UseComboboxState,
  type UseComboboxStateChangeOptions,
  useCombobox,
} from 'downshift'
import { useState } from 'react'
import { clearRecent } from './recent'
import { useSearchState } from './use-search-state'
import { type Offered, type OfferGroup, useSuggestions } from './use-suggestions'

type SearchCombobox = {
  combobox: UseComboboxReturnValue<Offered>
  groups: OfferGroup[]
  /** Shows what there is to suggest, or stops showing it. */
  want: (wanted: boolean) => void
}

/** The box and its suggestions as a combobox in ARIA's sense: the focus stays in the box. */
export function useSearchCombobox(): SearchCombobox {
  const { state, go } = useSearchState()
  const [wanted, want] = useState(false)
  const groups = useSuggestions(wanted)
  const items = groups.flatMap(({ offers }) => offers)
  const combobox = useCombobox<Offered>({
    items,
    isOpen: wanted && items.length > 0,
    inputValue: state.q,
    // A suggestion is followed, not kept.
    selectedItem: null,
    itemToString: (offer) => offer?.label ?? '',
    itemToKey: (offer) => offer?.label,
    stateReducer,
    onIsOpenChange: ({ isOpen }) => want(isOpen),
    onSelectedItemChange: ({ selectedItem }) => {
      want(false)
      if (selectedItem?.to) go(selectedItem.to)
      else if (selectedItem) clearRecent()
    },
  })
  return { combobox, groups, want }
}

function stateReducer(
  state: UseComboboxState<Offered>,
  { type, changes }: UseComboboxStateChangeOptions<Offered>,
): Partial<UseComboboxState<Offered>> {
  const { InputBlur, InputClick, InputKeyDownEscape } = useCombobox.stateChangeTypes
  // Leaving the box chooses nothing, and a click into it shows and hides nothing by itself.
  if (type === InputBlur) return { ...changes, selectedItem: state.selectedItem }
  if (type === InputClick) return { ...changes, isOpen: state.isOpen }
  if (type === InputKeyDownEscape) return { ...changes, selectedItem: state.selectedItem }
  return changes
}
