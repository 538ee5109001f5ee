'use client'

import { Message } from './message'

export default function Failed({ reset }: { reset: () => void }) {
  return (
    <Message title="This page could not be made">
      The search engine did not answer in time.{' '}
      <button type="button" onClick={reset}>
        Try again
      </button>
    </Message>
  )
}
