import { expect, it } from 'vitest'
import { OtherActors } from './others.ts'

it('takes a name once, whatever its spelling', () => {
  const others = new OtherActors([])
  const ada = others.get('Ada Béll', 'person')
  expect(ada).toEqual({ id: 'ada-bell', name: 'Ada Béll', type: 'person', verified: false })
  expect(others.get('ADA BELL', 'unknown')).toBe(ada)
})

it('takes so many names, says when there are more, and still knows the first', () => {
  const others = new OtherActors([], 2)
  const first = others.get('Ada Bell', 'person')
  others.get('Relief League', 'organization')
  expect(others.isFull).toBe(false)
  expect(others.get('One Too Many', 'person')).toBeNull()
  expect(others.isFull).toBe(true)
  expect(others.get('ada bell', 'person')).toBe(first)
})
