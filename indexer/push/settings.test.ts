import { expect, it } from 'vitest'
import { COLLECTION_SETTINGS, ENTRIES_SETTINGS } from '#schema/settings'
import { differingSettings } from './settings.ts'

it('finds nothing to change in settings that contain ours', () => {
  const { filterableAttributes, typoTolerance, ...rest } = ENTRIES_SETTINGS
  const current = {
    ...rest,
    filterableAttributes: [...filterableAttributes].reverse(),
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5 }, ...typoTolerance },
    stopWords: [],
    displayedAttributes: ['*'],
  }
  expect(differingSettings(ENTRIES_SETTINGS, current)).toEqual({})
})

it('finds exactly the settings that differ', () => {
  const { rankingRules, searchableAttributes, ...rest } = ENTRIES_SETTINGS
  const current = {
    ...rest,
    rankingRules: [...rankingRules].reverse(),
    searchableAttributes: [...searchableAttributes, 'more'],
  }
  expect(differingSettings(ENTRIES_SETTINGS, current)).toEqual({
    rankingRules,
    searchableAttributes,
  })
  expect(differingSettings(COLLECTION_SETTINGS, {})).toEqual(COLLECTION_SETTINGS)
})
